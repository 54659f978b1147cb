import type { Candidate } from '../model/index.js'
import { gapOf, isNear, type NamedPart } from './credential-parts.js'
import { orderPrices } from './part-order.js'

/** An id and its secret; both candidates stand at one place of the blob. */
export interface Pair {
  readonly id: NamedPart
  readonly secret: NamedPart
  /** Other secrets near the id that no other id has, likeliest first. */
  readonly alternatives: readonly NamedPart[]
}

type Couple = Omit<Pair, 'alternatives'>

/**
 * Which id belongs to which secret. Near ones first (ten lines): the cheapest pair is taken, then the next cheapest
 * of what is left. What then remains is paired at any distance where the names leave no doubt.
 */
export const pairUp = (ids: readonly NamedPart[], secrets: readonly NamedPart[]): readonly Pair[] => {
  const taken = new Set<NamedPart>()
  const pairs: Couple[] = []
  const take = (id: NamedPart, secret: NamedPart): void => {
    if (taken.has(id) || taken.has(secret)) return
    taken.add(id)
    taken.add(secret)
    pairs.push({ id, secret })
  }
  const near = nearPairs(ids, secrets)
  for (const { id, secret } of near) take(id, secret)
  const left = (parts: readonly NamedPart[]): readonly NamedPart[] => parts.filter((part) => !taken.has(part))
  for (const rule of NAME_RULES)
    for (const { id, secret } of pairsByName(left(ids), left(secrets), rule)) take(id, secret)
  const alternativesOf = alternativesIn(near, taken)
  return pairs
    .sort((a, b) => a.secret.candidate.span.start - b.secret.candidate.span.start)
    .map((pair) => ({ ...pair, alternatives: alternativesOf(pair) }))
}

/** With its own, an id has so many secrets to be tried with. */
export const MOST_ALTERNATIVES = 4
/** What is so much less likely than the secret that was taken is noise beside it. */
const MOST_DEARER = 300

/** @param near sorted by price; @param taken ids and secrets that belong to each other */
const alternativesIn = (
  near: readonly PricedPair[],
  taken: ReadonlySet<NamedPart>,
): ((pair: Couple) => readonly NamedPart[]) => {
  const owned = new Set([...taken].map(({ candidate }) => candidate.value))
  const byId = new Map<NamedPart, PricedPair[]>()
  for (const priced of near) {
    const list = byId.get(priced.id)
    if (list) list.push(priced)
    else byId.set(priced.id, [priced])
  }
  return ({ id, secret }) => {
    const ranked = byId.get(id) ?? []
    const own = ranked.find((priced) => priced.secret === secret)
    if (own === undefined) return []
    const further = new Map<string, NamedPart>()
    for (const { secret: other, price } of ranked) {
      if (price > own.price + MOST_DEARER || further.size === MOST_ALTERNATIVES) break
      const { value } = other.candidate
      if (!owned.has(value) && !further.has(value)) further.set(value, other)
    }
    return [...further.values()]
  }
}

interface PricedPair extends Couple {
  readonly price: number
}

/** Both lists are sorted by place, so that each id looks at its neighbours only. */
const nearPairs = (ids: readonly NamedPart[], secrets: readonly NamedPart[]): readonly PricedPair[] => {
  const priced: PricedPair[] = []
  const orderPrice = orderPrices(ids, secrets)
  let first = 0
  for (const id of ids) {
    while (first < secrets.length && isBefore(secrets[first], id)) first++
    for (let i = first; i < secrets.length; i++) {
      const secret = secrets[i] as NamedPart
      if (!isNear(id.candidate, secret.candidate)) {
        if (secret.candidate.span.start > id.candidate.span.start) break
        continue
      }
      if (secret.nameClass === 'foreign') continue
      priced.push({ id, secret, price: priceOf(id, secret, orderPrice(id, secret)) })
    }
  }
  return priced.sort((a, b) => a.price - b.price)
}

/** Too far before the id to be near this one or any later one. */
const isBefore = (secret: NamedPart | undefined, id: NamedPart): boolean =>
  secret !== undefined &&
  secret.candidate.span.start < id.candidate.span.start &&
  !isNear(secret.candidate, id.candidate)

const NAME_PRICE = { own: 0, generic: 40, none: 80, other: 400, foreign: 10_000 } as const

/** The less, the more likely they belong together. A line apart costs as much as fifty bytes. */
const priceOf = (id: NamedPart, secret: NamedPart, orderPrice: number): number => {
  const lines = Math.abs(id.candidate.place.line - secret.candidate.place.line)
  const distance = lines * 50 + Math.min(gapOf(id.candidate, secret.candidate), 50)
  const partition = partitionPrice(id.candidate, secret.candidate)
  return distance + orderPrice + NAME_PRICE[secret.nameClass] + stemPrice(id, secret) + partition
}

const stemPrice = (id: NamedPart, secret: NamedPart): number => {
  if (id.candidate.name === '' || secret.candidate.name === '') return 0
  if (id.stem === secret.stem) return id.stem === '' ? 0 : -200
  return id.stem !== '' && secret.stem !== '' ? 300 : 60
}

/** A section head parts what it divides; closing brackets on a line of their own end what belongs together. */
const partitionPrice = ({ place: a }: Candidate, { place: b }: Candidate): number => {
  if (a.section !== b.section) return 800
  return a.closing === b.closing ? 0 : 200
}

/** Parts with the same key belong together if they are one value of each kind; null takes no part in it. */
type NameRule = (part: NamedPart) => string | null

const PROVIDER = /aws|amazon|amzn|s3/g

/** In order: the same section and stem, a section and a stem but for the provider's name, own names in all of the blob. */
const NAME_RULES: readonly NameRule[] = [
  (part) => (saysSecret(part) ? `${part.candidate.place.section} ${part.stem}` : null),
  (part) => (saysSecret(part) ? `${part.candidate.place.section} ${part.stem.replace(PROVIDER, '')}` : null),
  (part) => (part.candidate.role === 'id' || part.nameClass === 'own' ? part.stem : null),
]

/** Far from an id `password` or `key` may be anybody's; `secret_key` is not. */
const saysSecret = ({ candidate, nameClass }: NamedPart): boolean =>
  candidate.role === 'id' ||
  nameClass === 'own' ||
  (nameClass === 'generic' && candidate.name.includes('secret'))

const pairsByName = (
  ids: readonly NamedPart[],
  secrets: readonly NamedPart[],
  rule: NameRule,
): readonly Couple[] => {
  const secretsByKey = groupBy(secrets, rule)
  const pairs: Couple[] = []
  const named = ids.filter(({ candidate }) => candidate.name !== '')
  for (const [key, group] of groupBy(named, rule)) {
    const [id] = group
    const partners = secretsByKey.get(key) ?? []
    const [secret] = partners
    if (id && secret && valuesOf(group) === 1 && valuesOf(partners) === 1) pairs.push({ id, secret })
  }
  return pairs
}

const valuesOf = (parts: readonly NamedPart[]): number =>
  new Set(parts.map((part) => part.candidate.value)).size

const groupBy = (parts: readonly NamedPart[], rule: NameRule): ReadonlyMap<string, readonly NamedPart[]> => {
  const groups = new Map<string, NamedPart[]>()
  for (const part of parts) {
    const key = rule(part)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(part)
    else groups.set(key, [part])
  }
  return groups
}
