import { isUtf8 } from 'node:buffer'

/** Of a longer name the rest is left out: archives may hold 20,000 of them, and a report shows them whole. */
const MOST_UNITS = 400

/**
 * A member's name as it is shown, and never used as a path. Old archives do not say how a name is encoded: what is no
 * UTF-8 is taken for Latin-1, so that every name reads the same each time.
 */
export const memberName = (bytes: Uint8Array): string => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(
    isUtf8(bytes) ? 'utf8' : 'latin1',
  )
  return text.length <= MOST_UNITS ? text : `${text.slice(0, MOST_UNITS)}…`
}
