import { createHash } from 'node:crypto'
import { err, ok, type Result } from '../model/index.js'
import type { RuleExample } from './compiled-rule.js'

/**
 * Examples are templates, so that no live-looking value stands in a rule file: `{{ base62:22 }}` becomes 22 characters
 * that depend on the seed alone. `{{ prefix:ghp_ }}` is its own text, kept apart from what follows it;
 * `{{ begin }}` and `{{ end }}` mark the primary part where that is not the whole example.
 */
const ALPHABETS: Readonly<Record<string, string>> = {
  digits: '0123456789',
  hex: '0123456789abcdef',
  'upper-hex': '0123456789ABCDEF',
  lower: 'abcdefghijklmnopqrstuvwxyz',
  upper: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  base32: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  base36: '0123456789abcdefghijklmnopqrstuvwxyz',
  base62: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  base64: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
  base64url: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
}

const MOST_CHARACTERS = 20_000

const SLOT = /\{\{ (?<word>[a-z][a-z0-9-]*)(?::(?<argument>[^{}]*?))? \}\}/g

/**
 * The text that a template stands for.
 * @param kind a match has a primary part, a clean example has none
 * @returns or one sentence about what is wrong
 */
export const renderExample = (
  template: string,
  seed: string,
  kind: 'match' | 'clean',
): Result<RuleExample, string> => {
  const bytes = bytesOf(seed)
  const marks: { begin?: number; end?: number } = {}
  let text = ''
  let at = 0
  for (const slot of template.matchAll(SLOT)) {
    text += template.slice(at, slot.index)
    at = slot.index + slot[0].length
    const { word = '', argument } = slot.groups ?? {}
    if (word === 'begin' || word === 'end') {
      if (marks[word] !== undefined) return err(`{{ ${word} }} stands twice`)
      marks[word] = byteLength(text)
      continue
    }
    const value = slotValue(word, argument, bytes)
    if (value === null) return err(`"${slot[0]}" is no slot`)
    text += value
  }
  text += template.slice(at)
  if (text.includes('{{ ')) return err('"{{ " stands in it, but no slot')
  if (kind === 'clean') return ok({ text, span: null })
  const span = { start: marks.begin ?? 0, end: marks.end ?? byteLength(text) }
  return span.start < span.end ? ok({ text, span }) : err('{{ end }} stands before {{ begin }}')
}

const byteLength = (text: string): number => new TextEncoder().encode(text).length

const slotValue = (word: string, argument: string | undefined, bytes: Iterator<number>): string | null => {
  if (word === 'prefix') return argument ?? null
  const alphabet = Object.hasOwn(ALPHABETS, word) ? ALPHABETS[word] : undefined
  const length = Number(argument)
  if (alphabet === undefined || !Number.isInteger(length) || length < 1 || length > MOST_CHARACTERS)
    return null
  return drawn(alphabet, length, bytes)
}

/** Bytes beyond the largest multiple of the alphabet's size are passed over, so that no character is favoured. */
const drawn = (alphabet: string, length: number, bytes: Iterator<number>): string => {
  const limit = 256 - (256 % alphabet.length)
  let text = ''
  while (text.length < length) {
    const byte: number = bytes.next().value
    if (byte < limit) text += alphabet[byte % alphabet.length]
  }
  return text
}

function* bytesOf(seed: string): Generator<number, never> {
  for (let block = 0; ; block++) yield* createHash('sha256').update(`${seed}#${block}`).digest()
}
