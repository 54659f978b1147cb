import { DIGITS } from './alphabets.js'
import { credentialsFrom, type Makers } from './credentials.js'
import { type Random, randomOf } from './random.js'

/** What files are made of: random numbers, credentials, and the harmless values that stand around them. */
export interface Material extends Random, Makers, Surroundings {}

interface Surroundings {
  readonly hex: (length: number) => string
  readonly digits: (length: number) => string
  readonly uuid: () => string
  /** Standard base64 of `length` random bytes. */
  readonly base64: (length: number) => string
  readonly word: () => string
  /** Two words with a hyphen. */
  readonly name: () => string
  readonly person: () => string
  readonly bucket: () => string
  readonly region: () => string
  /** Twelve digits. */
  readonly account: () => string
  readonly host: () => string
  /** `2024-05-17`. */
  readonly date: () => string
  /** `13:05:59`. */
  readonly time: () => string
  readonly version: () => string
}

const WORDS = (
  'orders billing invoice catalog media upload report ledger shipping search mailer gateway worker ' +
  'archive backup metrics profile session thumbnail export payroll stock review notify harvest cargo'
).split(' ') as [string, ...string[]]
const PEOPLE = 'anna bela chidi dora emeka farid greta hiro ines jonas kavya lena'.split(' ') as [
  string,
  ...string[],
]
const REGIONS = 'us-east-1 us-west-2 eu-west-1 eu-central-1 ap-southeast-2 sa-east-1 ca-central-1'.split(
  ' ',
) as [string, ...string[]]

export const materialOf = (seed: string): Material => {
  const random = randomOf(seed)
  return { ...random, ...credentialsFrom(random), ...surroundingsFrom(random) }
}

const surroundingsFrom = (random: Random): Surroundings => {
  const { pick, text, between } = random
  const two = (least: number, most: number): string => String(between(least, most)).padStart(2, '0')
  const hex = (length: number): string => text('0123456789abcdef', length)
  const name = (): string => `${pick(WORDS)}-${pick(WORDS)}`
  return {
    hex,
    digits: (length) => `${between(1, 9)}${text(DIGITS, length - 1)}`,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${text('89ab', 1)}${hex(3)}-${hex(12)}`,
    base64: (length) => Buffer.from(random.bytes(length)).toString('base64'),
    word: () => pick(WORDS),
    name,
    person: () => pick(PEOPLE),
    bucket: () => `${name()}-${pick(['prod', 'staging', 'assets', 'eu'])}`,
    region: () => pick(REGIONS),
    account: () => `${between(2, 8)}${text(DIGITS, 11)}`,
    host: () => `${name()}.${pick(['internal', 'example.com', 'example.org'])}`,
    date: () => `20${two(21, 25)}-${two(1, 12)}-${two(1, 28)}`,
    time: () => `${two(0, 23)}:${two(0, 59)}:${two(0, 59)}`,
    version: () => `${between(0, 9)}.${between(0, 30)}.${between(0, 20)}`,
  }
}
