import { gunzipSync, unzipSync } from 'fflate'
import type { CorpusFile } from '../case-model.js'

/** Everything a patient reader can make of a file: its text, its members, and what decoding gives, up to `depth` steps. */
export const readings = (file: CorpusFile, depth: number): ReadonlySet<string> => {
  const seen = new Set<string>()
  let texts = unpacked(file.bytes).map(textOf)
  for (let step = 0; step <= depth; step++) {
    const fresh = texts.filter((text) => !seen.has(text))
    for (const text of fresh) seen.add(text)
    texts = fresh.flatMap((text) => DECODERS.map((decode) => decode(text)))
  }
  return seen
}

const starts = (bytes: Uint8Array, ...first: readonly number[]): boolean =>
  first.every((byte, place) => bytes[place] === byte)

/** The file itself and, where it is an archive, its members and theirs. */
const unpacked = (bytes: Uint8Array): readonly Uint8Array[] => [bytes, ...membersOf(bytes).flatMap(unpacked)]

const membersOf = (bytes: Uint8Array): readonly Uint8Array[] => {
  if (starts(bytes, 0x1f, 0x8b)) return [gunzipSync(Uint8Array.from(bytes))]
  if (starts(bytes, 0x50, 0x4b, 3, 4)) return zipMembers(bytes)
  return Buffer.from(bytes.slice(257, 262)).toString('latin1') === 'ustar' ? tarMembers(bytes) : []
}

/** None where the archive is damaged. */
const zipMembers = (bytes: Uint8Array): readonly Uint8Array[] => {
  try {
    return Object.values(unzipSync(Uint8Array.from(bytes)))
  } catch {
    return []
  }
}

const tarMembers = (bytes: Uint8Array): readonly Uint8Array[] => {
  const members: Uint8Array[] = []
  for (let at = 0; bytes[at] !== undefined && bytes[at] !== 0; ) {
    const size = Number.parseInt(Buffer.from(bytes.slice(at + 124, at + 135)).toString('latin1'), 8)
    members.push(bytes.slice(at + 512, at + 512 + size))
    at += 512 + Math.ceil(size / 512) * 512
  }
  return members
}

const textOf = (bytes: Uint8Array): string => {
  if (starts(bytes, 0xff, 0xfe)) return Buffer.from(bytes).toString('utf16le')
  if (starts(bytes, 0xfe, 0xff)) return Buffer.from(bytes).swap16().toString('utf16le')
  return Buffer.from(bytes).toString('utf8')
}

const character = (digits: string, base: number): string =>
  String.fromCodePoint(Number.parseInt(digits, base))

const DECODERS: readonly ((text: string) => string)[] = [
  // Percent encoding, escapes of strings, entities, quoted-printable.
  (text) => text.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => character(hex, 16)),
  (text) =>
    text
      .replace(/\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})/g, (_, four?: string, two?: string) =>
        character(four ?? two ?? '', 16),
      )
      .replace(/\\n/g, '\n')
      .replace(/\\(["/\\])/g, '$1'),
  (text) =>
    text
      .replace(/&#x([0-9A-Fa-f]+);/g, (_, hex: string) => character(hex, 16))
      .replace(/&#(\d+);/g, (_, digits: string) => character(digits, 10))
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  (text) => text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => character(hex, 16)),
  // Strings in several pieces, and lines that go on.
  (text) => text.replace(/"\s*(?:[+.&,]|\.\.)?\s*[_\\]?\s*"/g, ''),
  (text) => text.replace(/\\\r?\n[ \t]*/g, ''),
  // Base64 of either alphabet, on one line or on several.
  (text) => decodedRuns(text),
  (text) => decodedRuns(text.replace(/(?<=[A-Za-z0-9+/]{60})\r?\n[ \t]*(?=[A-Za-z0-9+/=])/g, '')),
]

const decodedRuns = (text: string): string =>
  text.replace(/[A-Za-z0-9+/_-]{16,}={0,2}/g, (run) => Buffer.from(run, 'base64').toString('utf8'))
