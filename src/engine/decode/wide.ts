import type { Rewrite } from './rewrite.js'

/** UTF-16 strings inside of a file that is none: programs keep theirs so. Ends of lines and tabs are part of them. */
const WIDE = /(?:[\x20-\x7e\t\r\n]\0){16,}/g

export const wideRewrites = (text: string): readonly Rewrite[] => {
  if (!text.includes('\0')) return []
  return [...text.matchAll(WIDE)].map(({ index, 0: whole }) => {
    const places = Array.from({ length: whole.length / 2 }, (_, at) => index + 2 * at)
    return {
      start: index,
      end: index + whole.length,
      text: whole.replaceAll('\0', ''),
      from: places,
      to: places.map((place) => place + 2),
    }
  })
}
