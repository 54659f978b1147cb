import { join } from 'node:path'
import { err, ok, type Result } from '../model/index.js'
import { readExisting } from './file-change.js'
import {
  EMPTY_FRAMEWORK,
  frameworkHook,
  frameworkLines,
  isCurrentFramework,
  repositoryLines,
} from './framework-lines.js'
import type { HookFault } from './hook-fault.js'
import { HOOKS, type HookName } from './hook-name.js'
import type { House } from './house.js'
import { findMarked, lineOfMark, withMarked, withoutMarked } from './marked-lines.js'
import type { TextState } from './script-text.js'
import { devProgram, FRAMEWORK_FILE, type HookSetting } from './setting.js'
import { entriesOf, readYaml, says } from './yaml-text.js'

/** `.pre-commit-config.yaml`: a local hook that calls the keysieve that is installed, between marks. */
export const frameworkHouse: House = {
  install: async (setting, hooks) => {
    const file = fileOf(setting)
    const existing = readExisting(file)
    if (!existing.ok) return existing
    const before = existing.value
    const text = before?.bytes.toString('utf8') ?? EMPTY_FRAMEWORK
    const next = installedIn(text, file, hooks, devProgram(setting))
    if (!next.ok) return next
    const did = before === null ? 'written' : next.value.did
    const after = Buffer.from(next.value.text, 'utf8')
    const isSame = before?.bytes.equals(after) === true
    return ok([{ hooks, file, did, change: isSame ? null : { file, before, after, mode: 0o644 } }])
  },
  states: async (setting) => {
    const file = fileOf(setting)
    const existing = readExisting(file)
    if (!existing.ok) return existing
    const bytes = existing.value?.bytes ?? Buffer.of()
    const read = readYaml(bytes, file)
    if (!read.ok) return read
    return ok(HOOKS.map((hook) => ({ hook, file, state: stateOf(read.value.text, read.value.value, hook) })))
  },
}

const fileOf = ({ place }: HookSetting): string => join(place.top, FRAMEWORK_FILE)

interface NewText {
  readonly text: string
  readonly did: 'added' | 'renewed' | 'unchanged' | 'by-hand'
}

const installedIn = (
  text: string,
  file: string,
  hooks: readonly HookName[],
  program: string,
): Result<NewText, HookFault> => {
  const found = findMarked(text)
  if (found === 'damaged' || found.length > 1) return err({ kind: 'damaged', file, line: lineOfMark(text) })
  const [own] = found
  const rest = own === undefined ? text : withoutMarked(text, own)
  const read = readYaml(Buffer.from(rest, 'utf8'), file)
  if (!read.ok) return read
  const { value } = read.value
  if (own === undefined && hooks.every((hook) => callsKeysieve(value, hook)))
    return ok({ text, did: 'by-hand' })
  const wanted = HOOKS.filter((hook) => hooks.includes(hook) || own?.hooks.includes(hook))
  const first = rest === EMPTY_FRAMEWORK ? { line: rest.length, indent: '  ' } : read.value.firstIn(['repos'])
  const next =
    first === null ? null : withMarked(rest, first.line, frameworkLines(wanted, program, first.indent))
  if (next === null || !says(next, file, withRepository(value, wanted, program)))
    return err({ kind: 'by-hand', file, lines: ['repos:', ...repositoryLines(wanted, program)] })
  return ok({ text: next, did: own === undefined ? 'added' : next === text ? 'unchanged' : 'renewed' })
}

const withRepository = (value: unknown, hooks: readonly HookName[], program: string): unknown => {
  const { repos, ...rest } = entriesOf(value)
  const ours = { repo: 'local', hooks: [frameworkHook(hooks, program)] }
  return { ...rest, repos: [ours, ...(Array.isArray(repos) ? repos : [])] }
}

const stateOf = (text: string, value: unknown, hook: HookName): TextState => {
  const found = findMarked(text)
  if (found === 'damaged' || found.length > 1) return 'damaged'
  const [own] = found
  if (own?.hooks.includes(hook)) return isCurrentFramework(own) ? 'current' : 'older'
  return own === undefined && callsKeysieve(value, hook) ? 'by-hand' : 'absent'
}

/** Stages of our own hook where a configuration names none (`.pre-commit-hooks.yaml`). */
const OWN_STAGES: readonly string[] = HOOKS

const callsKeysieve = (value: unknown, hook: HookName): boolean => {
  const repos = entriesOf(value).repos
  const hooks = (Array.isArray(repos) ? repos : []).flatMap((one) => {
    const { hooks: listed } = entriesOf(one)
    return Array.isArray(listed) ? listed.map(entriesOf) : []
  })
  return hooks
    .filter(({ id, entry }) => /^keysieve\b/.test(String(id)) || /\bkeysieve\b/.test(String(entry)))
    .some(({ stages }) => (Array.isArray(stages) ? stages : OWN_STAGES).includes(hook))
}
