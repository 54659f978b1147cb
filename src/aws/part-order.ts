import { isNear, type NamedPart } from './credential-parts.js'

/** Which half comes first where several credentials stand one after the other. */
type PartOrder = 'id-first' | 'secret-first' | 'unknown'

/** What it costs to pair an id with a secret that stands on this side of it. */
export type OrderPrice = (id: NamedPart, secret: NamedPart) => number

const AGAINST_THE_ORDER = 250
/** Without anything to go by: people write the id first. */
const SECRET_FIRST = 30

/**
 * In `id secret id secret` a secret is as near to the id behind it as to its own. A run of parts that begins with an id
 * and ends with a secret has its ids first, and the other way round; both lists are sorted by place.
 */
export const orderPrices = (ids: readonly NamedPart[], secrets: readonly NamedPart[]): OrderPrice => {
  const orders = ordersOf(
    [...ids, ...secrets.filter(({ nameClass }) => nameClass !== 'foreign')].sort(
      (a, b) => a.candidate.span.start - b.candidate.span.start,
    ),
  )
  return (id, secret) => {
    const isSecretFirst = secret.candidate.span.start < id.candidate.span.start
    switch (orders.get(id) ?? 'unknown') {
      case 'id-first':
        return isSecretFirst ? AGAINST_THE_ORDER : 0
      case 'secret-first':
        return isSecretFirst ? 0 : AGAINST_THE_ORDER
      case 'unknown':
        return isSecretFirst ? SECRET_FIRST : 0
    }
  }
}

const ordersOf = (parts: readonly NamedPart[]): ReadonlyMap<NamedPart, PartOrder> => {
  const orders = new Map<NamedPart, PartOrder>()
  let run: NamedPart[] = []
  const close = (): void => {
    const order = orderOf(run)
    for (const part of run) orders.set(part, order)
    run = []
  }
  for (const part of parts) {
    const last = run.at(-1)
    if (last !== undefined && !belongs(last, part)) close()
    run.push(part)
  }
  close()
  return orders
}

const belongs = ({ candidate: a }: NamedPart, { candidate: b }: NamedPart): boolean =>
  isNear(a, b) && a.place.section === b.place.section

/** Oddly named secrets count only where there are no others: beside those they are noise. */
const orderOf = (parts: readonly NamedPart[]): PartOrder => {
  const better = parts.filter(({ nameClass }) => nameClass !== 'other')
  const run = better.some(({ candidate }) => candidate.role === 'secret') ? better : parts
  const [first, last] = [run[0]?.candidate.role, run.at(-1)?.candidate.role]
  if (first === last) return 'unknown'
  return first === 'id' ? 'id-first' : 'secret-first'
}
