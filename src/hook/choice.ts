import { err, ok, type Result } from '../model/index.js'
import { hookPlaceOf } from '../sources/index.js'
import type { HookFault } from './hook-fault.js'
import type { Manager } from './hook-name.js'
import type { Program } from './hook-script.js'
import type { House } from './house.js'
import { manifestOf } from './manifest.js'
import { gitHouse, huskyHouse } from './script-house.js'
import { activeManagers, type HookSetting, isOldHusky, managersOf } from './setting.js'

/** What a command about hooks is asked for. */
export interface HookRequest {
  /** Absolute. */
  readonly cwd: string
  readonly program: Program
  /** Folders of PATH. */
  readonly path: readonly string[]
  /** Null: whichever the repository uses. lint-staged runs in another's hook, and so does keysieve. */
  readonly manager: Manager | 'lint-staged' | null
  readonly reach: HookSetting['reach']
}

export interface ChosenHouse {
  readonly setting: HookSetting
  readonly manager: Manager
  readonly house: House
}

/** Those that edit YAML bring a parser along, which is loaded where it is needed. */
const houseOf = async (manager: Manager): Promise<House> => {
  switch (manager) {
    case 'git':
      return gitHouse
    case 'husky':
      return huskyHouse
    case 'pre-commit':
      return (await import('./framework-house.js')).frameworkHouse
    case 'lefthook':
      return (await import('./lefthook-house.js')).lefthookHouse
  }
}

export const chooseHouse = async (request: HookRequest): Promise<Result<ChosenHouse, HookFault>> => {
  const setting = await settingOf(request)
  if (!setting.ok) return setting
  const manager = chooseManager(request, setting.value)
  if (!manager.ok) return manager
  return ok({ setting: setting.value, manager: manager.value, house: await houseOf(manager.value) })
}

export const settingOf = async ({
  cwd,
  program,
  path,
  reach,
}: HookRequest): Promise<Result<HookSetting, HookFault>> => {
  const place = await hookPlaceOf(cwd)
  if (!place.ok) return place
  return ok({ place: place.value, manifest: manifestOf(place.value.top), program, path, reach })
}

/** The one named; else the only one there is; else the one that git really runs. */
const chooseManager = ({ manager, reach }: HookRequest, setting: HookSetting): Result<Manager, HookFault> => {
  const isNamed = manager !== null && manager !== 'lint-staged'
  if (reach === 'every-repository')
    return isNamed && manager !== 'git' ? err({ kind: 'not-global', manager }) : ok('git')
  if (isNamed) return ok(manager === 'husky' && isOldHusky(setting.place) ? 'git' : manager)
  const active = activeManagers(setting.place)
  const found = [...new Set([...managersOf(setting), ...active])]
  const candidates = found.length > 1 && active.length === 1 ? active : found
  const [only, second] = candidates
  if (second !== undefined) return err({ kind: 'several-managers', found })
  return ok(only ?? 'git')
}
