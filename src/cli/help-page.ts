import type { Command } from './commands/command.js'
import type { Option } from './option.js'
import { OPTIONS } from './options.js'
import { linesOf, wrapped } from './wrapped.js'

/** Longer lines are hard to read, however wide the terminal is. */
const MOST_COLUMNS = 100
/** Where what an option does begins: behind the longest short placeholder. */
const OPTION_COLUMN = 26
/** Less room than this for a text is no room. */
const LEAST_TEXT = 24

/** `keysieve COMMAND --help`: what it does, its options with their defaults, examples that can be copied. */
export const helpPage = (command: Command, terminalWidth: number): string => {
  const width = Math.min(MOST_COLUMNS, terminalWidth)
  const { name, args, describe, details, options, examples } = command
  const column = Math.max(...examples.map(({ line }) => line.length)) + 4
  return [
    `keysieve ${[name, args, '[options]'].filter((part) => part !== '').join(' ')}`,
    '',
    wrapped([`${describe}.`, details].join('\n'), width),
    '',
    'Options:',
    entry('-h, --help', ['Show', 'this'], OPTION_COLUMN, width),
    ...options.map((option) => optionEntry(option, OPTIONS[option], width)),
    '',
    'Examples:',
    ...examples.map(({ line, says }) => entry(line, says.split(' '), column, width)),
    '',
  ].join('\n')
}

const optionEntry = (name: string, { value, describe, shownDefault }: Option<unknown>, width: number) => {
  const label = value === null ? `--${name}` : `--${name} ${value}`
  return entry(label, [...describe.split(' '), `[default: ${shownDefault}]`], OPTION_COLUMN, width)
}

/** A label in one piece and its text beside it, or below where there is no room beside it. */
const entry = (label: string, words: readonly string[], column: number, width: number): string => {
  const left = width - column < LEAST_TEXT ? 6 : column
  const indent = ' '.repeat(left)
  const lines = linesOf(words, width - left).map((line) => indent + line)
  const head = `  ${label}`
  const isBeside = head.length + 2 <= left
  return (isBeside ? [head + lines.join('\n').slice(head.length)] : [head, ...lines]).join('\n')
}
