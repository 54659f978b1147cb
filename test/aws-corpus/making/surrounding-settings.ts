import { DIGITS, UPPER } from './alphabets.js'
import type { Material } from './material.js'

/** A setting that is nobody's secret; its name in words, to be cased as the file's format does. */
export interface Setting {
  readonly words: string
  readonly value: string
}

/** The same settings for one part of a program, so that no name of theirs stands twice in a file. */
export const scoped = (m: Material, settings: readonly Setting[]): readonly Setting[] => {
  const scope = m.name().replace('-', ' ')
  return settings.map(({ words, value }) => ({ words: `${scope} ${words}`, value }))
}

export const quietSettings = (m: Material, count: number): readonly Setting[] =>
  m.shuffled(quiet(m)).slice(0, count)

/** Hashes, digests, UUIDs, ARNs and other values that look like something to find. */
export const loudSettings = (m: Material, count: number): readonly Setting[] =>
  m.shuffled([...loud(m), ...quiet(m).slice(0, 4)]).slice(0, count)

const quiet = (m: Material): readonly Setting[] => [
  { words: 'log level', value: m.pick(['info', 'debug', 'warn']) },
  { words: 'http port', value: m.digits(4) },
  { words: 'cache ttl seconds', value: m.digits(3) },
  { words: 'database host', value: m.host() },
  { words: 'database name', value: m.word() },
  { words: 'queue name', value: m.name() },
  { words: 'aws region', value: m.region() },
  { words: 's3 bucket', value: m.bucket() },
  { words: 'request timeout ms', value: m.digits(5) },
  { words: 'worker count', value: m.digits(1) },
  { words: 'feature search enabled', value: 'true' },
  { words: 'environment', value: m.pick(['production', 'staging', 'development']) },
  { words: 'cdn url', value: `https://cdn.${m.host()}/static` },
  { words: 'mail from', value: `no-reply@${m.host()}` },
  { words: 'time zone', value: m.pick(['Europe/Berlin', 'America/New_York', 'Asia/Tokyo']) },
  { words: 'max upload size', value: `${m.digits(2)}mb` },
  { words: 'release version', value: m.version() },
  { words: 's3 prefix', value: `${m.word()}/${m.word()}/` },
]

const loud = (m: Material): readonly Setting[] => [
  { words: 'git commit', value: m.hex(40) },
  { words: 'image digest', value: `sha256:${m.hex(64)}` },
  { words: 'tenant id', value: m.uuid() },
  { words: 'bundle checksum', value: m.base64(32) },
  { words: 'script integrity', value: `sha384-${m.base64(48)}` },
  { words: 'build number', value: m.digits(12) },
  { words: 'kms key arn', value: `arn:aws:kms:${m.region()}:${m.account()}:key/${m.uuid()}` },
  { words: 'execution role arn', value: `arn:aws:iam::${m.account()}:role/${m.name()}` },
  { words: 'last etag', value: m.hex(32) },
  { words: 'user pool id', value: `${m.region()}_${m.text(`${UPPER}${DIGITS}`, 9)}` },
  { words: 'distribution id', value: `E${m.text(`${UPPER}${DIGITS}`, 13)}` },
  { words: 'hosted zone id', value: `Z${m.text(`${UPPER}${DIGITS}`, 20)}` },
  { words: 'previous revision', value: m.hex(40) },
]

const REMARKS = [
  'see the wiki page on deployments',
  'ask the platform team before you change this',
  'used by the nightly job as well',
  'keep in step with the other environments',
  'moved here from the old server',
  'do not raise this above the limit of the load balancer',
] as const

export const remark = (m: Material): string => m.pick(REMARKS)
