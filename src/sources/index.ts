export { createBlame } from './blame.js'
export { type HookPlace, type HooksPathSetting, hookPlaceOf } from './hook-place.js'
export { commitNamed, isAnythingStaged } from './hook-questions.js'
export { createReader } from './reader.js'
export type {
  Blame,
  Change,
  ChangesSource,
  LineRange,
  RevisionError,
  Source,
  SourceError,
} from './source.js'
export { openStaged } from './staged.js'
export { openBytes } from './stdin.js'
export { openTree } from './tree.js'
