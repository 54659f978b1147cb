import { type Blob, err, ok, originOf, type Result, type SourceItem } from '../model/index.js'
import { commitsMissing } from './commit-missing.js'
import { knownError } from './git-failure.js'
import type { EarlyEnd } from './git-output.js'
import { type HistoryPlace, placeOfHistory } from './history-place.js'
import { ALL_STARTS, type HistoryRequest, startsOf, type WalkStarts } from './history-starts.js'
import { type HistoryObject, storedObjects, walkHistory } from './history-walk.js'
import { OidTable } from './oid-table.js'
import { unread } from './refusal.js'
import { isShallow } from './revision.js'
import type { RevisionError, Source, SourceError } from './source.js'

/** All that a repository's history holds. `createReader({ cwd: root, gitDir })` reads it. */
export interface HistorySource extends Source {
  /** Absolute; the git directory, without which git takes no bare repository. */
  readonly gitDir: string
  /**
   * Every distinct content once, under one of its paths (cut at a line feed, which git's list of objects does not quote;
   * `introductionsOf` knows all paths, exactly), and the messages of commits and annotated tags.
   */
  items(): AsyncGenerator<SourceItem>
}

/** A few git processes before the first item; one walk, which is read no faster than it is taken. */
export const openHistory = async (
  request: HistoryRequest,
): Promise<Result<HistorySource, SourceError | RevisionError>> => {
  const place = await placeOfHistory(request.cwd)
  if (!place.ok) return place
  const { root, gitDir } = place.value
  const starts = await startsOf(place.value, request)
  if (!starts.ok) return err(starts.error)
  const history: History = { place: place.value, starts: starts.value, reach: request.reach }
  return ok({ root, gitDir: gitDir ?? root, items: () => itemsOf(history) })
}

interface History {
  readonly place: HistoryPlace
  readonly starts: WalkStarts
  readonly reach: HistoryRequest['reach']
}

async function* itemsOf(history: History): AsyncGenerator<SourceItem> {
  const { place, starts, reach } = history
  if (await isShallow({ ...place, repository: 'discovered' })) yield SHALLOW
  const end = yield* itemsIn(walkHistory(place, starts), reachedItem)
  if (end !== null) yield broken(place, 'walk all of it', end.stderr)
  // Where the way through the commits is broken, what lies behind is still in the store.
  if (reach === 'everything' || end !== null) yield* unreachedItems(history)
}

/** What the store holds and the walk did not yield. That walk is done again: else each run would have to remember it. */
async function* unreachedItems({ place, starts, reach }: History): AsyncGenerator<SourceItem> {
  const seen = new OidTable()
  const isPart = !starts.args.includes('--all') || starts.args.some((arg) => arg.startsWith('--since='))
  // What is reachable but was not asked for is not unreachable.
  for (const from of reach === 'everything' && isPart ? [starts, ALL_STARTS] : [starts])
    for await (const objects of walkHistory(place, from)) for (const { oid } of objects) seen.add(oid)
  const end = yield* itemsIn(storedObjects(place), (object) =>
    seen.has(object.oid) ? null : unreachedItem(object),
  )
  if (end !== null) yield broken(place, 'list all objects', end.stderr)
}

async function* itemsIn(
  walk: AsyncGenerator<readonly HistoryObject[], EarlyEnd>,
  itemOf: (object: HistoryObject) => SourceItem | null,
): AsyncGenerator<SourceItem, EarlyEnd> {
  try {
    for (;;) {
      const next = await walk.next()
      if (next.done === true) return next.value
      for (const object of next.value) {
        const item = itemOf(object)
        if (item !== null) yield item
      }
    }
  } finally {
    await walk.return(null)
  }
}

const reachedItem = (object: HistoryObject): SourceItem => {
  const { type, oid, name } = object
  return itemUnder(type === 'commit' || name === '' ? shortName(object) : nameOf(type, name), type, oid)
}

const unreachedItem = (object: HistoryObject): SourceItem => {
  const { type, oid } = object
  return itemUnder(
    type === 'blob' ? `unreachable ${short(oid)}` : `unreachable ${shortName(object)}`,
    type,
    oid,
  )
}

const nameOf = (type: string, name: string): string => (type === 'tag' ? `tag ${name}` : name)

const shortName = ({ type, oid }: HistoryObject): string =>
  `${type === 'missing' ? 'object' : type} ${short(oid)}`

const short = (oid: string): string => oid.slice(0, 12)

const itemUnder = (path: string, type: HistoryObject['type'], oid: string): SourceItem => {
  if (type === 'missing') return { ...MISSING, path }
  return { class: 'blob', blob: blobOf(path, type === 'blob' ? oid : `${oid}^{${type}}`) }
}

const blobOf = (path: string, oid: string): Blob => ({
  path,
  origin: COMMITTED,
  locator: { kind: 'git', oid },
})

const COMMITTED = originOf('commit')

const SHALLOW = commitsMissing(
  'history',
  'it is cut off in a shallow clone: "git fetch --unshallow" brings the rest',
)

const MISSING = unread(
  'object-missing',
  'the history needs this object, but the repository does not have it: a partial clone, or damage',
)

/** Git's own words name objects and refs, no content. */
const broken = (place: HistoryPlace, task: string, stderr: string): SourceItem => {
  const known = knownError({ kind: 'failed', command: 'git', code: null, stderr }, place.root)
  const words = known.kind === 'git-failed' ? known.detail : known.kind
  return { ...unread('io-error', `git could not ${task}: ${words}`), path: 'history' }
}
