import type { MaskedLine } from '../../model/index.js'
import { printableCharacters } from '../printable.js'
import type { Page } from './page.js'

/**
 * One character of a line as it is shown; an escape takes several columns. Columns are counted in UTF-16 units, so
 * behind characters that a terminal draws wide (East Asian ones) the underline may stand a little to the left:
 * how wide is for each terminal to decide, and the line and column above are exact.
 */
type Cell = string

/** A part of a line and what of it is underlined, as indices of cells, end exclusive. */
interface Strip {
  readonly cells: readonly Cell[]
  readonly mark: { readonly start: number; readonly end: number } | null
}

/** The lines with their numbers, and `~~~` below what was found. */
export const excerptOf = (lines: readonly MaskedLine[], page: Page): string => {
  const digits = Math.max(3, ...lines.map(({ line }) => String(line).length))
  const indent = sharedIndent(lines)
  return lines.map((line) => numbered(dedented(line, indent), digits, page)).join('')
}

/** The line that holds the finding, alone and without a number; empty where there is none. */
export const markedLineOf = (lines: readonly MaskedLine[], room: number): string => {
  const line = lines.find(({ mark }) => mark !== null) ?? lines[0]
  return line === undefined ? '' : cut(stripOf(dedented(line, sharedIndent([line]))), room).cells.join('')
}

const numbered = (line: MaskedLine, digits: number, { paint, options }: Page): string => {
  const gutter = (text: string): string => paint.quiet(`    ${text.padStart(digits)} │`)
  const { cells, mark } = cut(stripOf(line), options.width - digits - 7)
  const shown = `${gutter(String(line.line))} ${cells.join('')}`.trimEnd()
  if (mark === null) return `${shown}\n`
  const blanks = ' '.repeat(columnsOf(cells.slice(0, mark.start)))
  const tildes = '~'.repeat(Math.max(1, columnsOf(cells.slice(mark.start, mark.end))))
  return `${shown}\n${gutter('')} ${blanks}${paint.mark(tildes)}\n`
}

/** Blanks that all lines begin with say nothing. */
const sharedIndent = (lines: readonly MaskedLine[]): number =>
  Math.min(
    ...lines.map(({ text, mark }) => Math.min(text.search(/[^ \t]|$/), (mark?.start ?? text.length + 1) - 1)),
  )

const dedented = ({ line, text, mark }: MaskedLine, columns: number): MaskedLine => ({
  line,
  text: text.slice(columns),
  mark: mark === null ? null : { start: mark.start - columns, end: mark.end - columns },
})

/** A tab becomes one blank: its width would depend on where it stands. */
const stripOf = ({ text, mark }: MaskedLine): Strip => {
  const cells = printableCharacters(text.replaceAll('\t', ' '))
  const cellAt = (column: number): number => Array.from(text.slice(0, column - 1)).length
  return { cells, mark: mark && { start: cellAt(mark.start), end: cellAt(mark.end) } }
}

/** As much of a strip as fits, the mark's beginning always; `…` where something is missing. */
const cut = (strip: Strip, room: number): Strip => {
  const { cells, mark } = strip
  if (columnsOf(cells) <= room) return strip
  let from = 0
  if (mark !== null) {
    let toMarkEnd = columnsOf(cells.slice(0, mark.end))
    if (toMarkEnd + 1 > room) {
      for (; from < mark.start && toMarkEnd + 2 > room; from++) toMarkEnd -= (cells[from] ?? '').length
    }
  }
  const head = from > 0 ? ['…'] : []
  let to = from
  let free = room - head.length - 1
  for (; to < cells.length; to++) {
    free -= (cells[to] ?? '').length
    if (free < 0) break
  }
  const tail = to < cells.length ? ['…'] : []
  const shift = head.length - from
  return {
    cells: [...head, ...cells.slice(from, to), ...tail],
    mark: mark && { start: mark.start + shift, end: Math.min(mark.end, to) + shift },
  }
}

const columnsOf = (cells: readonly Cell[]): number => cells.reduce((sum, { length }) => sum + length, 0)
