import type { CorpusCase, CorpusFile, Draft, ExpectedCredential, Property } from '../case-model.js'
import type { Credential } from './credentials.js'
import { droppedByText } from './dropped-by-text.js'
import { lengthened } from './filler.js'
import { type Material, materialOf } from './material.js'

/** A shape with its variants, each of which makes a draft from fresh material. */
export interface Form {
  readonly name: string
  readonly variants: Readonly<Record<string, (material: Material) => Draft>>
}

export const file = (path: string, text: string): CorpusFile => ({ path, bytes: Buffer.from(text, 'utf8') })

/** A pair or a triple that stands in one file. */
export const pairOf = (credential: Credential): ExpectedCredential => ({
  ruleId: 'aws-access-key',
  ...credential,
})

/** One file that holds these credentials, whole. `dropped`: what the text itself does not tell. */
export const holding = (
  credentials: readonly Credential[],
  path: string,
  text: string,
  dropped: readonly Property[] = [],
): Draft => ({ files: [file(path, text)], expected: credentials.map(pairOf), dropped })

/** One file that holds what another rule than that of access keys finds. */
export const leaking = (
  expected: readonly ExpectedCredential[],
  path: string,
  text: string,
  dropped: readonly Property[] = [],
): Draft => ({ files: [file(path, text)], expected, dropped })

/** One file in which nothing is to be found. */
export const silent = (path: string, text: string): Draft => ({
  files: [file(path, text)],
  expected: [],
  dropped: [],
})

export const lines = (...parts: readonly (string | readonly string[])[]): string =>
  `${parts.flat().join('\n')}\n`

export const json = (value: unknown, indent = 2): string => `${JSON.stringify(value, null, indent)}\n`

export const casesOf = (seed: number, forms: readonly Form[]): readonly CorpusCase[] =>
  forms.flatMap(({ name: form, variants }) =>
    Object.entries(variants).map(([variant, make]): CorpusCase => {
      const name = `${form}/${variant}`
      const material = materialOf(`${seed}/${name}`)
      const draft = lengthened(material, make(material))
      const dropped = [...new Set([...draft.dropped, ...droppedByText(draft)])].sort()
      return { form, name, files: draft.files, expected: draft.expected, dropped }
    }),
  )
