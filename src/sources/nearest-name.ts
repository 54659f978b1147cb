import { compareText } from '../model/index.js'

/** The name that was most likely meant; null where none is near enough to be worth naming. */
export const nearestName = (typed: string, names: readonly string[]): string | null => {
  const reach = Math.max(1, Math.min(3, Math.floor(typed.length / 3)))
  let best: { readonly name: string; readonly distance: number } | null = null
  for (const name of [...names].sort(compareText)) {
    const distance = distanceOf(typed.toLowerCase(), name.toLowerCase())
    if (distance <= reach && distance < (best?.distance ?? Number.POSITIVE_INFINITY))
      best = { name, distance }
  }
  return best?.name ?? null
}

/** A name that only goes on (or stops early) counts as one slip. */
const distanceOf = (typed: string, name: string): number => {
  const [short, long] = typed.length < name.length ? [typed, name] : [name, typed]
  return short.length >= 3 && long.startsWith(short) ? 1 : editDistance(typed, name)
}

/** Characters to insert, delete, replace, or swap with their neighbour. */
const editDistance = (a: string, b: string): number => {
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + (same ? 0 : 1),
          swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    beforeLast = last
    last = current
  }
  return at(last, b.length)
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY
