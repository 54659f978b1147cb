import { lstatSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Introduction } from '../model/index.js'
import { parseBlame } from './blame-porcelain.js'
import { committedLine } from './committed-line.js'
import { dotGitAbove } from './dot-git.js'
import { FileReader } from './file-reader.js'
import { runGit, streamGit } from './git.js'
import { Lanes } from './lanes.js'
import { relativePath } from './relative-path.js'
import type { Blame } from './source.js'

/** Git processes at a time: each walks history on its own, and more than a few only compete. */
const PROCESSES = 4

/** Two versions of a file are held in memory, each at most so long: a longer one is nobody's. */
const LIMIT_BYTES = 4 * 1024 * 1024

/** An empty list of ignored commits takes back what configuration says of them. */
const BLAME = ['blame', '--porcelain', '--no-textconv', '--encoding=UTF-8', '--ignore-revs-file=']

/** git's "nothing is there": an attribution is an extra, so what git can't tell is not told. */
const NOTHING = null

/**
 * Asks `git blame` about lines of work tree files, each in the repository that its file lies in. Blobs of another origin
 * are nobody's.
 *
 * Git never gets to see the file itself: it would take it through its clean filter, a program that the configuration of a
 * scanned repository may name. So HEAD is blamed, and the file's line is looked up there by its text.
 * @param root absolute path that the blobs' paths are relative to
 */
export const createBlame = ({ root }: { readonly root: string }): Blame => {
  const lanes = new Lanes(PROCESSES)
  return async ({ path, origin }, line) => {
    if (origin.kind !== 'worktree') return NOTHING
    try {
      return await lanes.run(() => introductionOf(resolve(root, path), line))
    } catch {
      // Whatever it is: it must not cost the report that it would have been part of.
      return NOTHING
    }
  }
}

const introductionOf = async (file: string, line: number): Promise<Introduction | null> => {
  // Started from the top: on the way up from the file git could come across a bare repository that was committed.
  const top = dotGitAbove(dirname(file))
  const current = top === null ? null : contentOf(file)
  if (top === null || current === null) return NOTHING
  const name = relativePath(top, file)
  const committed = await committedContent(top, name)
  const there = committed === null ? null : committedLine(current, committed, line)
  if (there === null) return NOTHING
  const args = [...BLAME, `-L${there},${there}`, 'HEAD', '--', name]
  const answer = await runGit({ cwd: top, args, repository: 'discovered' })
  return answer.ok ? parseBlame(answer.value.stdout.toString('utf8')) : NOTHING
}

const contentOf = (file: string): Buffer | null => {
  const { size } = lstatSync(file)
  if (size > LIMIT_BYTES) return null
  const reader = new FileReader()
  // One byte more than there should be shows a file that is just being written to.
  const into = Buffer.alloc(size + 1)
  const got = reader.read(file, into, 0)
  reader.close()
  return typeof got === 'number' && got <= size ? into.subarray(0, got) : null
}

const committedContent = async (top: string, name: string): Promise<Buffer | null> => {
  const chunks: Buffer[] = []
  let size = 0
  // As it is stored: only `--filters` and `--textconv` would have programs run.
  const args = ['cat-file', 'blob', `HEAD:./${name}`]
  const done = await streamGit({ cwd: top, args, repository: 'discovered' }, (chunk) => {
    size += chunk.length
    if (size <= LIMIT_BYTES) chunks.push(chunk)
  })
  return done.ok && size <= LIMIT_BYTES ? Buffer.concat(chunks) : null
}
