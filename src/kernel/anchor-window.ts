import { BYTE_KINDS, NO_SURPRISE, PAIR_SURPRISE, SINGLE_SURPRISE } from './byte-pairs.js'
import { MAX_LEAD } from './memory-layout.js'

/**
 * Four bytes of text by which the kernel notices an anchor. Which of them belong to the anchor: all, all but the
 * first (`last-three`), or all but the last (`first-three`); the other byte is whatever stands there.
 */
export interface AnchorWindow {
  readonly kind: 'four' | 'last-three' | 'first-three'
  /** Bytes from the anchor's start to the window's; −1 for `last-three`, 0 for `first-three`. */
  readonly lead: number
}

/**
 * The windows that notice an anchor wherever it stands: the kernel looks at even offsets only, so there is one for
 * anchors at even offsets and one for those at odd ones. Of the possible ones the rarest in source text is taken,
 * since each window that looks like an anchor's costs a comparison.
 *
 * @param anchor three bytes or more
 */
export const windowsOf = (anchor: Uint8Array): readonly [even: AnchorWindow, odd: AnchorWindow] => {
  const last = Math.min(anchor.length - 4, MAX_LEAD)
  let [evenLead, evenBits] = [-1, -1]
  let [oddLead, oddBits] = [-1, -1]
  for (let lead = 0; lead <= last; lead++) {
    const bits = surpriseOf(anchor, lead, 4)
    if (lead % 2 === 0 && bits > evenBits) [evenLead, evenBits] = [lead, bits]
    if (lead % 2 === 1 && bits > oddBits) [oddLead, oddBits] = [lead, bits]
  }
  return [
    evenLead < 0 ? { kind: 'first-three', lead: 0 } : { kind: 'four', lead: evenLead },
    oddBits < surpriseOf(anchor, 0, 3) ? { kind: 'last-three', lead: -1 } : { kind: 'four', lead: oddLead },
  ]
}

/** Half bits of surprise of a piece, each byte given the one before it: the larger, the rarer. Whole numbers. */
const surpriseOf = (bytes: Uint8Array, start: number, length: number): number => {
  let kind = KIND_OF[bytes[start] as number] as number
  let bits = SINGLES[kind] as number
  for (let at = start + 1; at < start + length; at++) {
    const next = KIND_OF[bytes[at] as number] as number
    bits += STEPS[kind * KINDS + next] as number
    kind = next
  }
  return bits
}

const KINDS = BYTE_KINDS.length + 1

const digit = (row: string, at: number): number => row.charCodeAt(at) - NO_SURPRISE

const KIND_OF = new Uint8Array(256).fill(BYTE_KINDS.length)
/** Of one byte of a kind. A byte is one of several of its kind, which makes it rarer than the kind. */
const SINGLES = new Int8Array(KINDS)
/** Of one byte of the second kind behind one of the first. */
const STEPS = new Int8Array(KINDS * KINDS)

for (let kind = 0; kind < KINDS; kind++) {
  const bytes = BYTE_KINDS[kind] ?? ''
  const spread = Math.round(2 * Math.log2(bytes.length || 1))
  SINGLES[kind] = digit(SINGLE_SURPRISE, kind) + spread
  for (let before = 0; before < KINDS; before++)
    STEPS[before * KINDS + kind] =
      digit(PAIR_SURPRISE[before] ?? '', kind) - digit(SINGLE_SURPRISE, before) + spread
  for (const character of bytes + bytes.toUpperCase()) KIND_OF[character.charCodeAt(0)] = kind
}
