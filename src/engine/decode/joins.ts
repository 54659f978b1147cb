import { type Rewrite, shortRewrite } from './rewrite.js'

/**
 * What stands between two pieces of one value: `"AKIA" + "…"`, PHP's and Perl's `.`, BASIC's `&`, SQL's `||`, Lua's
 * `..`, Elixir's `<>`, Erlang's `++`, strings side by side in C and Python, a line that is continued with a backslash,
 * `x += "…"`, `.append("…")`, an array that is joined, a folded line of YAML or of a mail.
 */
export const joinRewrites = (text: string): readonly Rewrite[] => [
  ...betweenQuotes(text),
  ...continuedLines(text),
  ...linesOfBlocks(text),
]

const TOKEN = 'A-Za-z0-9+/='
const QUOTE = '\\\\{0,3}["\'`]'
const SPACE =
  '(?:[ \\t]|\\\\?\\r?\\n|\\\\{1,2}n|_\\r?\\n|//[^\\n"\'`]{0,80}\\n|/\\*[^*"\'`]{0,80}\\*/|#[^\\n"\'`]{0,80}\\n)'
const OPERATOR = '(?:\\+\\+?|\\.{1,2}|&|\\|\\||<>|~|\\^|<<)'
const ASSIGNED = '[$\\w.{}]{0,40}\\s{0,4}(?:\\+=|\\.=|<<)'
const CALLED = '(?:\\.|->)\\s{0,4}(?:append|concat|push|add)\\('
const OPENING = `[@brufL$]?${QUOTE}(?=[${TOKEN}])`

/** From a closing quote on. */
const JOIN = new RegExp(
  `${QUOTE}(?:${SPACE}{0,60}?(?:\\)?${SPACE}{0,4}${OPERATOR}${SPACE}{0,60}\\(?)?|\\)?;?\\s{0,8}(?:${ASSIGNED}|\\)?\\s{0,8}${CALLED})\\s{0,8})${OPENING}`,
  'y',
)
const NEXT_ITEM = new RegExp(`${QUOTE}\\s{0,40},\\s{0,40}${OPENING}`, 'y')
const JOINERS = ['join', 'Join', 'implode', 'concat', 'Concat', 'CONCAT', 'paste', 'reduce']

const betweenQuotes = (text: string): readonly Rewrite[] => {
  const rewrites: Rewrite[] = []
  let arrays: 'joined' | 'apart' | null = null
  for (let at = 1; at < text.length - 2; at++) {
    if (!isQuote(text.charCodeAt(at))) continue
    const start = behindToken(text, at)
    if (start === null) continue
    const next = text.charAt(at + 1)
    if (next === ',') arrays ??= JOINERS.some((joiner) => text.includes(joiner)) ? 'joined' : 'apart'
    if (next === ',' && arrays === 'apart') continue
    const join = next === ',' ? NEXT_ITEM : JOIN
    join.lastIndex = start
    if (join.test(text)) {
      rewrites.push(shortRewrite(start, join.lastIndex, ''))
      at = join.lastIndex - 1
    }
  }
  return rewrites
}

const isQuote = (code: number): boolean => code === 0x22 || code === 0x27 || code === 0x60

const IS_TOKEN = new RegExp(`[${TOKEN}]`)

/** Where a quote with its backslashes begins, if a token ends there. */
const behindToken = (text: string, quote: number): number | null => {
  let start = quote
  while (quote - start < 3 && text.charCodeAt(start - 1) === 0x5c) start--
  return IS_TOKEN.test(text.charAt(start - 1)) ? start : null
}

/** Of shells, C and quoted YAML. */
const CONTINUED = new RegExp(`(?<=[${TOKEN}])\\\\\\r?\\n[ \\t]{0,40}(?=[${TOKEN}])`, 'g')
/** Quoted-printable's soft line break. A value may be padded so as well, but then its line is hardly ever as long. */
const SOFT_BREAK = new RegExp(`(?<=[${TOKEN}])=\\r?\\n(?=[${TOKEN}])`, 'g')
const SOFT_LINE = { least: 60, most: 76 }

const continuedLines = (text: string): readonly Rewrite[] => [
  ...(text.includes('\\\n') || text.includes('\\\r') ? Array.from(text.matchAll(CONTINUED), removed) : []),
  ...(text.includes('=\n') || text.includes('=\r') ? softBreaks(text) : []),
]

const softBreaks = (text: string): readonly Rewrite[] =>
  Array.from(text.matchAll(SOFT_BREAK), removed).filter(({ start }) => {
    const length = start - text.lastIndexOf('\n', start)
    return length <= SOFT_LINE.most && (length >= SOFT_LINE.least || text.includes('=3D'))
  })

/** YAML's block scalars: lines of nothing but one piece each, under `>` or `|`. */
const BLOCK =
  /[>|](?<=[:-][ \t]{1,20}[>|])[-+\d]{0,2}[ \t]*\r?\n([ \t]+)[A-Za-z0-9+/=]{8,}(?:\r?\n\1[A-Za-z0-9+/=]+)+(?=\s*(?:\n|$))/g
const LINE_IN_BLOCK = /\r?\n[ \t]+/g

const linesOfBlocks = (text: string): readonly Rewrite[] =>
  [...text.matchAll(BLOCK)].flatMap(({ index, 0: block }) => {
    const head = block.indexOf('\n') + 1
    return Array.from(block.slice(head).matchAll(LINE_IN_BLOCK), (line) =>
      shortRewrite(index + head + line.index, index + head + line.index + line[0].length, ''),
    )
  })

const removed = ({ index, 0: whole }: RegExpExecArray): Rewrite =>
  shortRewrite(index, index + whole.length, '')
