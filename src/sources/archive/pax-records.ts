import { memberName } from './member-name.js'

/** What a pax header says of the member that follows it: POSIX.1-2017, pax, "pax Extended Header". */
export const paxRecords = (header: Buffer): { readonly name?: string; readonly size?: number } => {
  const told: { name?: string; size?: number } = {}
  for (let at = 0; at < header.length; ) {
    const blank = header.indexOf(0x20, at)
    const length = blank < 0 ? Number.NaN : Number(header.toString('latin1', at, Math.min(blank, at + 10)))
    // `<length> <key>=<value>\n`, the length its own digits included.
    if (!(length > blank - at) || at + length > header.length) break
    const record = header.subarray(blank + 1, at + length - 1)
    const equals = record.indexOf(0x3d)
    const value = record.subarray(equals + 1)
    const key = record.toString('latin1', 0, Math.max(0, equals))
    if (key === 'path') told.name = memberName(value)
    if (key === 'size' && /^\d{1,15}$/.test(value.toString('latin1'))) told.size = Number(value)
    at += length
  }
  return told
}
