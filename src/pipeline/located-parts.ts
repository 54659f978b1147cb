import type { Detection, Part, PartRole, Region } from '../model/index.js'
import type { Content } from './content.js'
import { byteOffsetOf } from './encoding.js'
import { type Position, positionsOf } from './positions.js'

export interface LocatedPart {
  readonly role: PartRole
  readonly region: Region
  /** Unit offsets in the content, half-open. */
  readonly start: number
  readonly end: number
  readonly position: Position
}

/** Looks a part of a detection up. Every part of the detections it was made for is there. */
export type Locate = (part: Part) => LocatedPart

export const locateParts = async (
  content: Content,
  detections: readonly Pick<Detection, 'occurrences' | 'also'>[],
): Promise<Locate> => {
  const parts = detections.flatMap(({ occurrences, also }) => [
    ...occurrences.flatMap((o) => o.parts),
    ...also,
  ])
  const positions = await positionsOf(
    content,
    parts.flatMap(({ span }) => [span.start, span.end]),
  )
  const positionOf = (offset: number): Position => {
    const position = positions.get(offset)
    if (position === undefined)
      throw new RangeError(`no position at ${offset}: the blob became shorter while it was read`)
    return position
  }
  return ({ role, span }) => {
    const from = positionOf(span.start)
    const to = positionOf(span.end)
    return {
      role,
      start: span.start,
      end: span.end,
      position: from,
      region: {
        startLine: from.line,
        startColumn: from.column,
        endLine: to.line,
        endColumn: to.column,
        startByte: byteOffsetOf(content.encoding, span.start),
        endByte: byteOffsetOf(content.encoding, span.end),
      },
    }
  }
}
