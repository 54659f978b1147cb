import type { Draft, Property } from '../case-model.js'
import { type Casing, cased, prefixed } from './casing.js'
import type { Credential } from './credentials.js'
import { type Form, holding } from './draft.js'
import type { Material } from './material.js'
import { loudSettings, quietSettings, remark, type Setting, scoped } from './surrounding-settings.js'

/** How a format writes settings. */
export interface Style {
  readonly casing: Casing
  readonly setting: (name: string, value: string) => string
  /** Absent where the format has no comments. */
  readonly comment?: (text: string) => string
  /** The file around the settings. */
  readonly whole: (settings: readonly string[], m: Material) => string
}

export interface Names {
  readonly id: string
  readonly secret: string
  readonly token?: string
}

/**
 * How credential and other settings lie to each other. `apart`: two to five lines; `far`: six to ten;
 * `beyond`: eleven to sixteen; `interleaved`: two IDs, then the two secrets.
 */
export type Layout =
  | 'usual'
  | 'loud'
  | 'secret-first'
  | 'apart'
  | 'far'
  | 'far-secret-first'
  | 'beyond'
  | 'temporary'
  | 'temporary-apart'
  | 'two-environments'
  | 'interleaved'

export interface SettingsFile {
  readonly path: string
  readonly style: Style
  readonly names: Names
  readonly layouts: readonly Layout[]
  /** What this format always goes without. */
  readonly dropped?: readonly Property[]
}

interface Part {
  readonly name: string
  readonly value: string
}

/** A form of which the variants are layouts of the same kind of file. */
export const settingsForm = (name: string, of: SettingsFile): Form => ({
  name,
  variants: Object.fromEntries(of.layouts.map((layout) => [layout, (m: Material) => draftOf(m, of, layout)])),
})

const draftOf = (m: Material, of: SettingsFile, layout: Layout): Draft => {
  const { credentials, middle } = arranged(m, of, layout)
  const isLoud = layout === 'loud' || layout.startsWith('far') || layout === 'beyond'
  const settings = (isLoud ? loudSettings : quietSettings)(m, 10)
  const [before, after] = [settings.slice(0, 5), settings.slice(5)]
  const written = [...rendered(before, of.style, m), ...middle, ...rendered(after, of.style, m)]
  const dropped = [...(of.dropped ?? []), ...(isLoud ? (['quiet-surroundings'] as const) : [])]
  return holding(credentials, of.path, of.style.whole(written, m), dropped)
}

const rendered = (settings: readonly Setting[], style: Style, m: Material): readonly string[] =>
  settings.flatMap(({ words, value }, place) => [
    ...(place % 3 === 1 && style.comment !== undefined ? [style.comment(remark(m))] : []),
    style.setting(cased(words, style.casing), value),
  ])

const partsOf = (credential: Credential, names: Names): readonly Part[] => [
  { name: names.id, value: credential.id },
  { name: names.secret, value: credential.secret },
  ...(credential.token === undefined ? [] : [{ name: names.token ?? '', value: credential.token }]),
]

interface Arranged {
  readonly credentials: readonly Credential[]
  readonly middle: readonly string[]
}

const arranged = (m: Material, of: SettingsFile, layout: Layout): Arranged => {
  if (layout === 'two-environments' || layout === 'interleaved') return twoEnvironments(m, of, layout)
  const isTemporary = layout.startsWith('temporary')
  const credential = isTemporary ? m.temporary() : m.longTerm()
  const parts = partsOf(credential, of.names)
  const ordered = layout.includes('secret-first') ? parts.toReversed() : parts
  return { credentials: [credential], middle: spread(m, of.style, ordered, gapOf(m, layout)) }
}

/** How many lines stand between the parts of a credential. */
const gapOf = (m: Material, layout: Layout): number => {
  switch (layout) {
    case 'apart':
    case 'temporary-apart':
      return m.between(1, 4)
    case 'far':
    case 'far-secret-first':
      return m.between(5, 9)
    case 'beyond':
      return m.between(10, 15)
    default:
      return 0
  }
}

const spread = (m: Material, style: Style, parts: readonly Part[], gap: number): readonly string[] =>
  parts.flatMap(({ name, value }, place) => [
    ...(place === 0 ? [] : rendered(scoped(m, loudSettings(m, gap)), style, m).slice(0, gap)),
    style.setting(name, value),
  ])

const twoEnvironments = (m: Material, of: SettingsFile, layout: Layout): Arranged => {
  const [staging, production] = [m.longTerm(), m.longTerm()]
  const named = (environment: string): Names => ({
    id: prefixed(environment, of.names.id, of.style.casing),
    secret: prefixed(environment, of.names.secret, of.style.casing),
  })
  const first = spread(m, of.style, partsOf(staging, named('staging')), 0)
  const second = spread(m, of.style, partsOf(production, named('production')), 0)
  const between = rendered(scoped(m, quietSettings(m, 3)), of.style, m)
  const middle =
    layout === 'interleaved'
      ? [first[0], second[0], ...between, first[1], second[1]].filter((line) => line !== undefined)
      : [...first, ...between, ...second]
  return { credentials: [staging, production], middle }
}
