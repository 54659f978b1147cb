import type { Detection, Occurrence, Suppression } from '../model/index.js'
import { suppressionOf, type LineText as TextOf } from '../policy/index.js'
import type { Content } from './content.js'
import { lineBefore, lineTextAt } from './line-texts.js'
import type { Locate, LocatedPart } from './located-parts.js'

/** One place of a credential, looked up: the primary part first. */
export type LocatedOccurrence = readonly [LocatedPart, ...LocatedPart[]]

export interface JudgedOccurrences {
  /** The places that count, in byte order: those without a marker, or all where every one is allowed. */
  readonly shown: readonly [LocatedOccurrence, ...LocatedOccurrence[]]
  /** Set where every place of the credential is allowed. */
  readonly suppression: Suppression | null
}

/** A marker allows the place it covers; a credential is suppressed only when all its places are. */
export const judgeOccurrences = async (
  { ruleId, occurrences }: Detection,
  locate: Locate,
  content: Content,
): Promise<JudgedOccurrences> => {
  const located = occurrences.map((occurrence) => locateOccurrence(occurrence, locate))
  const open: LocatedOccurrence[] = []
  let suppression: Suppression | null = null
  for (const occurrence of located) {
    const allowed = await suppressionAt(ruleId, occurrence, content)
    if (allowed === null) open.push(occurrence)
    else suppression ??= allowed
  }
  const [first, ...rest] = open.length > 0 ? open : located
  if (first === undefined) throw new RangeError(`${ruleId}: a detection without a place`)
  return { shown: [first, ...rest], suppression: open.length > 0 ? null : suppression }
}

const locateOccurrence = ({ parts: [primary, ...others] }: Occurrence, locate: Locate): LocatedOccurrence => [
  locate(primary),
  ...others.map(locate),
]

const suppressionAt = async (
  ruleId: string,
  occurrence: LocatedOccurrence,
  content: Content,
): Promise<Suppression | null> => {
  const texts = new Map<number, string>()
  for (const part of occurrence) {
    for (const line of [
      await lineBefore(content, part.position),
      await lineTextAt(content, part.position, part.start, part.end),
    ]) {
      if (line !== null) texts.set(line.line, line.text)
    }
  }
  const textOf: TextOf = (line) => texts.get(line) ?? null
  return suppressionOf(ruleId, occurrence.map(linesOf), textOf)
}

/** 1-based, both ends included. */
export const linesOf = ({ region }: LocatedPart): { readonly first: number; readonly last: number } => ({
  first: region.startLine,
  last: region.endLine,
})
