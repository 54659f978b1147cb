import { execFileSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { delimiter } from 'node:path'
import { temporaryFolder, write } from './repository.js'

/** Runs work with a git that knows no `safe.bareRepository`, as before 2.38: a script that takes the setting away. */
export const withOlderGit = async <T>(work: () => Promise<T>): Promise<T> => {
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
  const script = `#!/bin/sh
n=$#
while [ "$n" -gt 0 ]; do
  one=$1; shift; n=$((n - 1))
  [ "$one" = safe.bareRepository=explicit ] && one=keysieve.unknown=x
  set -- "$@" "$one"
done
exec '${real}' "$@"
`
  const folder = temporaryFolder()
  chmodSync(write(folder, 'git', script), 0o755)
  const path = process.env.PATH
  process.env.PATH = `${folder}${delimiter}${path}`
  try {
    return await work()
  } finally {
    process.env.PATH = path
  }
}
