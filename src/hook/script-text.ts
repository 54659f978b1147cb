import { err, ok, type Result } from '../model/index.js'
import type { HookName } from './hook-name.js'
import { type Company, type HookScript, hookScript, recordedProgram } from './hook-script.js'
import { findMarked, lineOfMark, type MarkedLines, withMarked, withoutMarked } from './marked-lines.js'

/** What an install did to one file for its hooks. `by-hand`: it runs keysieve already, by a line that is not ours. */
export type Did = 'written' | 'added' | 'renewed' | 'unchanged' | 'by-hand'

export interface NewText {
  readonly text: string
  readonly did: Did
}

/** A file as git or husky runs it, without what follows from its text. */
export type ScriptKind = Omit<HookScript, 'company' | 'self'>

export type ScriptFault =
  | { readonly kind: 'damaged'; readonly line: number }
  | { readonly kind: 'other-language'; readonly interpreter: string | null }

const SHEBANG = '#!/bin/sh\n'

/** The text with lines of ours that are as they should be. @param text null where there is no file yet */
export const installedIn = (text: string | null, kind: ScriptKind): Result<NewText, ScriptFault> => {
  if (text === null) return ok({ text: bare(kind) + rendered(kind, 'alone', 'as-program'), did: 'written' })
  const found = findMarked(text)
  const [own, second] = found === 'damaged' ? [] : found
  if (found === 'damaged' || second !== undefined) return err({ kind: 'damaged', line: lineOfMark(text) })
  if (own !== undefined) return ok(renewed(text, own, kind))
  if (runsByHand(text, kind.hook)) return ok({ text, did: 'by-hand' })
  const interpreter = interpreterOf(text)
  if (kind.place !== 'husky' && !SHELLS.has(interpreter ?? ''))
    return err({ kind: 'other-language', interpreter })
  const shebang = /^#![^\n]*\n?/.exec(text)?.[0] ?? ''
  const lines = rendered(kind, 'before-others', selfOf(text, kind))
  return ok({ text: withMarked(text, shebang.length, lines), did: 'added' })
}

/** Whether nothing is left of a file but what was written with the lines that were taken out. */
export const wasAlone = (taken: readonly MarkedLines[], rest: string): boolean =>
  (rest === '' || rest === SHEBANG) && taken.every(({ text }) => companyOf(text) === 'alone')

/** `older`: another form, or changed by someone. */
export type TextState = 'current' | 'older' | 'by-hand' | 'absent' | 'damaged'

export const stateOf = (text: string, kind: ScriptKind): TextState => {
  const found = findMarked(text)
  if (found === 'damaged' || found.length > 1) return 'damaged'
  const [own] = found
  if (own === undefined) return runsByHand(text, kind.hook) ? 'by-hand' : 'absent'
  const program = recordedProgram(own.text) ?? kind.program
  return renewed(text, own, { ...kind, program }).did === 'unchanged' ? 'current' : 'older'
}

/** Whether a line that is not ours calls keysieve for this hook. */
const runsByHand = (text: string, hook: HookName): boolean =>
  (hook === 'pre-push' ? CALLS_PUSH : CALLS_STAGED).test(text)

const CALLS_STAGED = /^[^#\n]*(?:keysieve|\bcli\.js)['"]?\s+(?:staged|hook\s+run\s+pre-commit)\b/m
const CALLS_PUSH = /^[^#\n]*(?:keysieve|\bcli\.js)['"]?\s+hook\s+run\s+pre-push\b/m

/** The lines where they stood. What someone has written below lines that were alone is run first from now on. */
const renewed = (text: string, own: MarkedLines, kind: ScriptKind): NewText => {
  const rest = withoutMarked(text, own)
  const isAlone = companyOf(own.text) === 'alone' && rest.replace(/^#![^\n]*/, '').trim() === ''
  const lines = rendered(kind, isAlone ? 'alone' : 'before-others', selfOf(rest, kind))
  const next = withMarked(rest, Math.min(own.start, rest.length), lines)
  return { text: next, did: next === text ? 'unchanged' : 'renewed' }
}

const rendered = (kind: ScriptKind, company: Company, self: HookScript['self']): string =>
  hookScript({ ...kind, company, self })

/** husky's files need no first line of that kind. */
const bare = ({ place }: ScriptKind): string => (place === 'husky' ? '' : SHEBANG)

const companyOf = (lines: string): Company => (lines.includes('keysieve_rest') ? 'before-others' : 'alone')

const selfOf = (text: string, { place }: ScriptKind): HookScript['self'] =>
  place !== 'husky' && text.startsWith('#!') ? 'as-program' : 'by-sh'

const SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'ksh', 'mksh', 'zsh'])

/** The program that a script's first line names, without its folder; `sh` where it names none, null for a binary. */
const interpreterOf = (text: string): string | null => {
  if (text.includes('\0')) return null
  if (!text.startsWith('#!')) return 'sh'
  const [first = '', ...rest] = (text.slice(2).split('\n')[0] ?? '').trim().split(/\s+/).map(lastPart)
  if (first === 'env') return rest.find((one) => !/^-|=/.test(one)) ?? ''
  return first === 'busybox' ? (rest[0] ?? '') : first
}

const lastPart = (path: string): string =>
  path
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/\.exe$/, '') ?? path
