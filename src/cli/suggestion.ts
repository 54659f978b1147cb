import { editDistance } from '../model/index.js'

/** The word the user most likely meant, or null where none is near enough to be worth naming. */
export const suggestionFor = (typed: string, known: readonly string[]): string | null => {
  const word = typed.toLowerCase()
  const reach = Math.max(1, Math.min(3, Math.floor(word.length / 3)))
  let best: { readonly word: string; readonly distance: number } | null = null
  for (const candidate of known) {
    const distance = startsAlike(word, candidate) ? 1 : distanceOf(word, candidate.toLowerCase())
    if (distance <= reach && distance < (best?.distance ?? Number.POSITIVE_INFINITY)) {
      best = { word: candidate, distance }
    }
  }
  return best?.word ?? null
}

const startsAlike = (typed: string, known: string): boolean => typed.length >= 3 && known.startsWith(typed)

/** Long words, and those of very different length, are not compared. */
const distanceOf = (typed: string, known: string): number =>
  Math.abs(typed.length - known.length) > 3 || typed.length > 64
    ? Number.POSITIVE_INFINITY
    : editDistance(typed, known)
