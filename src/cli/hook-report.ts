import { homedir } from 'node:os'
import { isAbsolute, relative } from 'node:path'
import {
  type HookEdit,
  type HookName,
  type HookState,
  type HookStatus,
  type Installed,
  type Manager,
  type Missing,
  stoppedBy,
  type Uninstalled,
} from '../hook/index.js'
import { unreachable } from '../model/index.js'
import { printable } from './printable.js'

/** How paths are told: from the current directory where that is shorter, else from home. */
export const pathsFrom =
  (cwd: string) =>
  (path: string): string => {
    const near = relative(cwd, path)
    const home = homedir()
    const isFar = near.startsWith('../../') || isAbsolute(near)
    const far = path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path
    return printable((isFar ? far : near).replaceAll('\\', '/') || '.')
  }

type Show = (path: string) => string

const MANAGER_NAMES: Readonly<Record<Manager, string>> = {
  git: 'plain git',
  husky: 'husky',
  'pre-commit': 'the pre-commit framework',
  lefthook: 'lefthook',
}

export const installedText = (
  { manager, edits, missing, setting }: Installed,
  show: Show,
  about: { readonly writing: 'real' | 'dry'; readonly isLintStaged: boolean },
): string => {
  const hooks = edits.flatMap((edit) => edit.hooks)
  const byHand = edits.every(({ did }) => did === 'by-hand')
  return text([
    ...edits.flatMap((edit) => editLines(edit, manager, show, about.writing)),
    ...(byHand ? [] : [`It stops ${list(hooks)} that would bring in a secret.${beforeOthers(edits)}`]),
    ...(about.isLintStaged ? [LINT_STAGED] : []),
    ...missing.map((one) => missingLine(one, show)),
    ...(about.writing === 'dry'
      ? ['Nothing was written (--dry-run).']
      : nextLines(hooks, missing, setting.place.owner)),
  ])
}

/** What lint-staged hands on are file names, and it leaves some out (type changes); keysieve reads the index itself. */
const LINT_STAGED =
  "keysieve reads the index itself, so it stands in the hook and not among lint-staged's globs."

const beforeOthers = (edits: readonly HookEdit[]): string =>
  edits.some(({ did, change }) => did === 'added' && change !== null && isScript(change.after))
    ? ' What stood there before runs first; either may refuse.'
    : ''

const isScript = (after: Buffer | null): boolean => after?.includes('keysieve_rest') === true

const list = (hooks: readonly HookName[]): string =>
  [...new Set(hooks.map((hook) => `a ${stoppedBy(hook)}`))].join(' or ')

const nextLines = (
  hooks: readonly HookName[],
  missing: readonly Missing[],
  owner: Installed['setting']['place']['owner'],
): readonly string[] => {
  if (missing.length > 0) return ['Then see:  keysieve hook status']
  const scope = owner === 'outside' ? ' --global' : ''
  return hooks.includes('pre-push')
    ? [`Commit and push as usual.  Undo:  keysieve hook uninstall${scope}`]
    : [
        `Commit as usual.  Before pushes, too:  keysieve hook install --hook pre-push${scope}   Undo:  keysieve hook uninstall${scope}`,
      ]
}

const editLines = (
  { did, file, hooks, change }: HookEdit,
  manager: Manager,
  show: Show,
  writing: 'real' | 'dry',
): readonly string[] => {
  const where = `${show(file)} (${hooks.join(', ')}; ${MANAGER_NAMES[manager]})`
  if (did === 'by-hand') return [`Already there, by a line that is not ours: ${where}`]
  if (did === 'unchanged') return [`Already there: ${where}`]
  if (writing === 'real') return [`${DONE[did]}: ${where}`]
  return [`Would be ${DONE[did].toLowerCase()}: ${where}`, ...ownLines(change?.after ?? null)]
}

const DONE = {
  written: 'Written',
  added: 'Added to',
  renewed: 'Renewed in',
  removed: 'Removed from',
  reduced: 'Reduced in',
} as const

/** The lines between our marks, marks included. */
const ownLines = (after: Buffer | null): readonly string[] => {
  const lines = (after?.toString('utf8') ?? '').split('\n')
  const isOpening = (line: string): boolean => /^\s*# keysieve hook /.test(line)
  const start = lines.findIndex(isOpening)
  const end = lines.findLastIndex((line) => /^\s*# end of keysieve hook/.test(line))
  return start < 0 ? [] : lines.slice(start, end + 1).map((line) => `    ${printable(line)}`)
}

export const uninstalledText = ({ edits, left }: Uninstalled, show: Show, writing: 'real' | 'dry'): string =>
  text([
    ...edits.map(({ file, hooks, did, change }) => {
      const what = change?.after === null ? 'Removed' : did === 'reduced' ? DONE.reduced : DONE.removed
      return `${writing === 'dry' ? `Would be ${what.toLowerCase()}` : what}: ${show(file)} (${hooks.join(', ')})`
    }),
    ...left.map(
      (file) => `Left as it is, since other repositories use it:  ${show(file)}  (--global takes it out)`,
    ),
    ...(edits.length === 0 && left.length === 0
      ? ['No hook here holds lines of keysieve; nothing was changed.']
      : []),
    ...(edits.some(({ change }) => change?.after !== null) ? ['What else stands there is as it was.'] : []),
  ])

export const statusText = ({ manager, setting, states, missing }: HookStatus, show: Show): string => {
  const hooksPath = setting.place.setting
  const from =
    hooksPath === null ? '' : `, core.hooksPath ${printable(hooksPath.value)} (${printable(hooksPath.scope)})`
  return text([
    `Hooks of ${show(setting.place.top)}: ${MANAGER_NAMES[manager]}${from}`,
    ...states.map((state) => stateLine(state, show)),
    ...missing.map((one) => missingLine(one, show)),
    ...(states.every(({ state }) => state === 'absent')
      ? ['Nothing stops a secret here.  Install:  keysieve hook install']
      : []),
  ])
}

const stateLine = ({ hook, file, state }: HookState, show: Show): string =>
  `  ${hook.padEnd(17)} ${STATES[state].padEnd(26)} ${state === 'absent' ? '' : show(file)}`.trimEnd()

const STATES: Readonly<Record<HookState['state'], string>> = {
  current: 'runs keysieve',
  older: 'runs keysieve, older form',
  'by-hand': 'runs keysieve, by hand',
  damaged: 'damaged',
  absent: 'not installed',
}

export const missingLine = (missing: Missing, show: Show): string => {
  switch (missing.kind) {
    case 'not-executable':
      return `Missing: ${show(missing.file)} is not executable, so git passes it over.  chmod +x ${show(missing.file)}`
    case 'elsewhere':
      return `Missing: git does not look at ${show(missing.file)}, since core.hooksPath (${printable(missing.setting.scope)}) is "${printable(missing.setting.value)}".  keysieve hook uninstall && keysieve hook install`
    case 'not-prepared':
      return `Missing: ${missing.manager} does not run ${missing.hooks.join(', ')} in this clone yet.  ${prepare(missing.manager, missing.hooks)}`
    case 'damaged':
      return `Missing: ${show(missing.file)} has one of keysieve's two marks only. Take its lines out by hand, then:  keysieve hook install`
    case 'recorded-gone':
      return `Missing: ${show(missing.script)}, which the hook was written by, is gone; another keysieve is used.  keysieve hook install`
    case 'not-resolvable':
      return 'Missing: the hook finds no keysieve, so it refuses everything. Make keysieve a dev dependency, or put it on PATH.'
    case 'not-a-dependency':
      return 'Missing: no package.json here brings keysieve to whoever else gets this file, so they are refused. Make it a dev dependency.'
    default:
      return unreachable(missing)
  }
}

/** The manager's own command that tells git of itself. */
const prepare = (manager: Manager, hooks: readonly HookName[]): string =>
  ({
    git: '',
    husky: 'npx husky',
    'pre-commit': `pre-commit install${hooks.map((hook) => ` --hook-type ${hook}`).join('')}`,
    lefthook: 'lefthook install',
  })[manager]

const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')
