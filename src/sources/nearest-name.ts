import { compareText, editDistance } from '../model/index.js'

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
