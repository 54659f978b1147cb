import fc from 'fast-check'
import type { KernelAnchor } from '../../src/kernel/index.js'
import { anchor, latin1 } from './hits.js'

/** Anchors of every length and kind that the tables treat differently; prefixes, suffixes and overlaps of each other. */
export const ANCHORS: readonly KernelAnchor[] = [
  anchor('key', true),
  anchor('eyJ'),
  anchor('AKIA'),
  anchor('ASIA'),
  anchor('aaa'),
  anchor('aaaa'),
  anchor('token', true),
  anchor('tokens', true),
  anchor('secret', true),
  anchor('secret', true),
  anchor('api_key', true),
  anchor('-----BEGIN'),
  anchor('@[^`', true),
  anchor('\xff\xfe\x00'),
  anchor('0123456789abcdef'),
  anchor('0123456789abcdefg'),
  anchor('connection_string_password', true),
  anchor('a-very-long-anchor-that-takes-three-pieces-to-hold', true),
]

const anyCase = (text: string): fc.Arbitrary<string> => fc.mixedCase(fc.constant(text))
const textOf = ({ bytes }: KernelAnchor): string => Buffer.from(bytes).toString('latin1')

/** Whole anchors in any case, pieces of anchors, and bytes between them, most of them few in kind. */
export const textWith = (anchors: readonly KernelAnchor[], maxPieces = 24): fc.Arbitrary<Uint8Array> => {
  const whole = fc
    .constantFrom(...anchors)
    .chain((one) => fc.oneof(fc.constant(textOf(one)), anyCase(textOf(one))))
  const cut = fc
    .tuple(whole, fc.nat(5), fc.nat(5))
    .map(([text, before, behind]) => text.slice(before, Math.max(before, text.length - behind)))
  const between = fc.tuple(fc.nat(255), whole, fc.nat(255)).map(([before, text, behind]) => {
    return String.fromCharCode(before) + text + String.fromCharCode(behind)
  })
  const near = fc.string({ unit: fc.constantFrom(...'aAkKeE_-@`[{ \x00\xff'), maxLength: 5 })
  const noise = fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes).toString('latin1'))
  return fc
    .array(fc.oneof(whole, { weight: 3, arbitrary: between }, cut, near, noise), {
      maxLength: maxPieces,
      size: 'max',
    })
    .map((pieces) => latin1(pieces.join('')))
}

/** A text of which some bytes at the end do not count, often in the middle of an anchor. */
export const countedText = (
  anchors: readonly KernelAnchor[],
): fc.Arbitrary<{ readonly content: Uint8Array; readonly length: number }> =>
  fc
    .tuple(textWith(anchors), fc.oneof(fc.constant(0), fc.nat(20)))
    .map(([content, left]) => ({ content, length: Math.max(0, content.length - left) }))
