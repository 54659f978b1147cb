import { lstatSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { codeOf, type Refusal, refusalOf } from './refusal.js'

/** What git could not look into while it listed. */
export interface Warnings {
  /** Directories by their names relative to the top: git knows of nothing untracked in them. */
  readonly unreadable: readonly { readonly name: string; readonly refusal: Refusal }[]
  /** False where git may have left out more than that. */
  readonly areClear: boolean
}

/** To the last quote: a name may hold `': ` and line feeds. The system's words for an error hold neither. */
const UNOPENED = /^warning: could not open directory '(.*)': [^'\n]+\n$/s
const NO_RULES = /^warning: unable to access '(.*)': [^'\n]+\n$/s

/**
 * Reads what `git ls-files` wrote to stderr. Git quotes no name there, replaces characters, and cuts at 4096; so a
 * warning counts only where the file system says the same.
 * @param top absolute; names are relative to it
 */
export const readWarnings = (stderr: string, top: string): Warnings => {
  const unreadable: { name: string; refusal: Refusal }[] = []
  let areClear = true
  for (const warning of stderr.split(/^(?=warning: )/m)) {
    const name = UNOPENED.exec(warning)?.[1]?.replace(/\/$/, '')
    const refusal = name === undefined ? null : directoryRefusal(resolve(top, name))
    if (name !== undefined && refusal !== null) unreadable.push({ name, refusal })
    else if (warning !== '' && !isHarmless(warning, top)) areClear = false
  }
  return { unreadable, areClear }
}

/** Null where the directory can be opened, or is not there. */
const directoryRefusal = (absolute: string): Refusal | null => {
  try {
    readdirSync(absolute)
    return null
  } catch (error) {
    const refusal = refusalOf(error)
    return refusal.reason === 'permission' ? refusal : null
  }
}

/** Rules of what to ignore that can't be read: git then lists more, not less. */
const isHarmless = (warning: string, top: string): boolean => {
  const name = NO_RULES.exec(warning)?.[1]
  return name !== undefined && /ignore$|\/info\/exclude$/.test(name) && mayNotRead(resolve(top, name))
}

const mayNotRead = (absolute: string): boolean => {
  try {
    lstatSync(absolute)
    return true
  } catch (error) {
    return ['EACCES', 'EPERM'].includes(codeOf(error))
  }
}
