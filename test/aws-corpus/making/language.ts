import type { Draft } from '../case-model.js'
import { type Casing, cased } from './casing.js'
import { type Form, holding, lines } from './draft.js'
import type { Material } from './material.js'
import { loudSettings, scoped } from './surrounding-settings.js'

/** What code hands to its SDK: literals or names of constants. */
export interface Arguments {
  readonly id: string
  readonly secret: string
  readonly token?: string
}

/** A line for the session token, where there is one. */
export const tokenPart = (args: Arguments, write: (token: string) => string): readonly string[] =>
  args.token === undefined ? [] : [write(args.token)]

/** How a language's code comes by its AWS client. */
export interface Language {
  readonly form: string
  readonly path: string
  readonly quote: '"' | "'"
  readonly comment: string
  readonly casing: Casing
  readonly head: readonly string[]
  /** A constant at the place where `call` stands, or above it. */
  readonly constant: (name: string, literal: string) => string
  /** Credentials by position, with no name beside them; absent where the SDK knows names only. */
  readonly positional?: (args: Arguments) => readonly string[]
  /** Credentials by the SDK's names; absent where the SDK knows positions only. */
  readonly named?: (args: Arguments) => readonly string[]
  readonly tail: readonly string[]
}

export const languageForm = (language: Language): Form => ({
  name: language.form,
  variants: {
    ...(language.positional === undefined ? {} : positionalVariants(language, language.positional)),
    ...(language.named === undefined ? {} : namedVariants(language, language.named)),
    constants: (m) => constantsDraft(m, language, 'usual order'),
    'constants-secret-first': (m) => constantsDraft(m, language, 'secret first'),
  },
})

type Call = (args: Arguments) => readonly string[]

const literals = (language: Language, k: Arguments): Arguments => {
  const quoted = (text: string): string => `${language.quote}${text}${language.quote}`
  const pair = { id: quoted(k.id), secret: quoted(k.secret) }
  return k.token === undefined ? pair : { ...pair, token: quoted(k.token) }
}

const positionalVariants = (language: Language, call: Call): Form['variants'] => ({
  positional: (m) => {
    const k = m.longTerm()
    return holding([k], language.path, codeOf(m, language, call(literals(language, k))), ['variable-name'])
  },
})

const namedVariants = (language: Language, call: Call): Form['variants'] => ({
  named: (m) => {
    const k = m.longTerm()
    return holding([k], language.path, codeOf(m, language, call(literals(language, k))))
  },
  'named-temporary': (m) => {
    const k = m.temporary()
    return holding([k], language.path, codeOf(m, language, call(literals(language, k))))
  },
})

const codeOf = (m: Material, language: Language, body: readonly string[]): string =>
  lines(
    `${language.comment} ${m.name()}, ${m.date()}`,
    language.head,
    constants(m, language, m.between(2, 5)),
    body,
    language.tail,
  )

const constants = (m: Material, language: Language, count: number): readonly string[] =>
  scoped(m, loudSettings(m, count)).map(({ words, value }) =>
    language.constant(cased(words, language.casing), `${language.quote}${value}${language.quote}`),
  )

const constantsDraft = (m: Material, language: Language, order: 'usual order' | 'secret first'): Draft => {
  const k = m.longTerm()
  const values = literals(language, k)
  const [idName, secretName] = [
    cased('aws access key', language.casing),
    cased('aws secret key', language.casing),
  ]
  const idLine = language.constant(idName, values.id)
  const secretLine = language.constant(secretName, values.secret)
  const [first, second] = order === 'usual order' ? [idLine, secretLine] : [secretLine, idLine]
  const call = language.named ?? language.positional
  const body = [
    first,
    ...constants(m, language, m.between(0, 9)),
    second,
    ...(call === undefined ? [] : call({ id: idName, secret: secretName })),
  ]
  return holding([k], language.path, codeOf(m, language, body), ['quiet-surroundings'])
}
