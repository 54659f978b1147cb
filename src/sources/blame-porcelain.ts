import type { Introduction } from '../model/index.js'

/**
 * The first line's commit of `git blame --porcelain`; null where the line is not committed yet.
 * @param output UTF-8: `<oid> <old line> <line> <lines>`, then `key value` lines up to the TAB of the line itself
 */
export const parseBlame = (output: string): Introduction | null => {
  const [head = '', ...rest] = output.split('\n')
  const commit = /^[0-9a-f]{40,64}(?= )/.exec(head)?.[0]
  if (commit === undefined || /^0+$/.test(commit)) return null
  const end = rest.findIndex((line) => line.startsWith('\t'))
  const fields = new Map(rest.slice(0, end < 0 ? rest.length : end).map(keyAndValue))
  const date = isoDate(Number(fields.get('author-time') ?? Number.NaN), fields.get('author-tz') ?? '+0000')
  return date === null ? null : { commit, author: fields.get('author') ?? '', date }
}

const keyAndValue = (line: string): [string, string] => {
  const at = line.indexOf(' ')
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)]
}

/**
 * ISO 8601 in the author's own offset; null for a time that no calendar has.
 * @param seconds since 1970-01-01T00:00:00Z. @param offset `+hhmm` or `-hhmm`
 */
const isoDate = (seconds: number, offset: string): string | null => {
  const [, sign = '+', hours = '00', minutes = '00'] = /^([+-])(\d\d)(\d\d)$/.exec(offset) ?? []
  const shift = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60 : 60)
  const local = new Date((seconds + shift) * 1000)
  return Number.isNaN(local.getTime())
    ? null
    : `${local.toISOString().slice(0, -5)}${sign}${hours}:${minutes}`
}
