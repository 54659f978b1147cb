import type { Candidate } from '../model/index.js'
import { classifySecretName } from './part-name.js'

/**
 * The name of a secret where no assignment says it: `ENV.fetch('AWS_SECRET_ACCESS_KEY') { '…' }`, a table's cell, an
 * option's argument, a sentence. Only names of the class `own` are taken: what stands before a value is not always its
 * name.
 */

const LOOK_BACK = 240
const LOOK_AHEAD = 100
/** How far the name may end before the value. */
const LONGEST_GLUE = 80
const MOST_LINE_ENDS = 3
/** Words of a spoken name: AWS secret access key. */
const MOST_WORDS = 4

/** What every own name contains: most values stand near none. */
const HOLDS_A_NAME = /sec|key|pass|pwd/i

const WORD = /[A-Za-z][\w.-]{0,99}/g

/** What may stand between name and value beside punctuation. */
const GIVING = new RegExp(
  [
    // escapes of line ends, of a terminal's colours, of quoted-printable's `=`
    '\\\\+[nrt]',
    '(?:\\x1b|\\\\+(?:u00|x)1[Bb]|\\\\+0?33|\\\\+e)?\\[[\\d;]{0,16}m',
    '(?<==)3D',
    // markup, and what a prompt shows of the value before: [None], [****************ABCD]
    '</?[A-Za-z][^<>]{0,60}>|<!\\[CDATA\\[',
    '\\[[\\w*]{1,24}\\]',
    // an option, with a word of its own as an argument
    '(?<!\\S)--?[a-z][\\w-]{0,30}(?:[ =][A-Z]\\w{0,20})?(?=[\\s="\'])|(?<!\\S)-[a-z](?=["\'])',
    // a call, a literal's prefix
    '(?<![\\w.])\\.?[A-Za-z_][\\w.:-]{0,60}(?=\\()|(?<!\\w)[brufL](?=["\'])',
    '(?<![\\w.])(?:or|is|was|equals|to|as|else|then|default|defaultValue|value|[Ss]tring|str|with|be|are|new|echo|printf|static|const|char)(?![\\w.])',
  ].join('|'),
  'g',
)

/** @returns the candidate under the name that stands before it, or as it was */
export const withNameBeside = (candidate: Candidate): Candidate => {
  if (candidate.role !== 'secret') return candidate
  if (!mayBeNamedBeside(candidate)) return candidate
  const { text, start } = candidate.around
  const name = ownNameBefore(text.slice(Math.max(0, start - LOOK_BACK), start))
  return name === null ? candidate : { ...candidate, name }
}

/**
 * The name that a remark behind the value gives it, or else its own. Apart from the candidate's name: it says what the
 * value is, but is no part of what identifies it, since remarks come and go.
 */
export const nameSaidOf = (candidate: Candidate): string => {
  if (candidate.role !== 'secret' || !mayBeNamedBeside(candidate)) return candidate.name
  const { text, end } = candidate.around
  return ownNameAfter(text.slice(end, end + LOOK_AHEAD)) ?? candidate.name
}

const mayBeNamedBeside = ({ name }: Candidate): boolean => {
  const assigned = classifySecretName(name)
  return assigned !== 'own' && assigned !== 'foreign'
}

const ownNameBefore = (before: string): string | null => {
  if (!HOLDS_A_NAME.test(before)) return null
  const words = [...before.matchAll(WORD)]
  for (let last = words.length - 1; last >= 0; last--) {
    const end = endOf(words[last])
    if (before.length - end > LONGEST_GLUE) return null
    const name = ownNameEndingAt(words.slice(Math.max(0, last - MOST_WORDS + 1), last + 1), before)
    if (name !== null && isGlue(before.slice(end))) return name
  }
  return null
}

/** `'…' # AWS secret key`, `echo … | gh secret set AWS_SECRET_ACCESS_KEY`: a comment or a command behind, on the line. */
const REMARK = /^["'`,;)\]}\s\\]{0,8}(?:#|\/[/*]|--|<!--|\|)(?<remark>[^\r\n\\]{1,80})/

const ownNameAfter = (after: string): string | null => {
  const remark = REMARK.exec(after)?.groups?.remark ?? ''
  if (!HOLDS_A_NAME.test(remark)) return null
  const words = [...remark.matchAll(WORD)]
  for (let last = 0; last < words.length; last++) {
    const name = ownNameEndingAt(words.slice(Math.max(0, last - MOST_WORDS + 1), last + 1), remark)
    if (name !== null) return name
  }
  return null
}

/** The last word, or the last few if single blanks join them. */
const ownNameEndingAt = (words: readonly RegExpExecArray[], before: string): string | null => {
  let name = ''
  for (let i = words.length - 1; i >= 0; i--) {
    const [word, next] = [words[i], words[i + 1]]
    if (word === undefined || (next !== undefined && before.slice(endOf(word), next.index) !== ' '))
      return null
    name = word[0].toLowerCase().replace(/[_.-]/g, '') + name
    if (classifySecretName(name) === 'own') return name
  }
  return null
}

const endOf = (word: RegExpExecArray | undefined): number => (word ? word.index + word[0].length : 0)

const isGlue = (text: string): boolean =>
  (text.match(/\n|\\n/g)?.length ?? 0) <= MOST_LINE_ENDS &&
  !/[A-Za-z0-9\u0080-\u00ff]/.test(text.replace(GIVING, ''))
