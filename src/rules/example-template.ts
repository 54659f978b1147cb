import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { err, ok, type Result } from '../model/index.js'
import type { RuleExample } from './compiled-rule.js'

/**
 * Examples are templates, so that no live-looking value stands in a rule file: `{{ base62:22 }}` becomes 22 characters
 * that depend on the seed alone. `{{ prefix:ghp_ }}` is its own text, kept apart from what follows it;
 * `{{ begin }}` and `{{ end }}` mark the primary part where that is not the whole example. What stands between
 * `{{ in:base64 }}` and `{{ out }}` is encoded so, slots and all.
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

const ENCODERS: Readonly<Record<string, (text: string) => string>> = {
  base64: (text) => Buffer.from(text).toString('base64'),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  percent: encodeURIComponent,
}

/** A text that is being made, and what becomes of it when it is complete. */
interface Level {
  text: string
  readonly encode: (text: string) => string
}

/** The innermost level is the last one; the first is the example itself. */
interface Rendering {
  readonly bytes: Iterator<number>
  readonly levels: [Level, ...Level[]]
  readonly marks: { begin?: number; end?: number }
}

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
  const whole: Level = { text: '', encode: (text) => text }
  const rendering: Rendering = { bytes: bytesOf(seed), levels: [whole], marks: {} }
  let at = 0
  for (const slot of template.matchAll(SLOT)) {
    innermost(rendering).text += template.slice(at, slot.index)
    at = slot.index + slot[0].length
    const fault = take(rendering, slot.groups?.word ?? '', slot.groups?.argument)
    if (fault !== null) return err(fault === 'no slot' ? `"${slot[0]}" is no slot` : fault)
  }
  if (rendering.levels.length > 1) return err('{{ in }} stands without {{ out }}')
  const text = whole.text + template.slice(at)
  if (text.includes('{{ ')) return err('"{{ " stands in it, but no slot')
  if (kind === 'clean') return ok({ text, span: null })
  const { begin = 0, end = byteLength(text) } = rendering.marks
  return begin < end ? ok({ text, span: { start: begin, end } }) : err('{{ end }} stands before {{ begin }}')
}

const innermost = ({ levels: [first, ...rest] }: Rendering): Level => rest.at(-1) ?? first

/** @returns what is wrong, or null */
const take = (rendering: Rendering, word: string, argument: string | undefined): string | null => {
  switch (word) {
    case 'begin':
    case 'end':
      return mark(rendering, word)
    case 'in': {
      const encode = Object.hasOwn(ENCODERS, argument ?? '') ? ENCODERS[argument ?? ''] : undefined
      if (encode === undefined) return 'no slot'
      rendering.levels.push({ text: '', encode })
      return null
    }
    case 'out': {
      const [, ...inner] = rendering.levels
      const done = inner.at(-1)
      if (done === undefined) return '{{ out }} stands without {{ in }}'
      rendering.levels.pop()
      innermost(rendering).text += done.encode(done.text)
      return null
    }
    default: {
      const value = slotValue(word, argument, rendering.bytes)
      if (value === null) return 'no slot'
      innermost(rendering).text += value
      return null
    }
  }
}

const mark = ({ levels, marks }: Rendering, word: 'begin' | 'end'): string | null => {
  if (marks[word] !== undefined) return `{{ ${word} }} stands twice`
  if (levels.length > 1) return `{{ ${word} }} stands in what is encoded`
  marks[word] = byteLength(levels[0].text)
  return null
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
