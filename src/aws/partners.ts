import { folderDistance } from './half-names.js'
import { type Evidence, isPossible, type NamedHalf, namedHalf, PARTNER_RULES } from './partner-rules.js'

/** A half of a credential, alone in its file as far as its file tells. */
export interface Half {
  readonly role: 'id' | 'secret' | 'token'
  /** What an id looks for; empty for other halves. */
  readonly lacks: readonly ('secret' | 'token')[]
  /** Equal for halves with equal values: the id itself, the fingerprint of a secret. */
  readonly value: string
  readonly fingerprint: string
  /** `/` between its parts, members of archives included. */
  readonly path: string
  /** What stands at one place was judged together before: no two halves of it are partners. */
  readonly place: string
  /** Name it is assigned to, normalised as `Candidate.name`. */
  readonly name: string
  /** Which part that is the name of: a pair's is its secret's. */
  readonly nameOf: 'id' | 'secret' | 'token'
}

export interface Partners {
  /** Fingerprints, likeliest first. */
  readonly fingerprints: readonly string[]
  /** What speaks for the first: a phrase for people; null where there are none. */
  readonly why: string | null
  /** `likely`: nothing else would have to be looked at. */
  readonly certainty: 'likely' | 'possible' | 'none'
}

/** Nobody would look at more. */
const MOST_PARTNERS = 5

interface Edge {
  readonly id: NamedHalf
  readonly other: NamedHalf
  readonly evidence: Evidence
}

/**
 * Which halves that stand in different files belong together, in the order given. The strongest evidence decides: what is
 * named by it is not looked for further. Where nothing speaks for a half, it has no partner.
 */
export const partnersOf = (halves: readonly Half[]): readonly Partners[] => {
  const named = halves.map(namedHalf)
  const edges = (['secret', 'token'] as const).flatMap((role) =>
    edgesBetween(
      named.filter(({ half }) => half.lacks.includes(role)),
      named.filter(({ half }) => half.role === role),
    ),
  )
  const edgesOf = new Map<NamedHalf, Edge[]>(named.map((one) => [one, []]))
  for (const edge of edges) {
    edgesOf.get(edge.id)?.push(edge)
    edgesOf.get(edge.other)?.push(edge)
  }
  return named.map((one) => ranked(one, edgesOf.get(one) ?? []))
}

/** The nearest folder first; among equals as they were given. */
const ranked = (named: NamedHalf, edges: readonly Edge[]): Partners => {
  const candidates = edges.map(({ id, other, evidence }) => {
    const { half, folder } = id === named ? other : id
    return { half, evidence, distance: folderDistance(named.folder, folder) }
  })
  candidates.sort((a, b) => a.distance - b.distance)
  const fingerprints = [...new Set(candidates.map(({ half }) => half.fingerprint))]
  const [first] = candidates
  if (first === undefined) return { fingerprints, why: null, certainty: 'none' }
  return {
    fingerprints: fingerprints.slice(0, MOST_PARTNERS),
    why: reasonOf(first.half.role, first.evidence),
    certainty: first.evidence === 'folder' ? 'possible' : 'likely',
  }
}

const PARTNERS = { id: 'key ID', secret: 'secret', token: 'session token' } as const

const reasonOf = (partner: Half['role'], evidence: Evidence): string => {
  const other = PARTNERS[partner]
  switch (evidence) {
    case 'file-names':
      return `a ${other} stands in another file, whose name belongs to this one's`
    case 'names':
      return `a ${other} in another file has a name that belongs to this one's`
    case 'only-ones':
      return `the only ${other} left near it or in this scan stands in another file`
    case 'folder':
      return `a ${other} stands in another file of this folder`
  }
}

const edgesBetween = (ids: readonly NamedHalf[], others: readonly NamedHalf[]): readonly Edge[] => {
  const taken = new Set<NamedHalf>()
  const left = (all: readonly NamedHalf[]): readonly NamedHalf[] => all.filter((one) => !taken.has(one))
  const edges: Edge[] = []
  for (const { evidence, groupsOf } of PARTNER_RULES) {
    const found = groupsOf(left(ids), left(others)).flatMap((group) =>
      group.ids.flatMap((id) =>
        group.others.filter((other) => isPossible(id, other)).map((other) => ({ id, other, evidence })),
      ),
    )
    for (const { id, other } of found) taken.add(id).add(other)
    edges.push(...found)
  }
  return edges
}
