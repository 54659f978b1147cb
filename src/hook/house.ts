import type { Result } from '../model/index.js'
import type { FileChange } from './file-change.js'
import type { HookFault } from './hook-fault.js'
import type { HookName } from './hook-name.js'
import type { Did, TextState } from './script-text.js'
import type { HookSetting } from './setting.js'

/** What becomes of one file, not done yet. */
export interface HookEdit {
  readonly hooks: readonly HookName[]
  /** Absolute. */
  readonly file: string
  readonly did: Did | 'removed' | 'reduced'
  /** Null where the file stays as it is. */
  readonly change: FileChange | null
}

export interface HookState {
  readonly hook: HookName
  /** Absolute; where keysieve is called, or would be. */
  readonly file: string
  readonly state: TextState
}

/** How one manager's hooks are written and read. */
export interface House {
  readonly install: (
    setting: HookSetting,
    hooks: readonly HookName[],
  ) => Promise<Result<readonly HookEdit[], HookFault>>
  /** Of every hook that keysieve can stand in. */
  readonly states: (setting: HookSetting) => Promise<Result<readonly HookState[], HookFault>>
}
