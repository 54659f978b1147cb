import type { HooksPathSetting, SourceError } from '../sources/index.js'
import type { Manager } from './hook-name.js'

/** Why a hook was not installed, taken out or looked at: nothing was written. Files and folders are absolute. */
export type HookFault =
  | SourceError
  /** `found` are set up here, and none of them is what git runs. */
  | { readonly kind: 'several-managers'; readonly found: readonly Manager[] }
  /** Other repositories use the folder as well. */
  | { readonly kind: 'hooks-outside'; readonly folder: string; readonly setting: HooksPathSetting | null }
  /** `--global` with a manager that belongs to one repository. */
  | { readonly kind: 'not-global'; readonly manager: Manager }
  /** `--global` where `core.hooksPath` names no folder outside of the repository. */
  | { readonly kind: 'no-global-folder' }
  /** `core.hooksPath` is empty or names what is no folder. */
  | { readonly kind: 'hooks-off'; readonly setting: HooksPathSetting }
  /** Git takes its hooks from elsewhere, or this manager writes the file anew. */
  | { readonly kind: 'managed'; readonly file: string; readonly manager: Manager }
  | { readonly kind: 'not-a-file'; readonly file: string; readonly what: 'link' | 'directory' | 'special' }
  | { readonly kind: 'no-access'; readonly file: string; readonly code: string }
  /** `interpreter` as its first line names it; null where it is no text at all. */
  | {
      readonly kind: 'other-language'
      readonly file: string
      readonly interpreter: string | null
      readonly call: string
    }
  /** Git passes it over; it would begin to run with our lines in it. */
  | { readonly kind: 'switched-off'; readonly file: string }
  /** A mark of ours without its counterpart. `line` is 1-based. */
  | { readonly kind: 'damaged'; readonly file: string; readonly line: number }
  | { readonly kind: 'bad-yaml'; readonly file: string; readonly line: number; readonly problem: string }
  /** It is written in a way that lines can't be put into safely. */
  | { readonly kind: 'by-hand'; readonly file: string; readonly lines: readonly string[] }
