import type { Material } from './material.js'

/** UTF-16 with a byte order mark. */
export const utf16 = (text: string, order: 'little-endian' | 'big-endian'): Uint8Array => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return order === 'little-endian' ? bytes : bytes.swap16()
}

export const base64Of = (text: string): string => Buffer.from(text, 'utf8').toString('base64')

/** Lines of `width` characters, as `base64` (76) and `openssl` (64) write them. */
export const wrapped = (text: string, width: number): readonly string[] =>
  text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []

export const base64UrlOf = (text: string): string => Buffer.from(text, 'utf8').toString('base64url')

/** Every character as `%XX`, letters too. */
export const percentEvery = (text: string): string =>
  [...Buffer.from(text, 'utf8')]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')

const unicodeEscape = (char: string): string =>
  `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`

/** `\u0041` for every character. */
export const unicodeEvery = (text: string): string => [...text].map(unicodeEscape).join('')

/** `\u002b` for what is no letter or digit. */
export const unicodeSpecials = (text: string): string => text.replace(/[^A-Za-z0-9]/g, unicodeEscape)

/** `\/`, as PHP's json_encode writes. */
export const slashEscapes = (text: string): string => text.replaceAll('/', '\\/')

export const decimalEntities = (text: string): string =>
  text.replace(/[^A-Za-z0-9]/g, (char) => `&#${char.codePointAt(0)};`)

export const hexEntities = (text: string): string =>
  text.replace(/[^A-Za-z0-9]/g, (char) => `&#x${(char.codePointAt(0) ?? 0).toString(16).toUpperCase()};`)

/** Quoted-printable with soft line breaks after 72 characters (RFC 2045, section 6.7). */
export const quotedPrintable = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      softBroken(line.replace(/[^\t\x20-\x3c\x3e-\x7e]/g, (char) => percentEvery(char).replaceAll('%', '='))),
    )
    .join('\r\n')

const softBroken = (line: string): string => (line.match(/(?:=[0-9A-F]{2}|[^=]){1,72}/g) ?? []).join('=\r\n')

/** A value cut into `count` pieces of random length, none shorter than three characters. */
export const pieces = (m: Material, value: string, count: number): readonly string[] => {
  const cuts = new Set<number>()
  while (cuts.size < count - 1) cuts.add(3 * m.between(1, Math.floor(value.length / 3) - 1))
  const places = [0, ...[...cuts].sort((a, b) => a - b), value.length]
  return places.slice(1).map((end, place) => value.slice(places[place], end))
}
