import { unreachable } from '../model/index.js'
import type { RequestError } from '../pipeline/index.js'
import type { UsageFault } from './given.js'
import { lines } from './message-lines.js'
import { printable } from './printable.js'
import type { ReportFault } from './report-file.js'

/**
 * The error texts of the command line, to be read in a row; those of `aws` are in aws-messages.ts, warnings in
 * `warning-message.ts`. None holds scanned content.
 */

/** What can be wrong with a file that a report is to be written to. */
export type OutputFault =
  | { readonly kind: 'same-file-twice'; readonly file: string }
  | { readonly kind: 'no-directory'; readonly file: string; readonly directory: string }
  | { readonly kind: 'is-a-directory'; readonly file: string }
  | { readonly kind: 'not-writable'; readonly file: string; readonly code: string }
  /** A link that a scanned repository may hold to have another file overwritten. */
  | { readonly kind: 'is-a-link'; readonly file: string }
  | { readonly kind: 'broke'; readonly file: string; readonly code: string }

const NOTHING_SCANNED = 'Nothing was scanned. (exit 2)'

/** One line each; `command` is empty where none was recognised. */
export const usageMessage = (fault: UsageFault, command: string): string =>
  lines(
    `${usageProblem(fault)} Nothing was scanned; see: keysieve${command === '' ? '' : ` ${command}`} --help`,
  )

const usageProblem = (fault: UsageFault): string => {
  switch (fault.kind) {
    case 'no-command':
      return 'no command given.'
    case 'unknown-command':
      return `unknown command "${printable(fault.command)}"${didYouMean(fault.suggestion)}.`
    case 'unknown-option':
      return `unknown option ${printable(fault.option)}${didYouMean(fault.suggestion)}.`
    case 'missing-value':
      return `${fault.option} needs a value (${fault.example}).`
    case 'given-twice':
      return `${fault.option} was given more than once; it takes one value.`
    case 'bad-value':
      return `${fault.option}: "${printable(fault.got)}" ${fault.problem}${didYouMean(fault.suggestion)}.`
    case 'unknown-variable':
      return `the environment variable ${printable(fault.variable)} names no option (did you mean ${fault.suggestion}?).`
    case 'opposites':
      return `${fault.options[0]} and ${fault.options[1]} exclude each other; keep one.`
    case 'needs-option':
      return `${fault.option} needs ${fault.needs}; without it nothing is asked.`
    case 'missing-argument':
      return `${fault.argument} is missing.`
    case 'extra-argument':
      return `"${printable(fault.argument)}" is one argument too many.`
    case 'stdin-with-paths':
      return 'standard input (-) and paths can\'t be scanned in one run; give "-" alone.'
    default:
      return unreachable(fault)
  }
}

const didYouMean = (suggestion: string | null): string =>
  suggestion === null ? '' : ` (did you mean ${suggestion}?)`

/** @param knownRules asked for only where a rule is not known */
export const requestMessage = (error: RequestError, knownRules: () => readonly string[]): string => {
  switch (error.kind) {
    case 'empty-path':
      return lines(
        'a path is empty.',
        `Is a variable not set? The current directory is ".". ${NOTHING_SCANNED}`,
      )
    case 'bad-glob':
      return lines(
        `the glob "${printable(error.glob)}" ${globProblem(error.problem)}.`,
        `Globs count from the top of the repository, with "/" between folders. ${NOTHING_SCANNED}`,
      )
    case 'no-such-path':
      return lines(
        `no such path: ${printable(error.path)}`,
        error.suggestion === null
          ? 'Paths are relative to the current directory. Nothing was scanned. (exit 2)'
          : `Did you mean ${printable(error.suggestion)}? Nothing was scanned. (exit 2)`,
      )
    case 'not-a-repository':
      return lines(
        `${printable(error.path)} is not in a git repository, so nothing is staged there.`,
        'Scan the files themselves instead:  keysieve scan .  (exit 2)',
      )
    case 'bare-repository':
      return lines(
        `${printable(error.path)} is a bare repository, so nothing is staged or checked out.`,
        'Scan its commits instead:  keysieve history  (exit 2)',
      )
    case 'unsafe-ownership':
      return lines(
        `git refuses to read ${printable(error.path)}, because another user owns it.`,
        `If you trust it:  git config --global --add safe.directory ${quoted(error.path)}  (exit 2)`,
      )
    case 'git-missing':
      return lines(
        'the program "git" was not found.',
        'Install git, or add it to PATH; hooks started by a graphical client often have a shorter PATH. (exit 2)',
      )
    case 'git-too-old':
      return lines(
        `git ${printable(error.version)} is too old.`,
        'Install git 2.35.2 or newer. Nothing was scanned. (exit 2)',
      )
    case 'git-failed':
      return lines(
        `"${printable(error.command)}" failed: ${printable(error.detail)}`,
        'Run that command yourself to see more. Nothing was scanned. (exit 2)',
      )
    case 'unknown-rule':
      return lines(
        `there is no rule "${printable(error.id)}"${didYouMean(error.suggestion)}.`,
        `Rules: ${knownRules().join(', ')}. ${NOTHING_SCANNED}`,
      )
    case 'rule-is-off':
      return lines(
        `the rule ${printable(error.id)} is off in this run, so nothing would be found by it.`,
        `It is on in "keysieve staged", and in "keysieve scan --own-secrets". ${NOTHING_SCANNED}`,
      )
    case 'bad-revision':
      return lines(
        `"${printable(error.revision)}" can't be a revision.`,
        `Name a branch, a tag or a commit, as in main..HEAD. ${NOTHING_SCANNED}`,
      )
    case 'no-such-revision':
      return lines(
        `there is no commit "${printable(error.revision)}" here.`,
        `See what there is:  git branch -a  and  git tag. A branch of a remote may have to be fetched first. ${NOTHING_SCANNED}`,
      )
    case 'bad-push-line':
      return lines(
        `line ${error.line} of standard input is not what git tells a pre-push hook.`,
        `Git writes: local ref, local id, remote ref, remote id. ${NOTHING_SCANNED}`,
      )
    case 'push-too-long':
      return lines(
        'standard input is longer than 64 MiB, so not all that is pushed is known.',
        `Push fewer refs at once. ${NOTHING_SCANNED}`,
      )
    case 'bad-report':
      return lines(
        `${printable(error.path)} is not a keysieve report: ${printable(error.detail)}`,
        'Make one with:  keysieve scan . --output json=report.json  (exit 2)',
      )
    case 'bad-endpoint':
      return lines(`${error.from}: ${beginningSmall(printable(error.detail))}`, NOTHING_SCANNED)
    default:
      return unreachable(error)
  }
}

type GlobProblem = Extract<RequestError, { readonly kind: 'bad-glob' }>['problem']

const globProblem = (problem: GlobProblem): string =>
  ({
    empty: 'names nothing',
    unclosed: 'has a bracket or brace that is never closed',
    backslash: 'has a backslash where it can only be a mistake ([*] means the character *)',
    'parent-folder': 'leads out of what is scanned; name such a folder as a path instead',
    'only-negated': 'only takes away ("!"), and no other glob says from what',
  })[problem]

/** A sentence as what follows a colon. */
const beginningSmall = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1)

/** A path in double quotes where a shell would split it. */
const quoted = (path: string): string => (/^[\w./:@-]+$/.test(path) ? path : `"${printable(path)}"`)

export const outputMessage = (fault: OutputFault): string => {
  const file = printable(fault.file)
  switch (fault.kind) {
    case 'same-file-twice':
      return lines(`--output names ${file} twice; one report would overwrite the other.`, NOTHING_SCANNED)
    case 'no-directory':
      return lines(
        `can't write ${file}: there is no directory ${printable(fault.directory)}.`,
        'Create it first. Nothing was scanned. (exit 2)',
      )
    case 'is-a-directory':
      return lines(`can't write ${file}: it is a directory.`, 'Name a file. Nothing was scanned. (exit 2)')
    case 'is-a-link':
      return lines(
        `can't write ${file}: it is, or lies behind, a symbolic link to another place.`,
        'Name the place itself. Nothing was scanned. (exit 2)',
      )
    case 'not-writable':
      return lines(
        `can't write ${file}: ${fault.code}.`,
        'Choose another place. Nothing was scanned. (exit 2)',
      )
    case 'broke':
      return lines(`${file} could not be written to its end: ${fault.code}.`, 'The report is incomplete.')
    default:
      return unreachable(fault)
  }
}

export const reportUnreadable = (path: string, fault: ReportFault): string =>
  lines(
    fault.kind === 'too-large'
      ? `the report ${printable(path)} has more than 128 MiB.`
      : fault.code === 'ENOENT'
        ? `no such report: ${printable(path)}`
        : `can't read the report ${printable(path)}: ${fault.code}.`,
    'Make one with:  keysieve scan . --output json=report.json  (exit 2)',
  )

export const unknownRuleToExplain = (
  id: string,
  suggestion: string | null,
  known: readonly string[],
): string =>
  lines(
    `there is no rule "${printable(id)}"${didYouMean(suggestion)}.`,
    `Rules: ${known.join(', ')}. (exit 2)`,
  )

export const waitingForInput = (): string =>
  'keysieve: reading from the keyboard; end with Ctrl-D (Windows: Ctrl-Z and Enter).\n'

export const nodeTooOld = (version: string): string =>
  lines(
    `this is Node.js ${version}; keysieve needs 20.19 or newer.`,
    'Nothing was scanned. A hook may find another Node.js first than your terminal does: check PATH. (exit 2)',
  )

/**
 * A defect. The error's own message is left out, since it may quote what was being read; `frames` are the stack's
 * lines, shown only where KEYSIEVE_DEBUG is set.
 */
export const internalError = (name: string, frames: readonly string[]): string =>
  lines(
    `internal error (${printable(name)}). The scan did not finish, so don't take it for clean. (exit 3)`,
    frames.length > 0
      ? 'Please report it with these lines:'
      : 'Run it again with KEYSIEVE_DEBUG=1 to see where, and please report it.',
    ...frames,
  )
