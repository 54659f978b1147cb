import { err, ok, type Result } from '../model/index.js'

/** What is wrong with one value, as a phrase that follows the value: `is not one of …`. */
interface ValueFault {
  readonly got: string
  readonly problem: string
  /** Known values, for a did-you-mean; empty where the value is free. */
  readonly known: readonly string[]
}

/** One long option: how it is told about, and how what was given becomes a value that nobody checks again. */
export interface Option<T> {
  readonly describe: string
  /** Placeholder of its value in the help; null for a switch. */
  readonly value: string | null
  /** Whether giving it several times adds up; otherwise a second time is a fault. */
  readonly times: 'once' | 'repeatable'
  /** The default as the help shows it. */
  readonly shownDefault: string
  /** @param given every value given; empty where the option was not given at all */
  readonly parse: (given: readonly string[]) => Result<T, ValueFault>
}

export const onOff = <On extends string, Off extends string>(
  describe: string,
  on: On,
  off: Off,
): Option<On | Off> => ({
  describe,
  value: null,
  times: 'once',
  shownDefault: 'off',
  parse: ([given]) => {
    if (given === undefined || NO.has(given.toLowerCase())) return ok(off)
    return YES.has(given.toLowerCase()) ? ok(on) : fault(given, 'is neither "true" nor "false"')
  },
})

const YES = new Set(['true', '1', 'yes', 'on'])
const NO = new Set(['false', '0', 'no', 'off'])

export const choice = <T extends string>(describe: string, known: readonly T[], fallback: T): Option<T> => ({
  describe,
  value: known.join('|'),
  times: 'once',
  shownDefault: fallback,
  parse: ([given]) => {
    if (given === undefined) return ok(fallback)
    const found = known.find((one) => one === given)
    return found === undefined ? fault(given, `is not one of ${known.join(', ')}`, known) : ok(found)
  },
})

/** Any number of texts; with a separator one text may hold several. */
export const texts = (
  describe: string,
  value: string,
  shownDefault: string,
  separator: ',' | null,
): Option<readonly string[]> => ({
  describe,
  value,
  times: 'repeatable',
  shownDefault,
  parse: (given) =>
    ok(
      given
        .flatMap((text) => (separator === null ? [text] : text.split(separator)))
        .map((text) => (separator === null ? text : text.trim()))
        .filter((text) => text !== ''),
    ),
})

/** Any number of values of one form, several in one text with commas between. @param expected as in `is not …` */
export const listOf = (option: {
  readonly describe: string
  readonly value: string
  readonly shownDefault: string
  readonly isOne: (text: string) => boolean
  readonly expected: string
  readonly known?: readonly string[]
}): Option<readonly string[]> => {
  const split = texts(option.describe, option.value, option.shownDefault, ',')
  return {
    ...split,
    parse: (given) => {
      const all = split.parse(given)
      const wrong = all.ok ? all.value.find((one) => !option.isOne(one)) : undefined
      return wrong === undefined ? all : fault(wrong, `is not ${option.expected}`, option.known)
    },
  }
}

export const text = <T extends string | null>(
  describe: string,
  value: string,
  fallback: T,
  shownDefault: string,
): Option<string | T> => ({
  describe,
  value,
  times: 'once',
  shownDefault,
  parse: ([given]) => ok(given ?? fallback),
})

/** A whole number with one of the units given, as the smallest unit. A bare number has the unit `''`. */
export const quantity = <T extends number | null>(option: {
  readonly describe: string
  readonly value: string
  readonly units: Readonly<Record<string, number>>
  readonly fallback: T
  readonly shownDefault: string
  readonly expected: string
  readonly most?: number
}): Option<number | T> => ({
  describe: option.describe,
  value: option.value,
  times: 'once',
  shownDefault: option.shownDefault,
  parse: ([given]) => {
    if (given === undefined) return ok(option.fallback)
    const [, digits, unit] = /^(\d{1,15})([a-z]*)$/.exec(given.toLowerCase()) ?? []
    const factor = unit === undefined || !Object.hasOwn(option.units, unit) ? undefined : option.units[unit]
    const amount = digits === undefined || factor === undefined ? Number.NaN : Number(digits) * factor
    return Number.isSafeInteger(amount) && amount > 0 && amount <= (option.most ?? amount)
      ? ok(amount)
      : fault(given, `is not ${option.expected}`)
  },
})

export const fault = (got: string, problem: string, known: readonly string[] = []) =>
  err<ValueFault>({ got, problem, known })

/** A day, with or without a time, or so long ago. Git takes whatever else it is told for the present moment, without a word. */
const MOMENT =
  /^(?:\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ]\d{2}:\d{2}(?::\d{2})?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?|\d{1,5}[ .](?:hour|day|week|month|year)s?[ .]ago|yesterday)$/

/** A moment as git understands it; null where none was given. */
export const moment = (describe: string, shownDefault: string): Option<string | null> => ({
  describe,
  value: 'DATE',
  times: 'once',
  shownDefault,
  parse: ([given]) => {
    if (given === undefined) return ok(null)
    return MOMENT.test(given) ? ok(given) : fault(given, 'is not a date such as 2024-01-31 or "2 weeks ago"')
  },
})
