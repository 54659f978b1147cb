import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { err, ok, type Result } from '../model/index.js'
import { readExisting } from './file-change.js'
import type { HookFault } from './hook-fault.js'
import { argumentsOf, HOOKS, type HookName } from './hook-name.js'
import type { ScriptPlace } from './hook-script.js'
import type { HookEdit, HookState, House } from './house.js'
import { installedIn, type ScriptFault, type ScriptKind, stateOf } from './script-text.js'
import { activeHuskyFolder, DEV_PROGRAM, type HookSetting, huskyFolder, writerOf } from './setting.js'

/** Files that git runs itself. */
export const gitHouse: House = {
  install: async (setting, hooks) => {
    const fault = faultOfFolder(setting)
    if (fault !== null) return err(fault)
    return editsOf(hooks, (hook) => editOfGit(setting, hook))
  },
  states: async (setting) => statesOf(setting, 'git'),
}

/** Files that husky runs: `.husky/pre-commit`. */
export const huskyHouse: House = {
  install: async (setting, hooks) =>
    editsOf(hooks, (hook) => editOf(fileIn(setting, 'husky', hook), kindOf(setting, 'husky', hook))),
  states: async (setting) => statesOf(setting, 'husky'),
}

type ScriptManager = 'git' | 'husky'

const fileIn = ({ place }: HookSetting, manager: ScriptManager, hook: HookName): string =>
  join(manager === 'husky' ? huskyFolder(place) : place.folder, hook)

const kindOf = (setting: HookSetting, manager: ScriptManager, hook: HookName): ScriptKind => ({
  hook,
  place: manager === 'husky' ? 'husky' : placeOf(setting),
  program: setting.program,
})

const placeOf = ({ place: { owner } }: HookSetting): ScriptPlace =>
  (({ git: 'own', 'work-tree': 'committed', outside: 'every-repository' }) as const)[owner]

const faultOfFolder = ({ place, reach }: HookSetting): HookFault | null => {
  const { folder, setting, owner } = place
  if (activeHuskyFolder(place) !== null) return { kind: 'managed', file: folder, manager: 'husky' }
  const isOff = setting?.value === '' || (existsSync(folder) && !statSync(folder).isDirectory())
  if (isOff && setting !== null) return { kind: 'hooks-off', setting }
  if (isOff) return { kind: 'not-a-file', file: folder, what: 'special' }
  if (owner === 'outside' && reach === 'this-repository') return { kind: 'hooks-outside', folder, setting }
  if (owner !== 'outside' && reach === 'every-repository') return { kind: 'no-global-folder' }
  return null
}

const editsOf = (
  hooks: readonly HookName[],
  edit: (hook: HookName) => Result<HookEdit, HookFault>,
): Result<readonly HookEdit[], HookFault> => {
  const edits: HookEdit[] = []
  for (const hook of hooks) {
    const made = edit(hook)
    if (!made.ok) return made
    edits.push(made.value)
  }
  return ok(edits)
}

const editOfGit = (setting: HookSetting, hook: HookName): Result<HookEdit, HookFault> => {
  const file = fileIn(setting, 'git', hook)
  const manager = writerOf(setting.place, hook)
  if (manager !== null) return err({ kind: 'managed', file, manager })
  const existing = readExisting(file)
  if (existing.ok && existing.value !== null && !runs(existing.value.mode))
    return err({ kind: 'switched-off', file })
  return editOf(file, kindOf(setting, 'git', hook))
}

/** On Windows git runs whatever is there. */
const runs = (mode: number): boolean => process.platform === 'win32' || (mode & 0o111) !== 0

/** Bytes become characters one by one, so that a script of whatever encoding stays as it is. */
const editOf = (file: string, kind: ScriptKind): Result<HookEdit, HookFault> => {
  const existing = readExisting(file)
  if (!existing.ok) return existing
  const before = existing.value
  const installed = installedIn(before === null ? null : before.bytes.toString('latin1'), asBytes(kind))
  if (!installed.ok) return err(faultOf(installed.error, file, kind))
  const { text, did } = installed.value
  const isSame = did === 'unchanged' || did === 'by-hand'
  const mode = kind.place === 'husky' ? 0o644 : 0o755
  const change = { file, before, after: Buffer.from(text, 'latin1'), mode }
  return ok({ hooks: [kind.hook], file, did, change: isSame ? null : change })
}

/** Paths as the bytes that they are in a script. */
const asBytes = (kind: ScriptKind): ScriptKind => ({
  ...kind,
  program: {
    script: Buffer.from(kind.program.script, 'utf8').toString('latin1'),
    nodeFolder: Buffer.from(kind.program.nodeFolder, 'utf8').toString('latin1'),
  },
})

const faultOf = (fault: ScriptFault, file: string, { place, program, hook }: ScriptKind): HookFault => {
  if (fault.kind === 'damaged') return { ...fault, file }
  const name = place === 'committed' ? DEV_PROGRAM : `node "${program.script}"`
  return { ...fault, file, call: `${name} ${argumentsOf(hook)}` }
}

const statesOf = (setting: HookSetting, manager: ScriptManager): Result<readonly HookState[], HookFault> => {
  const states: HookState[] = []
  for (const hook of HOOKS) {
    const file = fileIn(setting, manager, hook)
    const existing = readExisting(file)
    if (!existing.ok && existing.error.kind !== 'not-a-file') return existing
    const text = existing.ok ? (existing.value?.bytes.toString('latin1') ?? '') : ''
    states.push({ hook, file, state: stateOf(text, asBytes(kindOf(setting, manager, hook))) })
  }
  return ok(states)
}
