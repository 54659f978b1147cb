/** A stretch of base64, with its padding. UTF-16 indices, half-open. */
export interface Base64Run {
  readonly start: number
  readonly end: number
  /** Where its first line ends. */
  readonly lineEnd: number
}

/** Six bits of each character of either alphabet, by its code; -1 for others. */
export const CODES = new Int8Array(256).fill(-1)
for (const [bits, character] of [
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
].entries())
  CODES[character.charCodeAt(0)] = bits
CODES['-'.charCodeAt(0)] = 62
CODES['_'.charCodeAt(0)] = 63

/** Fewer characters hold no access key ID. */
const LEAST = 26
/** Lines of a wrapped text are as long at least. */
const WRAPPED_LINE = 40

const LINE_END = '(?:\\\\?\\r?\\n[ \\t]*|(?:\\\\r)?\\\\n[ \\t]*)'
/** The next line of a wrapped text: a long one, or one that ends as a text or a string does. */
const NEXT_LINE = new RegExp(
  `${LINE_END}(?:[A-Za-z0-9+/]{${WRAPPED_LINE},}|[A-Za-z0-9+/]+(?=={0,2}(?:[\\r\\n"'\`\\\\<]|$)))`,
  'y',
)

/** All runs of a latin1 text, wrapped ones whole. Where words are short most characters are never looked at. */
export const base64RunsIn = (text: string): readonly Base64Run[] => {
  const runs: Base64Run[] = []
  for (let at = 0; at + LEAST <= text.length; ) {
    const last = at + LEAST - 1
    let first = last + 1
    while (first > at && isBase64(text, first - 1)) first--
    if (first > at) {
      at = first
      continue
    }
    const run = runFrom(text, at, last + 1)
    runs.push(run)
    at = run.end + 1
  }
  return runs
}

const isBase64 = (text: string, at: number): boolean => (CODES[text.charCodeAt(at)] as number) >= 0

/** @param seen up to here it is known to go on */
const runFrom = (text: string, start: number, seen: number): Base64Run => {
  const firstLineEnd = lineEnd(text, seen)
  let end = firstLineEnd
  while (end - start >= WRAPPED_LINE) {
    NEXT_LINE.lastIndex = end
    if (!NEXT_LINE.test(text)) break
    end = lineEnd(text, NEXT_LINE.lastIndex)
  }
  while (text.charAt(end) === '=') end++
  return { start, end, lineEnd: firstLineEnd }
}

const lineEnd = (text: string, from: number): number => {
  let end = from
  while (end < text.length && isBase64(text, end)) end++
  return end
}
