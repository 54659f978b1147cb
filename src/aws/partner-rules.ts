import { firstWordOf, folderOf, ownerOf, pathRestOf } from './half-names.js'
import type { Half } from './partners.js'

/** What speaks for two halves in different files. */
export type Evidence =
  /** The names of their files or folders differ in words for the parts of a key only. */
  | 'file-names'
  /** So do the names they are assigned to. */
  | 'names'
  /** There are no others left in the folder that they share, or in the whole scan. */
  | 'only-ones'
  /** They lie in one folder, with a few others. */
  | 'folder'

export interface NamedHalf {
  readonly half: Half
  readonly owner: string
  readonly folder: string
}

/** Every id of a group may belong to every other half of it. */
export interface Group {
  readonly ids: readonly NamedHalf[]
  readonly others: readonly NamedHalf[]
}

export interface PartnerRule {
  readonly evidence: Evidence
  readonly groupsOf: (ids: readonly NamedHalf[], others: readonly NamedHalf[]) => readonly Group[]
}

export const namedHalf = (half: Half): NamedHalf => ({
  half,
  owner: ownerOf(half.nameOf, half.name),
  folder: folderOf(half.path),
})

/** Halves that two different owners are named for don't belong together, wherever they lie. */
export const isPossible = (id: NamedHalf, other: NamedHalf): boolean =>
  id.half.place !== other.half.place && (id.owner === '' || other.owner === '' || id.owner === other.owner)

/** Of more values than these with one key, the key says nothing. */
const MOST_VALUES = 5

type KeyOf = (named: NamedHalf) => string | null

const sameKey = (evidence: Evidence, keyOf: KeyOf): PartnerRule => ({
  evidence,
  groupsOf: (ids, others) => {
    const othersByKey = groupBy(others, keyOf)
    const groups = [...groupBy(ids, keyOf)].map(([key, group]) => ({
      ids: group,
      others: othersByKey.get(key) ?? [],
    }))
    return groups.filter((group) => [group.ids, group.others].every(isFew)).map(thinned)
  },
})

const isFew = (named: readonly NamedHalf[]): boolean => {
  const values = valuesOf(named)
  return values > 0 && values <= MOST_VALUES
}

const valuesOf = (named: readonly NamedHalf[]): number => new Set(named.map(({ half }) => half.value)).size

/** A value can stand in thousands of files; so many of each other are compared. */
const MOST_OTHERS = 100

const thinned = ({ ids, others }: Group): Group => {
  if (others.length <= MOST_OTHERS) return { ids, others }
  const first = new Map(others.toReversed().map((named) => [named.half.value, named]))
  return { ids, others: [...first.values()] }
}

const groupBy = (named: readonly NamedHalf[], keyOf: KeyOf): ReadonlyMap<string, readonly NamedHalf[]> => {
  const groups = new Map<string, NamedHalf[]>()
  for (const one of named) {
    const key = keyOf(one)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

/** Folders that hold one id and one other half, all below counted, from the innermost outwards. */
const onlyOnes: PartnerRule = {
  evidence: 'only-ones',
  groupsOf: (ids, others) => {
    if (valuesOf(ids) > MOST_LEFT || valuesOf(others) > MOST_LEFT) return []
    const taken = new Set<NamedHalf>()
    const below = { ids: belowFolders(ids), others: belowFolders(others) }
    const groups: Group[] = []
    for (const folder of [...below.ids.keys()].sort((a, b) => depthOf(b) - depthOf(a))) {
      const left = (all: ReadonlyMap<string, readonly NamedHalf[]>): readonly NamedHalf[] =>
        (all.get(folder) ?? []).filter((named) => !taken.has(named))
      const group = { ids: left(below.ids), others: left(below.others) }
      if (valuesOf(group.ids) !== 1 || valuesOf(group.others) !== 1) continue
      if (!group.ids.some((id) => group.others.some((other) => isPossible(id, other)))) continue
      for (const named of [...group.ids, ...group.others]) taken.add(named)
      groups.push(thinned(group))
    }
    return groups
  },
}

/** Nobody is the only one among more than these; counting them would cost more than it tells. */
const MOST_LEFT = 500

/** Each folder with all that lies in it or below it; the whole scan under a name that no folder has. */
const belowFolders = (named: readonly NamedHalf[]): ReadonlyMap<string, readonly NamedHalf[]> => {
  const below = new Map<string, NamedHalf[]>([[WHOLE_SCAN, [...named]]])
  for (const one of named) {
    let folder = one.folder
    while (folder !== '') {
      const list = below.get(folder)
      if (list) list.push(one)
      else below.set(folder, [one])
      folder = folderOf(folder)
    }
  }
  return below
}

const WHOLE_SCAN = ''

const depthOf = (folder: string): number => (folder === WHOLE_SCAN ? 0 : folder.split('/').length)

const owned = ({ owner }: NamedHalf, key: string): string | null => (owner === '' ? null : `${owner} ${key}`)

/** The strongest first. */
export const PARTNER_RULES: readonly PartnerRule[] = [
  sameKey('file-names', ({ half }) => pathRestOf(half.path)),
  sameKey('names', (named) => owned(named, named.folder)),
  sameKey('names', (named) => owned(named, '')),
  sameKey('file-names', ({ half, folder }) => {
    const word = firstWordOf(half.path)
    return word === '' ? null : `${folder}/${word}`
  }),
  onlyOnes,
  sameKey('folder', ({ folder }) => folder),
]
