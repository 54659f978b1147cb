import { HIDDEN } from '../model/index.js'
import { withoutValues } from './own-values.js'

/**
 * Paths as reports may show them. A path is needed to find the file, so it is masked by what looks random, not by
 * what is known to be harmless as lines are: the values of the file's own finding, and forms that a credential in
 * a file's name has.
 * The price: `keysieve verify REPORT` finds a file by the report's path, so what stands in one whose path was masked is
 * told as `not-found`. A secret in a name that is not the file's own, and not random by its looks, is not recognised.
 */

/**
 * @param path of anything a report names: a finding, or what was skipped or not read
 * @param values of the finding that stands in the file; access key ids among them stay readable
 */
export const maskPath = (path: string, values: readonly string[] = []): string =>
  withoutValues(path, values).split(HIDDEN).map(withoutRandom).join(HIDDEN)

/** The same for many findings of one file: what does not depend on their values is done once. */
export const pathMask = (path: string): ((values: readonly string[]) => string) => {
  const common = maskPath(path)
  return (values) => (withoutValues(path, values) === path ? common : maskPath(path, values))
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
    const sums = new RunSums(run)
    for (let start = 0; start < run.length; start++) {
      if (!sums.isBorder(start)) continue
      for (const length of LENGTHS) {
        const end = start + length
        if (end <= run.length && sums.isBorder(end) && sums.looksLikeSecret(start, end))
          found.push({ start: index + start, end: index + end })
      }
    }
  }
  return found
}

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

const looksRandom = (text: string, mostWordlike: number): boolean =>
  /[a-z]/.test(text) &&
  /[A-Z]/.test(text) &&
  changesIn(text) >= LEAST_CHANGES * text.length &&
  (text.match(WORDLIKE) ?? []).join('').length < mostWordlike * text.length

const WORDLIKE = /[A-Z][a-z]{3,}|[a-z]{4,}|[A-Z]{4,}/g
const CHANGE = /(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[a-z0-9])|(?<=[0-9])(?=[A-Za-z])/g

const changesIn = (text: string): number => text.match(CHANGE)?.length ?? 0

/**
 * `looksRandom` for any stretch between two borders of a run, in constant time: neither a change nor a word crosses a
 * border, so what is counted up to either end tells what lies between.
 */
class RunSums {
  readonly #run: string
  readonly #lower: Uint32Array
  readonly #upper: Uint32Array
  readonly #encoded: Uint32Array
  readonly #changes: Uint32Array
  readonly #wordlike: Uint32Array

  constructor(run: string) {
    this.#run = run
    this.#lower = sumsOf(run, /[a-z]/g)
    this.#upper = sumsOf(run, /[A-Z]/g)
    this.#encoded = sumsOf(run, /%/g)
    this.#changes = sumsOf(run, CHANGE)
    this.#wordlike = sumsOf(run, WORDLIKE)
  }

  /** Between two characters of which one is no letter or digit. */
  isBorder(at: number): boolean {
    return !(isAlphanumeric(this.#run.charCodeAt(at - 1)) && isAlphanumeric(this.#run.charCodeAt(at)))
  }

  /** More than 40 characters are too many unless some are encoded: they would only take in what stands beside a secret. */
  looksLikeSecret(start: number, end: number): boolean {
    const length = end - start
    const between = (sums: Uint32Array): number => (sums[end] ?? 0) - (sums[start] ?? 0)
    return (
      (length <= 40 || between(this.#encoded) > 0) &&
      between(this.#lower) > 0 &&
      between(this.#upper) > 0 &&
      between(this.#changes) >= LEAST_CHANGES * length &&
      between(this.#wordlike) < MOST_WORDLIKE * length
    )
  }
}

/** For each place the characters of matches that begin before it; a match without characters counts as one. */
const sumsOf = (run: string, pattern: RegExp): Uint32Array => {
  const sums = new Uint32Array(run.length + 1)
  for (const { index, 0: match } of run.matchAll(pattern)) sums[index + 1] = match.length || 1
  for (let at = 1; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (sums[at - 1] ?? 0)
  return sums
}

/** NaN, which stands before the first character and behind the last, is none. */
const isAlphanumeric = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
