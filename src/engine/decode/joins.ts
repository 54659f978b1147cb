import { type Rewrite, shortRewrite } from './rewrite.js'

/**
 * What stands between two pieces of one value: `"AKIA" + "…"`, PHP's and Perl's `.`, BASIC's `&`, SQL's `||`, Lua's
 * `..`, Elixir's `<>`, Erlang's `++`, strings side by side in C and Python, a line that is continued with a backslash,
 * `x += "…"`, `.append("…")`, an array that is joined, a folded line of YAML or of a mail.
 */

const QUOTE = '\\\\{0,3}["\'`]'
const SPACE = '(?:[ \\t]|\\\\?\\r?\\n|\\\\{1,2}n|_\\r?\\n|//[^\\n"\'`]{0,80}\\n|#[^\\n"\'`]{0,80}\\n)'
const OPERATOR = '(?:\\+\\+?|\\.{1,2}|&|\\|\\||<>|~|\\^|<<)'
const APPENDED =
  '\\)?;?\\s{0,8}(?:[$\\w.{}]{0,40}\\s{0,4}(?:\\+=|\\.=|<<)|\\)?\\s{0,8}(?:\\.|->)\\s{0,4}(?:append|concat|push|add)\\()'
const BEFORE = '(?<=[A-Za-z0-9+/=])'
const AFTER = '(?=[A-Za-z0-9+/=])'

const JOINED = new RegExp(
  [
    `${BEFORE}${QUOTE}${SPACE}{0,60}?(?:${OPERATOR}${SPACE}{0,60})?[@brufL$]?${QUOTE}${AFTER}`,
    `${BEFORE}${QUOTE}${APPENDED}\\s{0,8}${QUOTE}${AFTER}`,
    // A continued line; quoted-printable's soft line break.
    `${BEFORE}\\\\\\r?\\n[ \\t]{0,40}${AFTER}`,
    `${BEFORE}=\\r?\\n${AFTER}`,
  ].join('|'),
  'g',
)
const IN_ARRAY = new RegExp(`${BEFORE}${QUOTE}\\s{0,40},\\s{0,40}[@brufL$]?${QUOTE}${AFTER}`, 'g')
const JOINS_ARRAYS = /\b(?:join|implode|concat|paste0?|reduce|Join|Concat|CONCAT)\b/

/** YAML's block scalars: lines of nothing but one piece each, under `>` or `|`. */
const BLOCK =
  /[:-][ \t]{1,20}[>|][-+\d]{0,2}[ \t]*\r?\n([ \t]+)[A-Za-z0-9+/=]{8,}(?:\r?\n\1[A-Za-z0-9+/=]+)+(?=\s*(?:\n|$))/g
const LINE_IN_BLOCK = /\r?\n[ \t]+/g

/** One of these stands in every text that holds a join. */
export const MAY_HOLD_JOINS =
  /["'`](?:\s|\\{1,2}n)*(?:[+.&|<~^]|["'`]|\\?\r?\n|\)|;)|["'`]\s*[;)]?\s*[\w.]*\s*\+=|[A-Za-z0-9+/=]\\\r?\n|=\r?\n|[>|][-+\d]{0,2}[ \t]*\r?\n|["'`]\s*,\s*["'`]/

export const joinRewrites = (text: string): readonly Rewrite[] => {
  if (!MAY_HOLD_JOINS.test(text)) return []
  const arrays = JOINS_ARRAYS.test(text) ? [...text.matchAll(IN_ARRAY)] : []
  return [...text.matchAll(JOINED), ...arrays, ...linesOfBlocks(text)].map(({ index, 0: whole }) =>
    shortRewrite(index, index + whole.length, ''),
  )
}

const linesOfBlocks = (text: string): readonly { readonly index: number; readonly 0: string }[] =>
  [...text.matchAll(BLOCK)].flatMap((block) => {
    const head = block[0].indexOf('\n') + 1
    return [...block[0].slice(head).matchAll(LINE_IN_BLOCK)].map((line) => ({
      index: block.index + head + line.index,
      0: line[0],
    }))
  })
