import { CONFIDENCES, SEVERITIES } from '../model/index.js'
import type { PartitionName } from '../remote/index.js'
import { FORMATS } from '../report/format.js'
import { hookManager, hookNames } from './hook-options.js'
import { choice, listOf, moment, type Option, onOff, quantity, text, texts } from './option.js'
import { outputOption } from './output-option.js'

const accounts = (describe: string, shownDefault: string): Option<readonly string[]> =>
  listOf({
    describe,
    value: 'ACCOUNT,...',
    shownDefault,
    isOne: (account) => /^\d{12}$/.test(account),
    expected: 'an AWS account of 12 digits',
  })

/** Those that can be reached from the internet. */
const PARTITIONS = ['aws', 'aws-us-gov', 'aws-eusc', 'aws-cn']

/** The one list of options. Which command takes which is said in the command's own file. */
export const OPTIONS = {
  format: {
    ...choice(`Format of the report on standard output: ${FORMATS.join(', ')}`, FORMATS, 'text'),
    value: 'FORMAT',
  },
  output: outputOption,
  from: text(
    'The json or jsonl report to write in another format; - is standard input',
    'FILE',
    null,
    'none',
  ),
  'fail-on': choice(
    'Exit with 1 when a finding is at least this severe',
    ['none', ...SEVERITIES] as const,
    'medium',
  ),
  'min-confidence': choice('Report only findings that are at least this certain', CONFIDENCES, 'medium'),
  verify: onOff(
    'Ask AWS (STS) whether the credentials found still work: a signed call for each',
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
  'verify-budget': quantity({
    describe: 'How long all of them together may take',
    value: 'TIME',
    units: { '': 1000, s: 1000, ms: 1, m: 60_000 },
    fallback: 600_000,
    shownDefault: '10m',
    expected: 'a time such as 10m, 90s or 800ms',
  }),
  partitions: listOf({
    describe: 'Ask only these partitions of AWS: aws, aws-us-gov, aws-eusc, aws-cn',
    value: 'NAME,...',
    shownDefault: 'all',
    isOne: (name) => PARTITIONS.includes(name),
    expected: `one of ${PARTITIONS.join(', ')}`,
    known: PARTITIONS,
  }),
  'verify-accounts': accounts('Ask only about keys of these accounts', 'all'),
  'canary-accounts': accounts('Take keys of these accounts for canaries as well', 'none'),
  'verify-canaries': onOff('Ask about canary keys, too, which alerts their owners', 'called', 'spared'),
  proxy: text(
    'Proxy on the way to AWS; hosts in $NO_PROXY are called without it',
    'URL',
    null,
    '$HTTPS_PROXY',
  ),
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
  'no-archives': onOff(
    "Don't look into zip, tar and gzip archives (jar, docx, whl, tgz)",
    'closed',
    'opened',
  ),
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
  'own-secrets': onOff(
    'Also look for your own: AWS profiles, environment, .env files that git ignores',
    'searched',
    'not-read',
  ),
  'no-own-secrets': onOff("Don't read your own secrets to look for them", 'not-read', 'searched'),
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
  profile: text('Act with this profile of ~/.aws', 'NAME', null, 'AWS_PROFILE, else as AWS tools look'),
  partition: choice(
    'Part of AWS that the key belongs to',
    ['aws', 'aws-us-gov', 'aws-eusc', 'aws-cn'] as const satisfies readonly PartitionName[],
    'aws',
  ),
  'iam-endpoint': text(
    'Where to ask instead of AWS: a private endpoint for IAM and STS',
    'URL',
    null,
    "AWS's own",
  ),
  'aws-timeout': quantity({
    describe: 'How long one question to AWS may take',
    value: 'TIME',
    units: { '': 1000, s: 1000, ms: 1 },
    fallback: 10_000,
    shownDefault: '10s',
    expected: 'a time such as 10s or 800ms',
  }),
  'with-leaked': onOff(
    'Act with the leaked key itself; its secret is read from standard input',
    'leaked',
    'own',
  ),
  'canary-too': onOff('Act on a canary key as well, which alerts its owner', 'allowed', 'refused'),
  yes: onOff("Don't ask before something is changed", 'assumed', 'asked'),
  'dry-run': onOff('Only read, and tell what would be changed', 'dry', 'real'),
  'older-than': quantity({
    describe: 'Mark active keys that are older: days, or with w, y',
    value: 'AGE',
    units: { '': 1, d: 1, w: 7, y: 365 },
    fallback: 90,
    shownDefault: '90d',
    expected: 'an age such as 90d, 12w or 1y',
    most: 36_500,
  }),
  'write-to': text(
    'Write the new key to this new file, which only you can read',
    'FILE',
    null,
    'ask to show it here',
  ),
  step: choice('Do this step', ['next', 'create', 'deactivate', 'delete'] as const, 'next'),
  with: hookManager,
  hook: hookNames,
  global: onOff('Write to a folder that other repositories use, too (core.hooksPath)', 'global', 'local'),
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

/** What every command that asks AWS takes. */
export const VERIFY_OPTIONS = [
  'sts-endpoint',
  'partitions',
  'verify-accounts',
  'canary-accounts',
  'verify-canaries',
  'proxy',
  'verify-timeout',
  'verify-budget',
] as const satisfies readonly OptionName[]

/** What every command that looks for secrets takes. */
export const DETECTION_OPTIONS = [
  'rules',
  'exclude-rules',
  'min-confidence',
  'max-file-size',
  'no-archives',
  'jobs',
  'verify',
  'only-verified',
  ...VERIFY_OPTIONS,
] as const satisfies readonly OptionName[]

/** What every command that asks IAM takes. */
export const IAM_OPTIONS = [
  'profile',
  'partition',
  'iam-endpoint',
  'aws-timeout',
] as const satisfies readonly OptionName[]
