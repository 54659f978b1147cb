/** Side door of `sources`: what reads commits. A hook that looks at the index alone must not wait for it to load. */

export { openHistory } from './history.js'
export { type Appearance, introductionsOf } from './history-attribution.js'
export { branchesWith, headPlaces } from './history-branches.js'
export { type HistoryPlace, placeOfHistory } from './history-place.js'
export type { HistoryRequest } from './history-starts.js'
export { objectIdOf } from './named-object.js'
export { OidTable } from './oid-table.js'
export { type PushedRef, type PushLineError, parsePrePush } from './pre-push.js'
export { openUnpushed, type UnpushedRequest } from './pre-push-commits.js'
export { openRange, type RangeRequest } from './range.js'
