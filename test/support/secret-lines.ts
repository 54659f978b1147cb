import { accessKeyId, secretAccessKey } from './credentials.js'

/** Many, so that a secret that is missed is seldom found by another place of it. */
const SEEDS = ['1', '2', '3', '4', '5', '6']

export const CONTEXTS: Readonly<Record<string, string>> = {
  filler: '# nothing to see',
  // Farther than halves of a credential may stand apart.
  gap: '# far\n'.repeat(12).trimEnd(),
  'key name': 'aws_secret_access_key:',
  'allow pair': '# keysieve:allow-next-line aws-access-key -- x',
  'allow id': '# keysieve:allow-next-line aws-access-key-id -- x',
  'allow secret': '# keysieve:allow-next-line aws-secret-access-key -- x',
  'lone CR': '# one\r# two',
}

const secretLines = (seed: string): Readonly<Record<string, string>> => {
  const [id, secret] = [accessKeyId(seed), secretAccessKey(seed)]
  return {
    [`id ${seed}`]: `AWS_ACCESS_KEY_ID=${id}`,
    [`bare id ${seed}`]: `  ${id}`,
    [`secret ${seed}`]: `AWS_SECRET_ACCESS_KEY=${secret}`,
    [`bare secret ${seed}`]: `  ${secret}`,
    [`pair ${seed}`]: `K = ("${id}", "${secret}")`,
    [`allowed pair ${seed}`]: `K = ("${id}", "${secret}") # keysieve:allow aws-access-key -- x`,
  }
}

/** What a line of a file can be, by a name, so that a counterexample shows no credential. */
export const LINES: Readonly<Record<string, string>> = Object.assign({}, CONTEXTS, ...SEEDS.map(secretLines))

/** Lines that come together. */
export const SNIPPETS = SEEDS.flatMap((seed): readonly (readonly string[])[] => [
  ['allow pair', `pair ${seed}`],
  ['allow id', `id ${seed}`],
  ['allow secret', `secret ${seed}`],
  [`allowed pair ${seed}`],
  [`pair ${seed}`],
  [`id ${seed}`, `secret ${seed}`],
  [`bare id ${seed}`],
  [`bare secret ${seed}`],
  [`bare id ${seed}`, 'gap', `bare secret ${seed}`],
  [`bare id ${seed}`, 'gap', `secret ${seed}`],
])

/** The name of a value, to be shown in its stead. */
export const seedOf = (value: string): string =>
  SEEDS.find((seed) => [accessKeyId(seed), secretAccessKey(seed)].includes(value)) ?? 'unknown value'
