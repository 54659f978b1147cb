/** The word the user most likely meant, or null where none is near enough to be worth naming. */
export const suggestionFor = (typed: string, known: readonly string[]): string | null => {
  const word = typed.toLowerCase()
  const reach = Math.max(1, Math.min(3, Math.floor(word.length / 3)))
  let best: { readonly word: string; readonly distance: number } | null = null
  for (const candidate of known) {
    const distance = startsAlike(word, candidate) ? 1 : editDistance(word, candidate.toLowerCase())
    if (distance <= reach && distance < (best?.distance ?? Number.POSITIVE_INFINITY)) {
      best = { word: candidate, distance }
    }
  }
  return best?.word ?? null
}

const startsAlike = (typed: string, known: string): boolean => typed.length >= 3 && known.startsWith(typed)

/** Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`. Long words are not compared. */
const editDistance = (a: string, b: string): number => {
  if (Math.abs(a.length - b.length) > 3 || a.length > 64) return Number.POSITIVE_INFINITY
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    beforeLast = last
    last = current
  }
  return at(last, b.length)
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY
