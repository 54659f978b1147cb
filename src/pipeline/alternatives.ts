import { type AlternativeSecret, type Detection, type PartRole, Secret } from '../model/index.js'
import type { Content } from './content.js'
import { excerptOf } from './excerpt.js'
import { flatText } from './flat-text.js'
import type { Locate, LocatedPart } from './located-parts.js'

/** What else alternatives need of the finding whose they are. */
interface Beside {
  readonly content: Content
  readonly locate: Locate
  /** By line. */
  readonly lineHashes: ReadonlyMap<number, string>
  /** The finding's parts but for its secret. */
  readonly others: readonly LocatedPart[]
  readonly values: Readonly<Partial<Record<PartRole, Secret>>>
  readonly excerpt: 'shown' | 'left-out'
  /** The form in which a secret of this kind is shown. */
  readonly redacted: (value: string) => string
}

/** Other secrets that a pair's id may have, each with what the finding tells if it is the right one. */
export const alternativesOf = async (
  { alternatives = [] }: Detection,
  beside: Beside,
): Promise<readonly AlternativeSecret[]> => {
  const { content, locate, lineHashes, others, redacted } = beside
  const told: AlternativeSecret[] = []
  for (const { value, part } of alternatives) {
    const flat = flatText(value)
    const secret = new Secret(flat, redacted(flat))
    const located = locate(part)
    const excerpt =
      beside.excerpt === 'shown'
        ? await excerptOf(content, [located, ...others], { ...beside.values, secret })
        : []
    const lineHash = lineHashes.get(located.region.startLine) ?? ''
    told.push({ secret, region: located.region, excerpt, lineHash })
  }
  return told
}

/** Lines (1-based) on which alternatives stand. */
export const alternativeLinesOf = ({ alternatives = [] }: Detection, locate: Locate): readonly number[] =>
  alternatives.map(({ part }) => locate(part).region.startLine)
