import type { Draft, Property } from '../case-model.js'
import type { Credential } from './credentials.js'
import { holding, lines } from './draft.js'
import type { Material } from './material.js'
import type { SampleText } from './sample-texts.js'

export type Kind = 'long-term' | 'temporary'

/** A whole file in base64, set into another one. */
export const inside =
  (
    path: string,
    sample: SampleText,
    place: (m: Material, text: string) => string,
    kind: Kind = 'long-term',
  ) =>
  (m: Material): Draft => {
    const k = kind === 'temporary' ? m.temporary() : m.longTerm()
    return holding([k], path, place(m, sample(m, k).text), ['plain-text'])
  }

/** A Kubernetes secret with these lines as its data. */
export const secretYaml = (m: Material, data: readonly string[]): string =>
  lines(
    'apiVersion: v1',
    'kind: Secret',
    'metadata:',
    `  name: ${m.name()}`,
    `  namespace: ${m.word()}`,
    `  uid: ${m.uuid()}`,
    'type: Opaque',
    'data:',
    data,
  )

/** Single values in base64, as Kubernetes keeps them. */
export const values =
  (
    path: string,
    write: (m: Material, k: Credential) => string,
    kind: Kind = 'long-term',
    dropped: readonly Property[] = [],
  ) =>
  (m: Material): Draft => {
    const k = kind === 'temporary' ? m.temporary() : m.longTerm()
    return holding([k], path, write(m, k), ['plain-text', ...dropped])
  }
