import { Buffer } from 'node:buffer'

/**
 * The same text in memory of its own. What is cut out of a longer text keeps all of that alive, and what is joined keeps
 * its pieces: a finding of 40 characters would hold the 128 KB of a window.
 */
export const flatText = (text: string): string => {
  const copy = Buffer.from(text).toString()
  // UTF-8 can't hold half a character.
  return copy === text ? copy : text
}
