import { Buffer } from 'node:buffer'
import type { Rewrite } from './rewrite.js'

/**
 * Base64 of text: a Kubernetes secret's values, a whole credentials file, PowerShell's UTF-16 commands. Either alphabet;
 * in one line, or wrapped as `base64` and mail programs do, also inside of a string with `\n`.
 */

/** Fewer characters hold no access key ID. */
export const LEAST_BASE64 = 26

const LINE_END = '(?:\\r?\\n[ \\t]*|\\\\r?\\\\n|(?:\\\\r)?\\\\n[ \\t]*)'
/** Lines of a wrapped text are long, and the last one ends as a line or a string does. */
const WRAPPED_LINE = 40
const LINE = `${LINE_END}[A-Za-z0-9+/]{${WRAPPED_LINE},}`
const LAST_LINE = `${LINE_END}[A-Za-z0-9+/]{1,}(?=={0,2}(?:[\\r\\n"'\`\\\\<]|$))`
const RUN = new RegExp(
  `[A-Za-z0-9+/]{${WRAPPED_LINE},}(?:${LINE})*(?:${LAST_LINE})={0,2}|[A-Za-z0-9+/_-]{${LEAST_BASE64},}={0,2}`,
  'g',
)

/** Characters of a run that are tried before all of it is decoded: 24 bytes of text come from chance once in 10⁹. */
const PROBE = 32
/** Most of what a run stands for is text; what is not becomes a character that no pattern takes. */
const LEAST_SHARE_OF_TEXT = 0.85
const SUBSTITUTE = '\x1a'

export const base64Rewrites = (text: string): readonly Rewrite[] => {
  const rewrites: Rewrite[] = []
  for (const found of text.matchAll(RUN)) {
    const rewrite = decodedRun(text, found.index, found.index + found[0].length)
    if (rewrite !== null) rewrites.push(rewrite)
  }
  return rewrites
}

const CODES = new Int8Array(256).fill(-1)
for (const [code, character] of [
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
].entries())
  CODES[character.charCodeAt(0)] = code
CODES['-'.charCodeAt(0)] = 62
CODES['_'.charCodeAt(0)] = 63

/** What a run stands for; null where that is no text. A name or a path may be glued before it: `data/QUtJ…`. */
const decodedRun = (text: string, start: number, end: number): Rewrite | null => {
  const places = placesOf(text, start, end)
  for (let skip = 0; skip < 4; skip++) {
    if (!isTextInTheMiddle(text, places, skip)) continue
    const rewrite = decoded(text, places.subarray(skip), { start, end })
    if (rewrite !== null) return rewrite
  }
  return null
}

/** Where the characters of a run stand that count: no line ends, no padding. */
const placesOf = (text: string, start: number, end: number): Uint32Array => {
  const places = new Uint32Array(end - start)
  let count = 0
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    // The `n` and `r` of an escaped line end.
    if (code === 0x5c) at++
    else if (CODES[code] !== -1) places[count++] = at
  }
  return places.subarray(0, count)
}

const isTextInTheMiddle = (text: string, places: Uint32Array, skip: number): boolean => {
  const middle = Math.max(0, Math.floor((places.length - PROBE) / 8) * 4) + skip
  const probe = bytesOf(text, places.subarray(middle, middle + PROBE))
  return isText(probe) || isText(halved(probe, 0)) || isText(halved(probe, 1))
}

const isText = (bytes: Uint8Array): boolean => bytes.every(isTextByte)

/** Printable ASCII and line ends. Other scripts don't hold credentials, but may stand beside them in small numbers. */
const isTextByte = (byte: number): boolean =>
  (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09

/** The other byte of each UTF-16 unit; empty where it is not zero everywhere. */
const halved = (bytes: Uint8Array, low: 0 | 1): Uint8Array => {
  for (let at = 1 - low; at < bytes.length; at += 2) if (bytes[at] !== 0) return Uint8Array.of(0)
  return bytes.filter((_, at) => at % 2 === low)
}

const bytesOf = (text: string, places: Uint32Array): Uint8Array => {
  const bytes = new Uint8Array(Math.floor((places.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (const place of places) {
    bits = ((bits << 6) | (CODES[text.charCodeAt(place)] as number)) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    bytes[at++] = (bits >> held) & 0xff
  }
  return bytes
}

const decoded = (
  text: string,
  places: Uint32Array,
  { start, end }: { readonly start: number; readonly end: number },
): Rewrite | null => {
  const bytes = bytesOf(text, places)
  const [step, first] = isWide(bytes, 0) ? [2, 0] : isWide(bytes, 1) ? [2, 1] : [1, 0]
  const characters: string[] = []
  const from: number[] = []
  const to: number[] = []
  let texts = 0
  for (let at = first; at < bytes.length; at += step) {
    const byte = bytes[at] as number
    if (isTextByte(byte)) texts++
    characters.push(isTextByte(byte) ? String.fromCharCode(byte) : SUBSTITUTE)
    from.push(places[Math.floor((at * 4) / 3)] as number)
    to.push((places[Math.floor(((at + 1) * 4 - 1) / 3)] as number) + 1)
  }
  if (texts < characters.length * LEAST_SHARE_OF_TEXT) return null
  return {
    start: places[0] ?? start,
    end,
    text: Buffer.from(characters.join(''), 'latin1').toString('latin1'),
    from,
    to,
  }
}

const isWide = (bytes: Uint8Array, low: 0 | 1): boolean => {
  let zeros = 0
  for (let at = 1 - low; at < bytes.length; at += 2) if (bytes[at] === 0) zeros++
  return zeros * 2 > bytes.length * 0.9
}
