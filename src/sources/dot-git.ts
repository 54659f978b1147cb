import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The nearest directory with a `.git`, from `directory` upwards. Git commits no file of that name, so what an ordinary
 * clone brings can't pretend to be one, as it can pretend to be a bare repository.
 * @param directory absolute
 */
export const dotGitAbove = (directory: string): string | null => {
  for (let at = directory; ; at = dirname(at)) {
    if (hasDotGit(at)) return at
    if (dirname(at) === at) return null
  }
}

export const hasDotGit = (directory: string): boolean => existsSync(join(directory, '.git'))
