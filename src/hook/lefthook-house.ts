import { join } from 'node:path'
import { err, ok, type Result } from '../model/index.js'
import { type ExistingFile, readExisting } from './file-change.js'
import type { HookFault } from './hook-fault.js'
import { HOOKS, type HookName } from './hook-name.js'
import type { HookEdit, House } from './house.js'
import {
  findMarked,
  lineOfMark,
  type MarkedLines,
  marked,
  withMarked,
  withoutMarked,
} from './marked-lines.js'
import type { TextState } from './script-text.js'
import { DEV_PROGRAM, devProgram, type HookSetting, lefthookFile } from './setting.js'
import { entriesOf, readYaml, says, type YamlText } from './yaml-text.js'

/** `lefthook.yml`: a command `keysieve` of each hook, between marks, every other byte as it was. */
export const lefthookHouse: House = {
  install: async (setting, hooks) => {
    const file = fileOf(setting)
    const existing = readExisting(file)
    if (!existing.ok) return existing
    const program = devProgram(setting)
    if (!/\.ya?ml$/.test(file))
      return err({ kind: 'by-hand', file, lines: hooks.flatMap((hook) => sectionLines(hook, program)) })
    let text = existing.value?.bytes.toString('utf8') ?? ''
    const before = text
    const edits: HookEdit[] = []
    for (const hook of hooks) {
      const next = installedIn(text, file, hook, program)
      if (!next.ok) return next
      edits.push({ hooks: [hook], file, did: next.value.did, change: null })
      text = next.value.text
    }
    return ok(text === before ? edits : withChange(edits, file, existing.value, text))
  },
  states: async (setting) => {
    const file = fileOf(setting)
    const existing = readExisting(file)
    if (!existing.ok) return existing
    const text = existing.value?.bytes.toString('utf8') ?? ''
    const read = /\.ya?ml$/.test(file) ? readYaml(existing.value?.bytes ?? Buffer.of(), file) : null
    if (read !== null && !read.ok) return read
    const value = read === null ? text : read.value.value
    return ok(HOOKS.map((hook) => ({ hook, file, state: stateOf(text, value, hook) })))
  },
}

const fileOf = ({ place }: HookSetting): string => lefthookFile(place) ?? join(place.top, 'lefthook.yml')

/** One change of the file for all of its hooks. */
const withChange = (
  edits: readonly HookEdit[],
  file: string,
  before: ExistingFile | null,
  text: string,
): readonly HookEdit[] =>
  edits.map((edit, index) => ({
    ...edit,
    did: before === null ? 'written' : edit.did,
    change: index > 0 ? null : { file, before, after: Buffer.from(text, 'utf8'), mode: 0o644 },
  }))

interface NewText {
  readonly text: string
  readonly did: 'added' | 'renewed' | 'unchanged' | 'by-hand'
}

const installedIn = (
  text: string,
  file: string,
  hook: HookName,
  program: string,
): Result<NewText, HookFault> => {
  const found = findMarked(text)
  if (found === 'damaged') return err({ kind: 'damaged', file, line: lineOfMark(text) })
  const own = found.find(({ hooks }) => hooks.includes(hook))
  const rest = own === undefined ? text : withoutMarked(text, own)
  const read = readYaml(Buffer.from(rest, 'utf8'), file)
  if (!read.ok) return read
  const section = entriesOf(read.value.value)[hook]
  if (own === undefined && callsKeysieve(section)) return ok({ text, did: 'by-hand' })
  const place = placeFor(read.value, hook)
  const next = place === null ? null : withMarked(rest, place.at, linesFor(place, hook, program))
  const expected = withCommand(read.value.value, hook, program)
  if (next === null || !says(next, file, expected))
    return err({ kind: 'by-hand', file, lines: sectionLines(hook, program) })
  return ok({ text: next, did: own === undefined ? 'added' : next === text ? 'unchanged' : 'renewed' })
}

/** Where lines go, and how much of what is around them they have to bring along. */
interface Place {
  readonly at: number
  readonly indent: string
  readonly brings: 'command' | 'commands' | 'section'
}

const placeFor = ({ text, value, firstIn }: YamlText, hook: HookName): Place | null => {
  const section = entriesOf(value)[hook]
  const command = firstIn([hook, 'commands'])
  if (command !== null) return { at: command.line, indent: command.indent, brings: 'command' }
  const inner = firstIn([hook])
  if (inner !== null && entriesOf(section).commands === undefined)
    return { at: inner.line, indent: inner.indent, brings: 'commands' }
  const isFree = section === undefined && (value === null || firstIn([])?.indent === '')
  return isFree ? { at: text.length, indent: '', brings: 'section' } : null
}

const linesFor = ({ indent, brings }: Place, hook: HookName, program: string): string =>
  marked(
    [hook],
    brings === 'command'
      ? commandLines(hook, program)
      : brings === 'commands'
        ? commandsLines(hook, program)
        : sectionLines(hook, program),
    indent,
  )

const sectionLines = (hook: HookName, program: string): readonly string[] => [
  `${hook}:`,
  ...commandsLines(hook, program).map((line) => `  ${line}`),
]

const commandsLines = (hook: HookName, program: string): readonly string[] => [
  'commands:',
  ...commandLines(hook, program).map((line) => `  ${line}`),
]

const commandLines = (hook: HookName, program: string): readonly string[] => [
  'keysieve:',
  ...Object.entries(commandOf(hook, program)).map(([key, value]) => `  ${key}: ${value}`),
]

/** lefthook itself puts the remote's name in the place of `{1}`. */
const commandOf = (hook: HookName, program: string): Readonly<Record<string, string | boolean>> =>
  hook === 'pre-push'
    ? { run: `${program} hook run pre-push {1}`, use_stdin: true }
    : { run: `${program} staged` }

const withCommand = (value: unknown, hook: HookName, program: string): unknown => {
  const section = entriesOf(entriesOf(value)[hook])
  const commands = { ...entriesOf(section.commands), keysieve: commandOf(hook, program) }
  return { ...entriesOf(value), [hook]: { ...section, commands } }
}

const stateOf = (text: string, value: unknown, hook: HookName): TextState => {
  const found = findMarked(text)
  if (found === 'damaged') return 'damaged'
  const own = found.find(({ hooks }) => hooks.includes(hook))
  if (own !== undefined) return isCurrent(own, hook) ? 'current' : 'older'
  return callsKeysieve(typeof value === 'string' ? value : entriesOf(value)[hook]) ? 'by-hand' : 'absent'
}

const isCurrent = ({ text }: MarkedLines, hook: HookName): boolean => {
  const indent = /^ */.exec(text)?.[0] ?? ''
  return (['command', 'commands', 'section'] as const).some((brings) =>
    ['keysieve', DEV_PROGRAM].some((program) => linesFor({ at: 0, indent, brings }, hook, program) === text),
  )
}

const callsKeysieve = (section: unknown): boolean =>
  /\bkeysieve\b['"]?\s+(?:staged|hook run)\b/.test(JSON.stringify(section) ?? '')
