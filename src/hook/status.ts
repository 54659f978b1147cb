import { ok, type Result } from '../model/index.js'
import { chooseHouse, type HookRequest } from './choice.js'
import type { HookFault } from './hook-fault.js'
import type { Manager } from './hook-name.js'
import type { HookState } from './house.js'
import { type Missing, missingOf } from './missing.js'
import type { HookSetting } from './setting.js'

export interface HookStatus {
  readonly setting: HookSetting
  readonly manager: Manager
  readonly states: readonly HookState[]
  readonly missing: readonly Missing[]
}

/** What runs keysieve in a repository, and what keeps it from running. */
export const statusOfHooks = async (request: HookRequest): Promise<Result<HookStatus, HookFault>> => {
  const chosen = await chooseHouse(request)
  if (!chosen.ok) return chosen
  const { setting, manager, house } = chosen.value
  const states = await house.states(setting)
  if (!states.ok) return states
  return ok({ setting, manager, states: states.value, missing: missingOf(setting, manager, states.value) })
}
