import { HIDDEN, type MaskedLine, type PartRole, type Secret } from '../model/index.js'
import { maskLine, type OwnPart } from '../policy/index.js'
import type { Content } from './content.js'
import { flatText } from './flat-text.js'
import { columnIn, type LineText, lineTextAt } from './line-texts.js'
import type { LocatedPart } from './located-parts.js'

/** Id, secret and token stand on three lines at most; more parts than that are no reader's help. */
const MOST_LINES = 4

type Values = Readonly<Partial<Record<PartRole, Secret>>>
type PartsOfLine = readonly [LocatedPart, ...LocatedPart[]]

/**
 * The lines that a finding's parts begin on, masked, in order, each once. The primary part is marked.
 * @param parts the primary one first
 */
export const excerptOf = async (
  content: Content,
  parts: readonly LocatedPart[],
  values: Values,
): Promise<readonly MaskedLine[]> => {
  const [primary] = parts
  const byLine = new Map<number, PartsOfLine>()
  for (const part of parts) {
    const known = byLine.get(part.region.startLine)
    byLine.set(part.region.startLine, known === undefined ? [part] : [...known, part])
  }
  const lines: MaskedLine[] = []
  for (const [line, here] of [...byLine].slice(0, MOST_LINES))
    lines.push({ line, ...(await maskedLine(content, here, { primary, values })) })
  return lines.sort((a, b) => a.line - b.line)
}

interface Shown {
  readonly primary: LocatedPart | undefined
  readonly values: Values
}

/** Of a long line the surroundings of its first part; another part that lies out of them is not shown. */
const maskedLine = async (
  content: Content,
  parts: PartsOfLine,
  { primary, values }: Shown,
): Promise<Omit<MaskedLine, 'line'>> => {
  const [{ position, start, end }] = parts
  const seen = await lineTextAt(content, position, start, end)
  const own: OwnPart[] = []
  for (const part of parts) {
    const place = await placeIn(seen, content, part)
    if (place === null) continue
    const shown = String(values[part.role] ?? HIDDEN)
    own.push({ ...place, shown, emphasis: part === primary ? 'marked' : 'plain' })
  }
  const begins = seen.start === position.lineStart ? 'at-start' : 'inside'
  const line = firstLineOf(seen.text)
  const { text, mark } = maskLine({
    text: line,
    begins,
    ends: line === seen.text ? seen.ends : 'at-end',
    own,
  })
  return { text: flatText(text), mark }
}

/** Columns of a part in a line's text; of a value over several lines those of the first. Null if it is not (wholly) in it. */
const placeIn = async (
  line: LineText,
  content: Content,
  part: LocatedPart,
): Promise<{ readonly start: number; readonly end: number } | null> => {
  if (part.start < line.start) return null
  const start = await columnIn(content, line, part.start)
  const end = await columnIn(content, line, part.end)
  if (end > line.text.length) return null
  return { start, end: Math.min(end, firstLineOf(line.text).length) }
}

const firstLineOf = (text: string): string => {
  const lineEnd = text.search(/\r?\n/)
  return lineEnd < 0 ? text : text.slice(0, lineEnd)
}
