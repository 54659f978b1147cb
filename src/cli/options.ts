import { CONFIDENCES, ok, SEVERITIES } from '../model/index.js'
import { FORMATS, type Format } from '../report/index.js'
import { hookManager, hookNames } from './hook-options.js'
import { choice, fault, moment, type Option, onOff, quantity, text, texts } from './option.js'

/** `--output FORMAT=FILE`, the file as it was given. */
export interface OutputRequest {
  readonly format: Format
  readonly file: string
}

const output: Option<readonly OutputRequest[]> = {
  describe: 'Also write a report to a file; may be given several times',
  value: 'FORMAT=FILE',
  times: 'repeatable',
  shownDefault: 'none',
  parse: (given) => {
    const requests: OutputRequest[] = []
    for (const one of given) {
      const cut = one.indexOf('=')
      const format = FORMATS.find((known) => known === one.slice(0, cut))
      const file = one.slice(cut + 1)
      if (cut < 1 || format === undefined || file === '') {
        return fault(one, `is not FORMAT=FILE with FORMAT one of ${FORMATS.join(', ')}`)
      }
      requests.push({ format, file })
    }
    return ok(requests)
  },
}

/** The one list of options. Which command takes which is said in the command's own file. */
export const OPTIONS = {
  format: choice('Format of the report on standard output', FORMATS, 'text'),
  output,
  'fail-on': choice(
    'Exit with 1 when a finding is at least this severe',
    ['none', ...SEVERITIES] as const,
    'medium',
  ),
  'min-confidence': choice('Report only findings that are at least this certain', CONFIDENCES, 'medium'),
  verify: onOff(
    'Ask AWS (STS) whether the credentials found still work; sends them to AWS',
    'ask',
    'offline',
  ),
  'only-verified': onOff('Report only credentials that AWS confirmed; needs --verify', 'verified', 'all'),
  'sts-endpoint': text('Where to ask instead of AWS: a private STS endpoint', 'URL', null, "AWS's own"),
  'verify-timeout': quantity({
    describe: 'How long one credential may take to verify',
    value: 'TIME',
    units: { '': 1000, s: 1000, ms: 1 },
    fallback: 5000,
    shownDefault: '5s',
    expected: 'a time such as 5s or 800ms',
  }),
  rules: texts('Use only these rules', 'ID,...', 'all', ','),
  'exclude-rules': texts('Leave these rules out', 'ID,...', 'none', ','),
  include: texts(
    'Scan only files that match this glob; may be given several times',
    'GLOB',
    'everything',
    null,
  ),
  exclude: texts('Leave out files that match this glob; may be given several times', 'GLOB', 'nothing', null),
  'recurse-submodules': onOff('Scan submodules that are set up as well', 'recursed', 'skipped'),
  'max-file-size': quantity({
    describe: 'Skip larger files: bytes, or with k, m, g',
    value: 'SIZE',
    units: { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 },
    fallback: null,
    shownDefault: 'no limit',
    expected: 'a size such as 500k, 10m or 1g',
  }),
  jobs: quantity({
    describe: 'Threads that scan a large tree, 64 at most',
    value: 'N',
    units: { '': 1 },
    fallback: null,
    shownDefault: 'one a core, 16 at most',
    expected: 'a whole number from 1 to 64',
    most: 64,
  }),
  'no-blame': onOff("Don't ask git who added the lines found", 'none', 'blame'),
  'stdin-name': text('File name to report for standard input', 'NAME', 'stdin', 'stdin'),
  'whole-file': onOff('Report all of a changed file, not only the lines added', 'whole-file', 'added-lines'),
  refs: texts('Only these branches, tags or patterns (release/*)', 'REF,...', 'all', ','),
  since: moment('Leave out commits that are older: 2024-01-31, "2 weeks ago"', 'the beginning'),
  cache: onOff(
    'Remember which versions are clean, for the next run; kept in your cache directory',
    'kept',
    'off',
  ),
  reflog: onOff('Also what a branch once pointed to, and older stashes', 'refs-and-reflog', 'refs'),
  unreachable: onOff('Also objects that nothing leads to any more, reflogs included', 'everything', 'refs'),
  'since-merge-base': onOff(
    'Count from where the two branches parted: a..b as a...b',
    'merge-base',
    'as-given',
  ),
  'no-color': onOff('No colours, whatever the terminal can do', 'off', 'auto'),
  quiet: onOff('Print findings only: no summary, nothing when clean', 'on', 'off'),
  verbose: onOff('Name every file that was skipped or not read', 'on', 'off'),
  timings: onOff('Show how long each step took', 'shown', 'hidden'),
  with: hookManager,
  hook: hookNames,
  global: onOff('Write to a folder that other repositories use, too (core.hooksPath)', 'global', 'local'),
  'dry-run': onOff('Only read, and tell what would be changed', 'dry', 'real'),
} as const satisfies Record<string, Option<unknown>>

export type OptionName = keyof typeof OPTIONS
export const OPTION_NAMES = Object.keys(OPTIONS) as readonly OptionName[]

type ValueOf<O> = O extends Option<infer T> ? T : never
/** Parsed values of the options named. */
export type Values<N extends OptionName> = { readonly [K in N]: ValueOf<(typeof OPTIONS)[K]> }

/** What every command that makes a report takes. */
export const REPORT_OPTIONS = [
  'format',
  'output',
  'fail-on',
  'no-color',
  'quiet',
  'verbose',
  'timings',
] as const satisfies readonly OptionName[]

/** What every command that looks for secrets takes. */
export const DETECTION_OPTIONS = [
  'rules',
  'exclude-rules',
  'min-confidence',
  'max-file-size',
  'jobs',
  'verify',
  'only-verified',
  'sts-endpoint',
  'verify-timeout',
] as const satisfies readonly OptionName[]
