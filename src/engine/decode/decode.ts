import { base64Rewrites } from './base64.js'
import { type DecodedText, decodedText, plainText } from './decoded-text.js'
import { escapeRewrites } from './escapes.js'
import { joinRewrites } from './joins.js'
import { type Rewrite, withoutOverlaps } from './rewrite.js'
import { wideRewrites } from './wide.js'

/** Encodings inside of encodings that are undone: more than people nest. */
const DEEPEST = 4
/** Fewer characters in a row are no part of a credential. */
const LEAST_TOKEN = 16

/**
 * A text's further readings, from the outside inwards: with the encoded stretches decoded; with what is written in
 * pieces or escaped put together, and then decoded. Each holds all of the text around, and knows where it stands.
 * @param text latin1 @param offset of its first character in the source
 */
export const readingsOf = (text: string, offset: number): readonly DecodedText[] => {
  const readings: DecodedText[] = []
  let current = plainText(text, offset)
  for (let depth = 0; depth < DEEPEST; depth++) {
    const decoded = decodedText(current, blocksIn(current.text))
    if (decoded !== current) readings.push(decoded)
    const whole = decodedText(current, piecesIn(current.text))
    const both = whole === current ? decoded : decodedText(whole, blocksIn(whole.text))
    if (both === current) break
    if (both !== decoded) readings.push(both)
    current = both
  }
  return readings
}

const blocksIn = (text: string): readonly Rewrite[] =>
  withoutOverlaps([...base64Rewrites(text), ...wideRewrites(text)])

/** Escapes and joins stand everywhere; those that no long token is made of, or stands behind, are not worth another look. */
const piecesIn = (text: string): readonly Rewrite[] => {
  const rewrites = withoutOverlaps([...joinRewrites(text), ...escapeRewrites(text)])
  return isPartOfToken(text, rewrites) ? rewrites : []
}

const isPartOfToken = (text: string, rewrites: readonly Rewrite[]): boolean => {
  /** Token characters in a row before `at`, of what is kept and of what is put in. */
  let run = 0
  let at = 0
  for (const { start, end, text: put } of rewrites) {
    const kept = tokenTail(text, at, start)
    run = kept === start - at ? run + kept : kept
    at = end
    run = put === '' || isTokenCharacter(put.charCodeAt(0)) ? run + put.length : 0
    if (run + tokenHead(text, at) >= LEAST_TOKEN) return true
  }
  return false
}

const isTokenCharacter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x2f && code <= 0x39) ||
  code === 0x2b ||
  code === 0x3d

/** Token characters in a row before `end`, not before `start`. */
const tokenTail = (text: string, start: number, end: number): number => {
  let at = end
  while (at > start && isTokenCharacter(text.charCodeAt(at - 1))) at--
  return end - at
}

/** Token characters in a row from `start`, no more than are asked for. */
const tokenHead = (text: string, start: number): number => {
  let at = start
  while (at < text.length && at - start < LEAST_TOKEN && isTokenCharacter(text.charCodeAt(at))) at++
  return at - start
}
