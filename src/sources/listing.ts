import { err, ok, type Result } from '../model/index.js'
import { type GitFailure, runGit } from './git.js'
import { sourceErrorOf } from './git-failure.js'
import { type ListedNames, parseListing } from './listed-names.js'
import { readWarnings, type Warnings } from './listing-warnings.js'
import type { SourceError } from './source.js'

/** What git says of a part of the work tree, and what it could not say. */
export interface Listing extends ListedNames {
  readonly unreadable: Warnings['unreadable']
  readonly isComplete: boolean
}

/**
 * The files of a part of the work tree; asked of git directly, for its warnings. `unlisted` is what lies in a submodule
 * that was not set up, or in a repository that git does not look into: no rule says what of it may be left out.
 * @param name relative to the top, `/` between the parts; empty for all of it
 */
export const listNames = async (
  top: string,
  name: string,
): Promise<Result<Listing | 'unlisted', SourceError>> => {
  const listed = await list(top, name)
  if (!listed.ok) return err(await sourceErrorOf(listed.error, top))
  const { names, stderr } = listed.value
  if (name !== '' && names.files.length === 0) {
    // Git says nothing of a path in there, but names the whole when it is asked from above.
    const above = await list(top, name.split('/')[0] ?? name)
    if (!above.ok) return err(await sourceErrorOf(above.error, top))
    const { submodules, repositories } = above.value.names
    if ([...submodules, ...repositories].some((one) => `${name}/`.startsWith(`${one}/`)))
      return ok('unlisted')
  }
  const { unreadable, areClear } = readWarnings(stderr, top)
  return ok({ ...names, unreadable, isComplete: areClear })
}

interface Listed {
  readonly names: ListedNames
  readonly stderr: string
}

const list = async (top: string, name: string): Promise<Result<Listed, GitFailure>> => {
  const args = ['ls-files', '-z', '-t', '--stage', '--others', '--exclude-standard', '--']
  const answer = await runGit({
    cwd: top,
    args: name === '' ? args : [...args, name],
    repository: 'discovered',
  })
  if (!answer.ok) return answer
  return ok({ names: parseListing(answer.value.stdout.toString('utf8')), stderr: answer.value.stderr })
}
