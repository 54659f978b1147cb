import { latin1 } from '../latin1.js'
import { type Base64Run, base64RunsIn, CODES } from './base64-runs.js'
import type { Rewrite } from './rewrite.js'

/**
 * Base64 of text: a Kubernetes secret's values, a whole credentials file, PowerShell's UTF-16 commands. Either alphabet;
 * in one line, or wrapped as `base64` and mail programs do, also inside of a string with `\n`.
 */

/** Characters that are tried before all of a run is decoded: 24 bytes of text come from chance once in 10⁹. */
const PROBE = 32
/** Text may stand among other bytes: so often a run is tried. */
const PROBE_EVERY = 256
/** What is no text becomes a character that no pattern takes. */
const SUBSTITUTE = 0x1a

export const base64Rewrites = (text: string): readonly Rewrite[] => {
  const rewrites: Rewrite[] = []
  for (const run of base64RunsIn(text)) {
    const rewrite = decodedRun(text, run)
    if (rewrite !== null) rewrites.push(rewrite)
  }
  return rewrites
}

/** What a run stands for; null where that is no text. A name or a path may be glued before it: `data/QUtJ…`. */
const decodedRun = (text: string, run: Base64Run): Rewrite | null => {
  let best: { rewrite: Rewrite; noise: number } | null = null
  for (let skip = 0; skip < 4; skip++) {
    if (!holdsText(text, run, skip)) continue
    const rewrite = decoded(text, placesOf(text, run).subarray(skip), run)
    const noise = noiseIn(rewrite.text)
    // Where the run was cut its phase is unknown, and one letter many times over is text in more than one.
    if (best === null || noise < best.noise) best = { rewrite, noise }
    if (noise === 0) break
  }
  return best?.rewrite ?? null
}

const noiseIn = (text: string): number => {
  let noise = 0
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === SUBSTITUTE) noise++
  return noise
}

const holdsText = (text: string, { start, lineEnd }: Base64Run, skip: number): boolean => {
  const first = start + skip
  const last = first + Math.max(0, Math.floor((lineEnd - first - PROBE) / 4) * 4)
  for (let at = first; at < last; at += PROBE_EVERY) if (isText(text, at, at + PROBE)) return true
  return isText(text, last, Math.min(lineEnd, last + PROBE))
}

/** Asked of many runs that are none: it ends with the first byte that tells, and makes nothing. */
const isText = (text: string, start: number, end: number): boolean => {
  let bits = 0
  let held = 0
  let zeros = 0
  for (let at = start; at < end; at++) {
    bits = ((bits << 6) | (CODES[text.charCodeAt(at)] as number)) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    const byte = (bits >> held) & 0xff
    if (byte === 0) zeros++
    else if (!isTextByte(byte)) return false
  }
  const bytes = Math.floor(((end - start) * 3) / 4)
  // Nothing, or every other byte as in UTF-16.
  return zeros === 0 || Math.abs(zeros * 2 - bytes) <= 1
}

/** Where the characters of a run stand that count: no line ends, no padding. */
const placesOf = (text: string, { start, end }: Base64Run): Uint32Array => {
  const places = new Uint32Array(end - start)
  let count = 0
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    // The `n` and `r` of an escaped line end.
    if (code === 0x5c) at++
    else if ((CODES[code] as number) >= 0) places[count++] = at
  }
  return places.subarray(0, count)
}

/** Printable ASCII and line ends. Other scripts don't hold credentials, but may stand beside them in small numbers. */
const isTextByte = (byte: number): boolean =>
  (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09

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

const decoded = (text: string, places: Uint32Array, { start, end }: Base64Run): Rewrite => {
  const bytes = bytesOf(text, places)
  const [step, first] = isWide(bytes, 0) ? [2, 0] : isWide(bytes, 1) ? [2, 1] : [1, 0]
  const count = Math.ceil((bytes.length - first) / step)
  const characters = new Uint8Array(count)
  const from = new Uint32Array(count)
  const to = new Uint32Array(count)
  for (let i = 0, at = first; i < count; i++, at += step) {
    const byte = bytes[at] as number
    characters[i] = isTextByte(byte) ? byte : SUBSTITUTE
    from[i] = places[Math.floor((at * 4) / 3)] as number
    to[i] = (places[Math.floor(((at + 1) * 4 - 1) / 3)] as number) + 1
  }
  return { start: places[0] ?? start, end, text: latin1(characters, 0, count), from, to }
}

const isWide = (bytes: Uint8Array, low: 0 | 1): boolean => {
  let zeros = 0
  for (let at = 1 - low; at < bytes.length; at += 2) if (bytes[at] === 0) zeros++
  return zeros * 2 > bytes.length * 0.9
}
