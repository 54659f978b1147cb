import { err, ok, type Result } from '../model/index.js'
import type { Option } from './option.js'
import { OPTION_NAMES, OPTIONS, type OptionName, type Values } from './options.js'
import { suggestionFor } from './suggestion.js'

/** What stood on the command line, by long name without dashes: every value as text, a bare switch as `true`. */
export type Given = Readonly<Record<string, readonly string[]>>

/** What is wrong with a command line or a `KEYSIEVE_` variable. Nothing was scanned. */
export type UsageFault =
  | { readonly kind: 'no-command' }
  | { readonly kind: 'unknown-command'; readonly command: string; readonly suggestion: string | null }
  | { readonly kind: 'unknown-option'; readonly option: string; readonly suggestion: string | null }
  | { readonly kind: 'missing-value'; readonly option: string; readonly example: string }
  | { readonly kind: 'given-twice'; readonly option: string }
  | {
      readonly kind: 'bad-value'
      readonly option: string
      readonly got: string
      readonly problem: string
      readonly suggestion: string | null
    }
  | { readonly kind: 'unknown-variable'; readonly variable: string; readonly suggestion: string }
  | { readonly kind: 'opposites'; readonly options: readonly [string, string] }
  | { readonly kind: 'needs-option'; readonly option: string; readonly needs: string }
  | { readonly kind: 'missing-argument'; readonly argument: string }
  | { readonly kind: 'extra-argument'; readonly argument: string }
  | { readonly kind: 'stdin-with-paths' }

type Environment = Readonly<Record<string, string | undefined>>

/** Values of the options a command takes: command line before environment before default. All faults, not the first. */
export const readOptions = <N extends OptionName>(
  names: readonly N[],
  given: Given,
  env: Environment,
): Result<Values<N>, readonly UsageFault[]> => {
  const faults: UsageFault[] = [...unknownOptions(names, given), ...unknownVariables(env)]
  const values: Partial<Record<OptionName, unknown>> = {}
  for (const name of names) {
    const parsed = readOption(name, OPTIONS[name], given, env)
    if (parsed.ok) values[name] = parsed.value
    else faults.push(parsed.error)
  }
  // Each value was made by its own option's `parse`, which TypeScript cannot see through the loop.
  return faults.length > 0 ? err(faults) : ok(values as Values<N>)
}

const readOption = (
  name: OptionName,
  option: Option<unknown>,
  given: Given,
  env: Environment,
): Result<unknown, UsageFault> => {
  const onLine = given[name]
  const variable = env[variableOf(name)]
  const fromVariable = variable === undefined || variable === '' ? [] : [variable]
  const shown = onLine === undefined ? variableOf(name) : `--${name}`
  if (onLine?.some((value) => value === '')) {
    return err({ kind: 'missing-value', option: shown, example: option.value ?? 'true' })
  }
  if (onLine !== undefined && onLine.length > 1 && option.times === 'once') {
    return err({ kind: 'given-twice', option: shown })
  }
  const parsed = option.parse(onLine ?? fromVariable)
  if (parsed.ok) return parsed
  const { got, problem, known } = parsed.error
  return err({ kind: 'bad-value', option: shown, got, problem, suggestion: suggestionFor(got, known) })
}

/** `fail-on` → `KEYSIEVE_FAIL_ON`. */
const variableOf = (name: string): string => `KEYSIEVE_${name.toUpperCase().replaceAll('-', '_')}`

const unknownOptions = (names: readonly OptionName[], given: Given): readonly UsageFault[] =>
  Object.keys(given)
    .filter((option) => !names.some((name) => name === option))
    .map((option) => {
      const near = suggestionFor(option, names)
      return {
        kind: 'unknown-option',
        option: dashed(option),
        suggestion: near === null ? null : dashed(near),
      }
    })

const dashed = (option: string): string => (option.length === 1 ? `-${option}` : `--${option}`)

/** Variables that nearly name an option: a typing error must not quietly drop what was asked for. Others are let be. */
const unknownVariables = (env: Environment): readonly UsageFault[] => {
  const known = OPTION_NAMES.map(variableOf)
  return Object.keys(env)
    .filter((name) => name.startsWith('KEYSIEVE_') && !known.includes(name) && name !== 'KEYSIEVE_DEBUG')
    .flatMap((variable) => {
      const near = suggestionFor(
        variable.slice('KEYSIEVE_'.length),
        known.map((name) => name.slice('KEYSIEVE_'.length)),
      )
      return near === null ? [] : [{ kind: 'unknown-variable', variable, suggestion: `KEYSIEVE_${near}` }]
    })
}
