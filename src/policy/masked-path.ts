/**
 * Paths as reports may show them. A path is needed to find the file, so it is masked by what looks random, not by
 * what is known to be harmless as lines are: the values of the file's own finding, and forms that a credential in
 * a file's name has.
 * The price: `keysieve verify REPORT` finds a file by the report's path, so what stands in one whose path was masked is
 * told as `not-found`. A secret in a name that is not the file's own, and not random by its looks, is not recognised.
 */

const HIDDEN = '<hidden>'

/**
 * @param path of anything a report names: a finding, or what was skipped or not read
 * @param values of the finding that stands in the file; access key ids among them stay readable
 */
export const maskPath = (path: string, values: readonly string[] = []): string => {
  const known = values.filter((value) => value !== '' && !KEY_ID.test(value)).reduce(withoutValue, path)
  return known.split(HIDDEN).map(withoutRandom).join(HIDDEN)
}

const KEY_ID = /^(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}$/

/** A value is found as it is, percent-encoded, and with other characters for those that file names can't have or must not. */
const withoutValue = (path: string, value: string): string =>
  value.length > path.length
    ? path
    : path.replace(new RegExp(Array.from(value, spellings).join(''), 'g'), HIDDEN)

const spellings = (character: string): string => {
  // A lone surrogate has no encoding.
  const encoded = /^\p{Cs}$/u.test(character) ? '' : encodeURIComponent(character)
  const hex = encoded.startsWith('%')
    ? `|${encoded.replace(/[A-F]/g, (digit) => `[${digit}${digit.toLowerCase()}]`)}`
    : ''
  if (character === '/') return `(?:[/_+:~,.-]${hex})`
  if (character === '+') return `(?:[+ _-]${hex})`
  return `(?:${character.replace(/[^\w\s]/g, '\\$&')}${hex})`
}

interface Range {
  readonly start: number
  readonly end: number
}

/** Mixed letters only can look random; most paths end here. */
const withoutRandom = (path: string): string => {
  if (path.length < RUN || !/[a-z]/.test(path) || !/[A-Z]/.test(path)) return path
  const hidden = [...randomWindows(path), ...randomRuns(path)].sort((a, b) => a.start - b.start)
  let shown = ''
  let at = 0
  for (const { start, end } of hidden) {
    if (start >= at) shown += path.slice(at, start) + HIDDEN
    at = Math.max(at, end)
  }
  return shown + path.slice(at)
}

/** The characters that 40 of base64 or its URL-safe form may become in a path. */
const ALPHABET = /[A-Za-z0-9+/_=%~-]{38,}/g
/**
 * Lengths of a secret access key in a path: 40; less where `//` became one `/` or a file's name can't begin or end with
 * one; more where up to three characters are percent-encoded.
 */
const LENGTHS = [40, 39, 38, 42, 44, 46]

/**
 * Places that hold 40 characters between borders, `/` among them: a secret with slashes spans directories. Which of
 * several overlapping ones is the secret can't be told, so all of them are hidden.
 */
const randomWindows = (path: string): readonly Range[] => {
  const found: Range[] = []
  for (const { index, 0: run } of path.matchAll(ALPHABET)) {
    // What does not change often enough to hold such a place is not looked at border by border: nearly every path.
    if (changesIn(run) < LEAST_CHANGES * Math.min(...LENGTHS)) continue
    for (const length of LENGTHS) {
      for (let start = 0; start + length <= run.length; start++) {
        const range = { start: index + start, end: index + start + length }
        if (!isBorder(run, start) || !isBorder(run, start + length)) continue
        if (found.some((other) => other.start <= range.start && range.end <= other.end)) continue
        if (looksLikeSecret(path.slice(range.start, range.end))) found.push(range)
      }
    }
  }
  return found
}

/** More than 40 characters are too many unless some are encoded: they would only take in what stands beside a secret. */
const looksLikeSecret = (text: string): boolean =>
  (text.length <= 40 || text.includes('%')) && looksRandom(text, MOST_WORDLIKE)

/** Between two characters of which one is no letter or digit. */
const isBorder = (text: string, at: number): boolean =>
  !(isAlphanumeric(text[at - 1]) && isAlphanumeric(text[at]))
const isAlphanumeric = (character: string | undefined): boolean => /^[A-Za-z0-9]$/.test(character ?? '')

/** Tokens of other providers, and a secret that touches a word: one run without separators. */
const RUN = 24
const LONG_RUN = new RegExp(`[A-Za-z0-9+%=]{${RUN},}`, 'g')

const randomRuns = (path: string): readonly Range[] =>
  Array.from(path.matchAll(LONG_RUN), ({ index, 0: run }) => ({
    start: index,
    end: index + run.length,
  })).filter(({ start, end }) => looksRandom(path.slice(start, end), MOST_WORDLIKE_RUN))

/**
 * Two measures on which random text and words differ: how often neighbours are of different classes (upper, lower,
 * digit), as a share of the length, and the share of characters in stretches that could be words. Tuned on 100,000 random
 * secrets, of which 12 pass for words, and on the paths of a system with 125,000 mixed-case ones, of which one in 1,100
 * passes for a secret.
 */
const LEAST_CHANGES = 0.27
const MOST_WORDLIKE = 0.75
/** Stricter where the length is no hint. */
const MOST_WORDLIKE_RUN = 0.5

const looksRandom = (text: string, mostWordlike: number): boolean => {
  const wordlike = (text.match(/[A-Z][a-z]{3,}|[a-z]{4,}|[A-Z]{4,}/g) ?? []).join('').length
  return (
    /[a-z]/.test(text) &&
    /[A-Z]/.test(text) &&
    changesIn(text) >= LEAST_CHANGES * text.length &&
    wordlike < mostWordlike * text.length
  )
}

const changesIn = (text: string): number =>
  text.match(/(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[a-z0-9])|(?<=[0-9])(?=[A-Za-z])/g)?.length ?? 0
