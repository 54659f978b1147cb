import type { Given } from './given.js'

/** Options of `staged` that need no parser; anything else takes the way through yargs. */
const PLAIN = ['--whole-file', '--quiet', '--verbose', '--no-color', '--timings']

/** The quick path of the hook: `staged` with plain switches, each at most once; null for any other command line. */
export const plainStaged = (argv: readonly string[]): Given | null => {
  const [command, ...switches] = argv
  const plain = switches.every((one) => PLAIN.includes(one)) && new Set(switches).size === switches.length
  if (command !== 'staged' || !plain) return null
  return Object.fromEntries(switches.map((one) => [one.slice('--'.length), ['true']]))
}
