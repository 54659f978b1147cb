import { HIDDEN, type MaskedLine } from '../model/index.js'
import { isKnownName, isReadableName } from './name-words.js'

/** A part of the finding that a line is shown for. Columns are 0-based UTF-16 units of the text, half-open. */
export interface OwnPart {
  readonly start: number
  readonly end: number
  /** Its redacted form, shown in its place. */
  readonly shown: string
  readonly emphasis: 'marked' | 'plain'
}

export interface LineToMask {
  /** Without its line end. */
  readonly text: string
  /** Whether the text begins where the line does, or was cut out of its middle. */
  readonly begins: 'at-start' | 'inside'
  /** Whether it ends where the line does (which it is taken to do), or was cut off. */
  readonly ends?: 'at-end' | 'inside'
  /** Parts that overlap an earlier one are left out. */
  readonly own: readonly OwnPart[]
}

/** A stretch of the line that may be seen, and what is put in its place. */
interface Visible {
  readonly start: number
  readonly end: number
  readonly shown: string
  readonly emphasis: 'marked' | 'plain'
}

/**
 * A line as reports may show it, masked without rules: whatever is not known to be harmless is hidden, so that a
 * neighbour that was suppressed, accepted, encoded or never detected can't slip through. Harmless are: one name at
 * the line's beginning with its operator, access key ids, names of known words directly before a part of the finding,
 * and punctuation. All else, words of comments included, becomes `<hidden>`.
 */
export const maskLine = (line: LineToMask): Omit<MaskedLine, 'line'> => {
  let text = ''
  let at = 0
  let mark: MaskedLine['mark'] = null
  for (const { start, end, shown, emphasis } of visibleIn(line)) {
    text += hidden(line.text.slice(at, start)) + shown
    if (emphasis === 'marked' && mark === null)
      mark = { start: text.length - shown.length + 1, end: text.length + 1 }
    at = end
  }
  return { text: text + hidden(line.text.slice(at)), mark }
}

/** In order, without overlaps: the parts of the finding come before all else. */
const visibleIn = (line: LineToMask): readonly Visible[] => {
  const { text, begins } = line
  const own = apart([...line.own].sort(byStart))
  // A line without a part of the finding is not displayed but hashed, and whoever sees a hash can try names.
  const names = own.length > 0 ? 'readable' : 'known'
  const others = [
    ...(begins === 'at-start' ? headOf(text, names) : []),
    ...keyIdsIn(line),
    ...own.flatMap(({ start }) => nameBefore(text, start)),
  ].sort(byStart)
  return merged(own, apart(others))
}

const byStart = (a: Visible, b: Visible): number => a.start - b.start

/** Those in order that overlap none before. */
const apart = (ordered: readonly Visible[]): readonly Visible[] => {
  let until = 0
  return ordered.filter(({ start, end }) => {
    if (start < until) return false
    until = end
    return true
  })
}

/** Both in order; of the second those that overlap none of the first. */
const merged = (own: readonly Visible[], others: readonly Visible[]): readonly Visible[] => {
  const all: Visible[] = []
  let next = 0
  for (const other of others) {
    let ahead = own[next]
    for (; ahead !== undefined && ahead.end <= other.start; ahead = own[++next]) all.push(ahead)
    if (ahead === undefined || other.end <= ahead.start) all.push(other)
  }
  return [...all, ...own.slice(next)]
}

const asWritten = (text: string, start: number, end: number): Visible => ({
  start,
  end,
  shown: text.slice(start, end),
  emphasis: 'plain',
})

/** Not a part of a longer run; `=` and `/` stand before and after ids in assignments and URLs. */
const KEY_ID = /(?<![A-Za-z0-9_+])(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9_+])/g

/** One that touches the place where the line was cut may be a piece of something longer. */
const keyIdsIn = ({ text, begins, ends }: LineToMask): readonly Visible[] =>
  Array.from(text.matchAll(KEY_ID), ({ index, 0: id }) => asWritten(text, index, index + id.length)).filter(
    ({ start, end }) => (start > 0 || begins === 'at-start') && (end < text.length || ends !== 'inside'),
  )

/** What may stand before the name that a line begins with, each followed by blanks. A closed list: any other word may be a password. */
const KEYWORDS =
  'export|const|let|var|val|public|private|protected|static|final|readonly|override|string|String|str|char|auto|def|define|declare|local|global|env|aws|configure|set|setx|setenv|ENV|ARG'
const BEGINNING = `^\\uFEFF?(?:(?:#+|//+|--|\\*|;|-|\\$)[ \\t]{0,8})?[{[(,]?[ \\t]{0,8}(?:(?:${KEYWORDS})[ \\t]{1,8}){0,4}`
const NAME = '(?<name>[A-Za-z_$][\\w$.-]{0,59})'

/** A form that a line's beginning may have, and which names may be shown in it. */
interface Head {
  readonly form: RegExp
  readonly shows: (name: string, quote: string) => boolean
}

/**
 * The heads a line may have. A `=` with nothing to its right but punctuation is no operator, and `+=` none at all: they
 * end base64 that was wrapped over several lines. What is quoted may be a value, as a password that is a key of a table.
 */
const HEADS: readonly Head[] = [
  {
    form: new RegExp(
      `${BEGINNING}(?<quote>["'\`[]?)${NAME}(?<unquote>["'\`\\]]?)[ \\t]{0,40}(?:=>|[:?]=|=(?!=)(?=[^A-Za-z0-9]*[A-Za-z0-9])|:)`,
    ),
    shows: (name, quote) => (quote === '' ? isReadableName(name) : isKnownName(name)),
  },
  { form: new RegExp(`^\\uFEFF?<${NAME}>`), shows: isReadableName },
  {
    // No operator says that this is a name: a short one may be any word.
    form: new RegExp(`^(?:ENV|ARG|setx|setenv|(?:aws[ \\t]configure[ \\t])?set)[ \\t]{1,8}${NAME}[ \\t]`),
    shows: (name) => isKnownName(name) || (name.length >= SHORT_NAME && isReadableName(name)),
  },
]

const SHORT_NAME = 12

/** Of a line's beginning, blanks left out, this much is looked at. */
const HEAD_UNITS = 400

/**
 * A line's beginning up to its first operator, if it has one of the forms and a name that may be shown.
 * @param names which ones
 */
const headOf = (text: string, names: 'readable' | 'known'): readonly Visible[] => {
  const indent = text.length - text.trimStart().length
  const from = text.startsWith('\uFEFF') ? 0 : indent
  const begin = text.slice(from, from + HEAD_UNITS)
  for (const { form, shows } of HEADS) {
    const found = form.exec(begin)
    if (found === null) continue
    const { name = '', quote = '', unquote = '' } = found.groups ?? {}
    if (names === 'known' ? isKnownName(name) : shows(name, quote + unquote))
      return [asWritten(text, from, from + found[0].length)]
  }
  return []
}

/** Far enough for a name, quotes and an operator. */
const LOOK_BACK = 80
const NAME_BEFORE =
  /(?<![\w$.+/%~-])["'`]?(?<name>[A-Za-z_][\w.-]{0,59})["'`\]]{0,2}[ \t]{0,4}(?:=>|:=|=|(?<=["'`] {0,4}):|:(?=[ \t"'`])|>)[ \t]{0,4}["'`]?$/

/** The name a part of the finding is assigned to. Being right of another operator it may be a value: known words only. */
const nameBefore = (text: string, start: number): readonly Visible[] => {
  const from = Math.max(0, start - LOOK_BACK)
  const found = NAME_BEFORE.exec(text.slice(from, start))
  if (found === null || !isKnownName(found.groups?.name ?? '')) return []
  return [asWritten(text, from + found.index, start)]
}

const PUNCTUATION = new Set(' \t"\'`,;:=(){}[]<>')
const BLANK = new Set(' \t')

/** Punctuation alone stays, and beside hidden text as far as blanks part it from that. */
const hidden = (stretch: string): string => {
  let from = 0
  let begin = 0
  for (; begin < stretch.length && PUNCTUATION.has(stretch.charAt(begin)); begin++)
    if (BLANK.has(stretch.charAt(begin))) from = begin + 1
  if (begin === stretch.length) return stretch
  let to = stretch.length
  for (let end = to - 1; PUNCTUATION.has(stretch.charAt(end)); end--)
    if (BLANK.has(stretch.charAt(end))) to = end
  return `${stretch.slice(0, from)}${HIDDEN}${stretch.slice(to)}`
}
