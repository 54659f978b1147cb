import { isPrintable } from '../printable.js'

/** Characters that no shell gives a meaning to, sh, PowerShell and cmd alike: safe without quotes. */
const PLAIN = /^[\p{L}\p{N}._/+-]+$/u

/** The same with those that double quotes make harmless in all three. */
const QUOTABLE = /^[\p{L}\p{N}._/+@=,()[\]{}#~ -]+$/u

/** What git would take for a pattern. */
const PATTERN = /[[\]]/

/** A path as an argument of a git command that someone will paste. */
export interface PastedPath {
  /** Before the git command's name. */
  readonly option: string
  /** Quoted if need be, behind `./` if it would begin as an option does. */
  readonly argument: string
  /** Whether it is, letter by letter, also a line of .gitignore and a word of every shell. */
  readonly isPlain: boolean
}

/**
 * null where some shell could take a part of the name for something else: then the step is told in words. File names
 * come from whoever wrote the commit, and which shell they are pasted into is not known.
 */
export const pastedPath = (path: string): PastedPath | null => {
  if (!QUOTABLE.test(path) || !isPrintable(path) || path.trim() !== path) return null
  const isPlain = PLAIN.test(path) && !/^[-/]|(?:^|\/)\.\.(?:\/|$)/.test(path)
  const name = path.startsWith('-') ? `./${path}` : path
  return {
    option: PATTERN.test(path) ? '--literal-pathspecs ' : '',
    argument: PLAIN.test(name) ? name : `"${name}"`,
    isPlain,
  }
}
