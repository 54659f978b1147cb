import type { Engine } from '../engine/index.js'
import {
  type Blob,
  type Finding,
  outermostOf,
  type Reader,
  type Skipped,
  type Unread,
} from '../model/index.js'
import { type BlobFindings, blobFindings, type FindingContext } from './blob-findings.js'
import { type OpenArchive, type ScannedPart, scanOpening } from './blob-scan.js'
import { ContentChanged } from './content.js'

export interface YieldParts extends FindingContext {
  readonly engine: Engine
  readonly reader: Reader
  readonly archives: 'opened' | 'closed'
}

/** What a blob yields that was looked at for something else than a report of its own. */
export interface BlobYield {
  readonly class: 'yield'
  readonly findings: readonly Finding[]
  readonly suppressed: readonly Finding[]
  /** What of an archive could not be read. */
  readonly unread: readonly Unread[]
}

/** A blob with all its members; of a member's blob the whole file that it lies in. */
export const yieldOf = async (blob: Blob, parts: YieldParts): Promise<BlobYield | Unread | Skipped> => {
  const whole = outermostOf(blob)
  const outcome = await scanOpening({ ...parts, maxFileSize: null }, whole)
  if (outcome.class === 'unread' || outcome.class === 'skipped') return outcome
  const found: { findings: Finding[]; suppressed: Finding[]; unread: Unread[] } = {
    findings: [],
    suppressed: [],
    unread: [],
  }
  for await (const part of partsOf(whole, outcome)) {
    const told = await findingsOf(part, parts)
    if ('class' in told) {
      if (told.class === 'unread') found.unread.push(told)
      continue
    }
    found.findings.push(...told.findings.map(({ finding }) => finding))
    found.suppressed.push(...told.suppressed)
  }
  return { class: 'yield', ...found }
}

const partsOf = (
  blob: Blob,
  outcome: ScannedPart['outcome'] | OpenArchive,
): Iterable<ScannedPart> | AsyncIterable<ScannedPart> =>
  outcome.class === 'archive' ? outcome.parts : [{ blob, outcome }]

const findingsOf = async (
  { blob, outcome }: ScannedPart,
  context: FindingContext,
): Promise<BlobFindings | Unread | Skipped> => {
  if (outcome.class !== 'scanned') return outcome
  try {
    return await blobFindings(blob, outcome, context)
  } catch (cause) {
    if (cause instanceof ContentChanged) return cause.outcome
    throw cause
  }
}
