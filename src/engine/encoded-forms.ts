import { Buffer } from 'node:buffer'
import type { Anchor } from '../rules/index.js'

/** Base64 of texts that hold an anchor, in its three phases. None for one that may be of any case: its forms are too many. */
export const base64FormsOf = ({ literal, caseInsensitive }: Anchor): readonly Anchor[] =>
  caseInsensitive ? [] : base64Forms(literal).map(exactly)

/**
 * What an anchor looks like in texts that encode every character of it, so that nothing is decoded without a sign: base64,
 * base64 of that, UTF-16 and its base64, and the escapes of JSON, source code, URLs and XML.
 */
export const encodedFormsOf = (anchor: Anchor): readonly Anchor[] => {
  const { literal, caseInsensitive } = anchor
  if (caseInsensitive) return []
  return [
    ...base64FormsOf(anchor),
    ...base64Forms(literal).flatMap(base64Forms).map(exactly),
    exactly(wide(literal)),
    ...base64Forms(wide(literal)).map(exactly),
    ...escapedForms(literal).map((form) => ({ literal: form, caseInsensitive: true })),
  ]
}

const exactly = (literal: string): Anchor => ({ literal, caseInsensitive: false })

const wide = (literal: string): string => [...literal].join('\0')

/** The characters of base64 that depend on the literal alone, where it begins at byte 0, 1 or 2 of a group. */
const base64Forms = (literal: string): readonly string[] =>
  [0, 1, 2].map((phase) => {
    const whole = Buffer.from(`${'\0'.repeat(phase)}${literal}\0\0`, 'latin1').toString('base64')
    return whole.slice(Math.ceil((8 * phase) / 6), Math.floor((8 * (phase + literal.length)) / 6))
  })

const ESCAPES: readonly ((code: number) => string)[] = [
  (code) => `\\u00${hex(code)}`,
  (code) => `\\x${hex(code)}`,
  (code) => `%${hex(code)}`,
  (code) => `&#${code};`,
  (code) => `&#x${hex(code)};`,
]
const hex = (code: number): string => code.toString(16).padStart(2, '0')

/** Four characters say enough; letters of hex digits may be of either case. */
const escapedForms = (literal: string): readonly string[] =>
  ESCAPES.map((escaped) => Array.from(literal.slice(0, 4), (one) => escaped(one.charCodeAt(0))).join(''))
