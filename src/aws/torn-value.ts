import type { Candidate } from '../model/index.js'

/** Certificates, keys and mail attachments are broken into lines of 64 or 76 characters; some programs use others. */
const BLOCK_LINE = '(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{60,80}'
/** What may stand between two lines of a block that is a string of some language, a comment or a list. */
const BETWEEN = '(?:\\s|["\'`,;:>|#*&.()/+-]|(?<!\\\\)\\\\+[nrt]?|%0[AaDd]|&#(?:10|13|x[AaDd]);){1,40}'
const LINE_END = '(?:[\\r\\n]|\\\\+[nr]|%0[AaDd]|&#(?:10|13|x[AaDd]);)'

const AFTER_A_LINE = new RegExp(`(?:${BLOCK_LINE}|-----BEGIN [A-Z0-9 ]{3,40}-----)(?<between>${BETWEEN})$`)
const BEFORE_THE_END = new RegExp(`^${BETWEEN}(?:=[A-Za-z0-9+/]{4}${BETWEEN})?-----END `)
const HAS_LINE_END = new RegExp(LINE_END)
const STARTS_A_LINE = new RegExp(`(?:^|${LINE_END})(?:\\s|["'\`#*>|/+-])*$`)
const MIXED_CASE = /[a-z].*[A-Z]|[A-Z].*[a-z]/

const LOOK_BACK = 180
/** Most values have something else before them on their line: they are done with a look at so many characters. */
const NEAR = 40
const LOOK_AHEAD = 80

/**
 * Whether a value is the last, shorter line of a base64 block. A session token before a secret is no such block: it is
 * longer than any line, nor is a digest, which has one case.
 */
export const isLineOfBlock = ({ around: { text, start, end } }: Candidate): boolean => {
  const before = text.slice(Math.max(0, start - LOOK_BACK), start)
  if (!HAS_LINE_END.test(before.slice(-NEAR))) return false
  const found = AFTER_A_LINE.exec(before)
  if (found !== null && HAS_LINE_END.test(found.groups?.between ?? '') && MIXED_CASE.test(found[0]))
    return true
  return STARTS_A_LINE.test(before) && BEFORE_THE_END.test(text.slice(end, end + LOOK_AHEAD))
}

/** What people join to a value with `-` or `_`: words, numbers, a key ID. */
const PLAIN = /^(?:[A-Za-z]?[a-z]*(?:[A-Z][a-z]+)*|[A-Z0-9]*)$/
/** Their tails look like characters of a token. */
const ESCAPE = /\\+(?:u00|x)[0-9A-Fa-f]{2}|\\+0?\d\d|\\+[a-z]|[%=][0-9A-F]{2}|\[[\d;]{0,16}[mK]/g

/**
 * Whether a value is a piece of a longer base64url token, between two of its `-` and `_`: in 1 of 10 signatures of JSON
 * web tokens (RS256) two of these stand just so far apart.
 */
export const isPieceOfToken = ({ value, around: { text, start, end } }: Candidate): boolean => {
  if (/[+/]/.test(value)) return false
  const before =
    /[\w-]{0,64}$/.exec(text.slice(Math.max(0, start - 64), start).replace(ESCAPE, ' '))?.[0] ?? ''
  const after = /^[\w-]{0,64}/.exec(text.slice(end, end + 64))?.[0] ?? ''
  return !`${before}-${after}`.split(/[-_]/).every((piece) => PLAIN.test(piece))
}
