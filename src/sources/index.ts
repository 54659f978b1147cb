export { type ArchiveForm, archiveFormOf } from './archive/archive-form.js'
export { createBlame } from './blame.js'
export { dotGitAbove } from './dot-git.js'
export { type HookPlace, type HooksPathSetting, hookPlaceOf } from './hook-place.js'
export { commitNamed, isAnythingStaged } from './hook-questions.js'
export { type FoundFiles, filesBelow, filesNear } from './ignored-files.js'
export { createReader } from './reader.js'
export { readSmallFile } from './small-file.js'
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
