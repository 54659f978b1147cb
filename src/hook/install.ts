import { ok, type Result } from '../model/index.js'
import { chooseHouse, type HookRequest } from './choice.js'
import { applyChanges } from './file-change.js'
import type { HookFault } from './hook-fault.js'
import type { HookName, Manager } from './hook-name.js'
import type { HookEdit } from './house.js'
import { type Missing, missingOf } from './missing.js'
import type { HookSetting } from './setting.js'

export interface Installed {
  readonly setting: HookSetting
  readonly manager: Manager
  readonly edits: readonly HookEdit[]
  /** What is left to do; nothing is known of it where nothing was written. */
  readonly missing: readonly Missing[]
}

/** Writes the lines that call keysieve, or only says what it would write. */
export const installHooks = async (
  request: HookRequest,
  hooks: readonly HookName[],
  writing: 'real' | 'dry',
): Promise<Result<Installed, HookFault>> => {
  const chosen = await chooseHouse(request)
  if (!chosen.ok) return chosen
  const { setting, manager, house } = chosen.value
  const edits = await house.install(setting, hooks)
  if (!edits.ok) return edits
  if (writing === 'dry') return ok({ setting, manager, edits: edits.value, missing: [] })
  const applied = applyChanges(edits.value.flatMap(({ change }) => change ?? []))
  if (!applied.ok) return applied
  const states = await house.states(setting)
  if (!states.ok) return states
  return ok({ setting, manager, edits: edits.value, missing: missingOf(setting, manager, states.value) })
}
