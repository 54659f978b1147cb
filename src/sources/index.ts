export { type ArchiveForm, archiveFormOf } from './archive/archive-form.js'
export { createBlame } from './blame.js'
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
export { isIgnored, workTreeOf } from './work-tree.js'
