import { err, ok, type Result } from '../model/index.js'
import type { GlobProblem, SourceError } from './source.js'

export interface Globs {
  /** Relative to the root; empty means everything. */
  readonly include: readonly string[]
  readonly exclude: readonly string[]
}

/** A glob that can't match is a mistake, and a mistake must not make a scan quietly smaller or larger. */
export const checkGlobs = ({ include, exclude }: Globs): Result<null, SourceError> => {
  for (const globs of [include, exclude]) {
    for (const glob of globs) {
      const problem = problemOf(glob)
      if (problem !== null) return err({ kind: 'bad-glob', glob, problem })
    }
    const [first] = globs
    if (first !== undefined && globs.every((glob) => partsOf(glob).negation !== '')) {
      return err({ kind: 'bad-glob', glob: first, problem: 'only-negated' })
    }
  }
  return ok(null)
}

const problemOf = (glob: string): GlobProblem | null => {
  const { body } = partsOf(glob)
  if (['', '.'].includes(body.trim())) return 'empty'
  // Before `*` it is more likely Windows' separator than an escape; a class (`[*]`) says the escape for certain.
  if (/\\(?![[\](){}!+@])/.test(glob)) return 'backslash'
  if (/(?:^|[/{,])\.\.(?:$|[/},])/.test(body)) return 'parent-folder'
  return hasUnclosed(body) ? 'unclosed' : null
}

/** fast-glob takes what is never closed for plain characters. */
const hasUnclosed = (body: string): boolean => {
  const plain = body.replace(/\\./g, '').replace(/\[[!^]?\]?[^\]]*\]/g, '')
  if (/[@!+*?]\([^)]*$/.test(plain)) return true
  return plain.includes('[') || countOf(plain, '{') > countOf(plain, '}')
}

const countOf = (text: string, character: string): number => text.split(character).length - 1

/**
 * What fast-glob is given. A glob that names a directory means all below it; one without a slash means that name
 * wherever it stands; one that begins with a slash begins at the root, as in .gitignore.
 * @param root absolute; a glob may begin with it
 */
export const widened = (glob: string, root: string): readonly string[] => {
  const { negation, body } = partsOf(fromRoot(glob, root))
  const anywhere = body.includes('/') ? body.replace(/^\//, '') : `**/${body}`
  return [`${negation}${anywhere}`, `${negation}${anywhere}/**`]
}

/** An absolute path below the root, as completion by a shell writes it, is the same glob from the root on. */
const fromRoot = (glob: string, root: string): string => {
  const top = root.replaceAll('\\', '/').replace(/\/$/, '')
  const { negation, body } = partsOf(glob)
  return body.startsWith(`${top}/`) ? `${negation}${body.slice(top.length)}` : glob
}

/** `!` takes out of what the other globs match; `!(…)` is a pattern like any other. */
const partsOf = (glob: string): { readonly negation: string; readonly body: string } => {
  const [, negation = '', rest = ''] = /^((?:!(?!\())?)(.*)$/s.exec(glob) ?? []
  const body = rest
    .replace(/\/(?:\.?\/)+/g, '/')
    .replace(/^\.\//, '')
    .replace(/\/$/, '')
  return { negation, body }
}
