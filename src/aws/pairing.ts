import type { Candidate } from '../model/index.js'
import { gapOf, isNear, type NamedPart } from './credential-parts.js'
import { orderPrices } from './part-order.js'

/** An id and its secret; both candidates stand at one place of the blob. */
export interface Pair {
  readonly id: NamedPart
  readonly secret: NamedPart
}

/**
 * Which id belongs to which secret. Near ones first (ten lines): the cheapest pair is taken, then the next cheapest
 * of what is left. What then remains is paired at any distance where the names leave no doubt: the same stem, and
 * one value of either kind under it.
 */
export const pairUp = (ids: readonly NamedPart[], secrets: readonly NamedPart[]): readonly Pair[] => {
  const taken = new Set<NamedPart>()
  const pairs: Pair[] = []
  const take = (id: NamedPart, secret: NamedPart): void => {
    if (taken.has(id) || taken.has(secret)) return
    taken.add(id)
    taken.add(secret)
    pairs.push({ id, secret })
  }
  for (const { id, secret } of nearPairs(ids, secrets)) take(id, secret)
  const left = (parts: readonly NamedPart[]): readonly NamedPart[] => parts.filter((part) => !taken.has(part))
  for (const { id, secret } of pairsByName(left(ids), left(secrets))) take(id, secret)
  return pairs.sort((a, b) => a.secret.candidate.span.start - b.secret.candidate.span.start)
}

interface PricedPair extends Pair {
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

/** Own names, one value of each kind under a stem: no doubt at any distance. */
const pairsByName = (ids: readonly NamedPart[], secrets: readonly NamedPart[]): readonly Pair[] => {
  const secretsByStem = byStem(secrets.filter((secret) => secret.nameClass === 'own'))
  const pairs: Pair[] = []
  for (const [stem, group] of byStem(ids.filter((id) => id.candidate.name !== ''))) {
    const [id] = group
    const [secret] = secretsByStem.get(stem) ?? []
    if (id && secret && valuesOf(group) === 1 && valuesOf(secretsByStem.get(stem) ?? []) === 1)
      pairs.push({ id, secret })
  }
  return pairs
}

const valuesOf = (parts: readonly NamedPart[]): number =>
  new Set(parts.map((part) => part.candidate.value)).size

const byStem = (parts: readonly NamedPart[]): ReadonlyMap<string, readonly NamedPart[]> => {
  const groups = new Map<string, NamedPart[]>()
  for (const part of parts) {
    const group = groups.get(part.stem)
    if (group) group.push(part)
    else groups.set(part.stem, [part])
  }
  return groups
}
