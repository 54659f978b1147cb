import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { HooksPathSetting } from '../sources/index.js'
import { readExisting } from './file-change.js'
import { HOOKS, type HookName, type Manager } from './hook-name.js'
import { recordedProgram } from './hook-script.js'
import type { HookState } from './house.js'
import { findMarked, type MarkedLines } from './marked-lines.js'
import { activeHuskyFolder, DEV_PROGRAM, type HookSetting, writerOf } from './setting.js'

/** What keeps an installed hook from running, or from finding keysieve. Files and folders are absolute. */
export type Missing =
  | { readonly kind: 'not-executable'; readonly file: string }
  /** Git does not look there. */
  | { readonly kind: 'elsewhere'; readonly file: string; readonly setting: HooksPathSetting }
  /** The manager has not told git of itself. */
  | { readonly kind: 'not-prepared'; readonly manager: Manager; readonly hooks: readonly HookName[] }
  | { readonly kind: 'damaged'; readonly file: string }
  /** The program that the hook has recorded; others are looked for. */
  | { readonly kind: 'recorded-gone'; readonly script: string }
  /** No keysieve is found, so every commit is refused. */
  | { readonly kind: 'not-resolvable' }
  /** The file is committed, and nothing brings keysieve to whoever gets it. */
  | { readonly kind: 'not-a-dependency' }

/** A line that is not ours calls keysieve by its name there; elsewhere it may call, or fetch, any. */
const FINDING: readonly Manager[] = ['husky', 'lefthook']

/** @param states of one manager's hooks */
export const missingOf = (
  setting: HookSetting,
  manager: Manager,
  states: readonly HookState[],
): readonly Missing[] => {
  const there = states.filter(({ state }) => state !== 'absent')
  const finding = there.filter(({ state }) => state !== 'by-hand' || FINDING.includes(manager))
  const unprepared = there.filter((state) => !isPrepared(setting, manager, state)).map(({ hook }) => hook)
  return [
    ...there.flatMap((state) => missingInFile(manager, state)),
    ...(unprepared.length > 0 ? [{ kind: 'not-prepared', manager, hooks: unprepared } as const] : []),
    ...(finding.length > 0 ? missingProgram(setting, manager, finding) : []),
    ...elsewhere(setting),
  ]
}

const missingInFile = (manager: Manager, { file, state }: HookState): readonly Missing[] => {
  if (state === 'damaged') return [{ kind: 'damaged', file }]
  return manager !== 'git' || isExecutable(file) ? [] : [{ kind: 'not-executable', file }]
}

/** Whether the file that git runs is the manager's. */
const isPrepared = ({ place }: HookSetting, manager: Manager, { hook }: HookState): boolean => {
  switch (manager) {
    case 'git':
      return true
    case 'husky':
      return activeHuskyFolder(place) !== null && existsSync(join(place.folder, hook))
    case 'pre-commit':
    case 'lefthook':
      return writerOf(place, hook) === manager
  }
}

/** On Windows git runs whatever is there. */
const isExecutable = (file: string): boolean =>
  process.platform === 'win32' || ((statSync(file, { throwIfNoEntry: false })?.mode ?? 0) & 0o111) !== 0

const missingProgram = (
  { place, manifest, path }: HookSetting,
  manager: Manager,
  states: readonly HookState[],
): readonly Missing[] => {
  const isShared = manager !== 'git' || place.owner === 'work-tree'
  const isBrought = manifest.keysieve === 'named'
  const scripts = isShared ? [] : states.flatMap(({ file }) => recordedIn(file))
  const gone = scripts.find((script) => !existsSync(script))
  const isThere =
    (place.owner !== 'outside' && existsSync(join(place.top, DEV_PROGRAM))) ||
    scripts.some(existsSync) ||
    isOnPath(path)
  return [
    ...(isThere ? [] : [{ kind: 'not-resolvable' } as const]),
    ...(gone !== undefined && isThere ? [{ kind: 'recorded-gone', script: gone } as const] : []),
    ...(isShared && !isBrought ? [{ kind: 'not-a-dependency' } as const] : []),
  ]
}

const recordedIn = (file: string): readonly string[] =>
  markedIn(file).flatMap(({ text }) => recordedProgram(text)?.script ?? [])

const markedIn = (file: string): readonly MarkedLines[] => {
  const existing = readExisting(file)
  const found = existing.ok ? findMarked(existing.value?.bytes.toString('utf8') ?? '') : []
  return found === 'damaged' ? [] : found
}

/** npx runs a program from a cache that is emptied at times, and puts it on the PATH of that one run. */
const isOnPath = (path: readonly string[]): boolean =>
  path
    .filter((folder) => folder !== '' && !/[\\/]_npx[\\/]/.test(folder))
    .some((folder) => PROGRAM_NAMES.some((name) => existsSync(join(folder, name))))

const PROGRAM_NAMES = ['keysieve', 'keysieve.cmd']

/** Lines of ours in the folder that git would look into if `core.hooksPath` were not set. */
const elsewhere = ({ place }: HookSetting): readonly Missing[] => {
  const { setting, gitFolder, folder } = place
  const usual = join(gitFolder, 'hooks')
  if (setting === null || usual === folder) return []
  return HOOKS.map((hook) => join(usual, hook))
    .filter((file) => markedIn(file).length > 0)
    .map((file) => ({ kind: 'elsewhere', file, setting }))
}
