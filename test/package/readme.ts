import { webshop } from '../../fixtures/webshop.mjs'
import { SCAN_OPTIONS } from '../../src/cli/commands/scan.js'
import { OPTIONS } from '../../src/cli/options.js'
import { emptyFolder, keysieve } from '../cli/keysieve.js'
import { writeFiles } from '../cli/project.js'

/** The blocks of README.md that follow from the program, each between its two marks. */
export const BLOCKS = ['transcript', 'options'] as const
export type BlockName = (typeof BLOCKS)[number]

const marks = (name: BlockName): readonly [string, string] => [
  `<!-- ${name}: made by the program; npm run readme writes it -->\n`,
  `<!-- end of ${name} -->`,
]

const rangeOf = (readme: string, name: BlockName): readonly [start: number, end: number] => {
  const [open, close] = marks(name)
  const start = readme.indexOf(open)
  const end = readme.indexOf(close)
  if (start < 0 || end < start) throw new Error(`README.md has no block "${name}"`)
  return [start + open.length, end]
}

export const blockIn = (readme: string, name: BlockName): string => readme.slice(...rangeOf(readme, name))

export const withBlock = (readme: string, name: BlockName, text: string): string => {
  const [start, end] = rangeOf(readme, name)
  return readme.slice(0, start) + text + readme.slice(end)
}

const optionsTable = (): string => {
  const rows = SCAN_OPTIONS.map((name) => {
    const { value, describe, shownDefault } = OPTIONS[name]
    const shown = value === null ? `--${name}` : `--${name} ${value}`
    return `| \`${shown.replaceAll('|', '\\|')}\` | ${describe} | ${shownDefault} |`
  })
  return ['', '| option | does | default |', '|---|---|---|', ...rows, '', ''].join('\n')
}

/** Two findings of the sample project and the summary; times differ from run to run and are left out. */
const transcript = async (): Promise<string> => {
  const cwd = emptyFolder()
  const shown = webshop().filter(({ path }) =>
    ['infra/main.tf', 'ops/rootkey.csv', 'README.md'].includes(path),
  )
  writeFiles(cwd, Object.fromEntries(shown.map(({ path, bytes }) => [path, bytes])))
  const { out } = await keysieve(['scan', '.'], { cwd })
  // Documentation values, so that a scan of this repository stays quiet.
  const shownOut = out
    .replace(/AKIA[A-Z2-7]{16}/g, 'AKIAIOSFODNN7EXAMPLE')
    .replace(/\b2111666\d{5}\b/g, '123456789012')
  return [
    '',
    '```text',
    '$ keysieve scan',
    shownOut.trimEnd().replace(/, [\d.]+ s\b/, ', 0.1 s'),
    '```',
    '',
    '',
  ].join('\n')
}

export const blockOf = async (name: BlockName): Promise<string> =>
  name === 'options' ? optionsTable() : transcript()
