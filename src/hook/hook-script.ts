import { argumentsOf, type HookName, stoppedBy } from './hook-name.js'
import { marked } from './marked-lines.js'

/** The program that is installed, and the folder of the Node.js that runs it; absolute. */
export interface Program {
  readonly script: string
  readonly nodeFolder: string
}

/**
 * Where the lines stand, which decides how they find keysieve.
 * `own`: in a file that only this machine sees: a dev dependency, else the program recorded, else PATH.
 * `every-repository`: the same, but nothing that a repository brings along is run.
 * `committed`: others have it, too, so no path of this machine is in it.
 * `husky`: committed, and husky has put `node_modules/.bin` in front of PATH.
 */
export type ScriptPlace = 'own' | 'every-repository' | 'committed' | 'husky'

/** `alone`: nothing else was in the file. `before-others`: what stands below is run first, by these lines. */
export type Company = 'alone' | 'before-others'

export interface HookScript {
  readonly hook: HookName
  readonly place: ScriptPlace
  readonly company: Company
  /** How the file starts itself again. */
  readonly self: 'as-program' | 'by-sh'
  readonly program: Program
}

/** POSIX sh, as Git for Windows has it. */
export const hookScript = (script: HookScript): string =>
  marked([script.hook], script.company === 'alone' ? linesAlone(script) : linesBeforeOthers(script))

const linesAlone = (script: HookScript): readonly string[] => [
  ...findingLines(script),
  `${callOf(script)} || exit`,
]

/**
 * The file runs itself, so that neither `exit` nor `exec` in it goes past keysieve, and what it adds to the index is
 * looked at. The variable is gone at once: a commit that the rest makes elsewhere is looked at as well.
 */
const linesBeforeOthers = (script: HookScript): readonly string[] => {
  const self = script.self === 'as-program' ? '"$0"' : script.place === 'husky' ? 'sh -e "$0"' : 'sh "$0"'
  const isPush = script.hook === 'pre-push'
  // Each reads what git says from standard input; the full stop keeps the last line break.
  const both = isPush ? 'printf %s "$keysieve_refs" | ' : ''
  const inner = [
    `# What stands below runs first, then keysieve looks at what is left to ${stoppedBy(script.hook)}. Either may refuse.`,
    ...(isPush ? ['keysieve_refs=$(cat; echo .)', `keysieve_refs=\${keysieve_refs%.}`] : []),
    `${both}keysieve_rest=1 ${self} "$@" || exit`,
    ...findingLines(script),
    `${both}${callOf(script)}`,
    'exit',
  ]
  return [
    `if [ -z "\${keysieve_rest-}" ]; then`,
    ...inner.map((line) => `  ${line}`),
    'fi',
    'unset keysieve_rest',
  ]
}

const callOf = ({ hook, place }: HookScript): string =>
  `${place === 'husky' ? 'keysieve' : 'keysieve_run'} ${argumentsOf(hook)}`

const QUIETLY = '>/dev/null 2>&1'

const findingLines = ({ hook, place, program }: HookScript): readonly string[] => {
  const what = stoppedBy(hook)
  const end = `so this ${what} was refused. Without the check: git ${what} --no-verify`
  if (place === 'husky') {
    return [
      `command -v node ${QUIETLY} && command -v keysieve ${QUIETLY} || {`,
      `  echo 'keysieve: it or Node.js was not found, ${end}' >&2`,
      "  echo '  Install what package.json names (npm install); a graphical client may have a shorter PATH.' >&2",
      '  exit 1',
      '}',
    ]
  }
  const isRecorded = place !== 'committed'
  return [
    'keysieve_refuse() {',
    `  echo "keysieve: $1, ${end}" >&2`,
    '  exit 1',
    '}',
    'keysieve_run() {',
    ...(isRecorded
      ? [`  command -v node ${QUIETLY} || PATH=$PATH:${quoted(shellFolder(program.nodeFolder))}`]
      : []),
    `  command -v node ${QUIETLY} || keysieve_refuse 'Node.js was not found (a graphical client may have a shorter PATH)'`,
    ...choices(place, program).map((line) => `  ${line}`),
    '}',
  ]
}

const choices = (place: ScriptPlace, { script }: Program): readonly string[] => {
  const recorded = quoted(withSlashes(script))
  const ways = [
    ...(place === 'every-repository'
      ? []
      : ['[ -x node_modules/.bin/keysieve ]; then node_modules/.bin/keysieve "$@"']),
    ...(place === 'committed' ? [] : [`[ -f ${recorded} ]; then node ${recorded} "$@"`]),
    `command -v keysieve ${QUIETLY}; then keysieve "$@"`,
  ]
  return [
    ...ways.map((way, index) => `${index === 0 ? 'if' : 'elif'} ${way}`),
    "else keysieve_refuse 'it is not installed here (npm install brings a dev dependency)'",
    'fi',
  ]
}

/** The program that lines written earlier have recorded; null where they have none. */
export const recordedProgram = (lines: string): Program | null => {
  const script = unquoted(/\[ -f ('(?:[^']|'\\'')*') \]/.exec(lines)?.[1])
  const nodeFolder = unquoted(/ PATH=\$PATH:('(?:[^']|'\\'')*')/.exec(lines)?.[1])
  return script === null || nodeFolder === null ? null : { script, nodeFolder }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

const unquoted = (text: string | undefined): string | null =>
  text === undefined ? null : text.slice(1, -1).replaceAll("'\\''", "'")

const DRIVE = /^([A-Za-z]):[\\/]/

/** A path of Windows as its sh takes it; any other as it is, where a backslash is an ordinary character. */
const withSlashes = (path: string): string => (DRIVE.test(path) ? path.replaceAll('\\', '/') : path)

/** In PATH a colon parts folders, so Git for Windows writes `C:\x` as `/c/x`. */
const shellFolder = (folder: string): string =>
  withSlashes(folder).replace(DRIVE, (_, drive: string) => `/${drive.toLowerCase()}/`)
