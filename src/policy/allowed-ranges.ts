import type { Span, Suppression } from '../model/index.js'
import type { AllowMarker } from './allow-marker.js'
import { maskReason } from './masked-reason.js'

/** A marker and the range that it allows findings in, half-open. */
export interface PlacedMarker extends AllowMarker {
  /** 1-based, on which the marker stands. */
  readonly line: number
  readonly covers: Span
}

/** What the markers of a blob allow. Asking takes time by the logarithm of their number. */
export class AllowedRanges {
  /** By rule and scope; each list is in order, of beginnings and of ends alike. */
  readonly #lists = new Map<string, PlacedMarker[]>()

  /** @param markers in byte order */
  constructor(markers: readonly PlacedMarker[]) {
    for (const marker of markers) {
      for (const rule of new Set(marker.rules)) {
        const key = `${marker.scope} ${rule}`
        const list = this.#lists.get(key)
        if (list === undefined) this.#lists.set(key, [marker])
        else list.push(marker)
      }
    }
  }

  /** The marker that allows a finding of this rule with these parts: it covers some of one. */
  markerOf(ruleId: string, parts: readonly Span[]): PlacedMarker | null {
    for (const scope of ['line', 'next-line']) {
      const list = this.#lists.get(`${scope} ${ruleId}`)
      if (list === undefined) continue
      for (const part of parts) {
        const marker = coveringIn(list, part)
        if (marker !== null) return marker
      }
    }
    return null
  }

  /** @param values of the finding, which the marker's reason must not show */
  suppressionOf(ruleId: string, parts: readonly Span[], values: readonly string[]): Suppression | null {
    const marker = this.markerOf(ruleId, parts)
    if (marker === null) return null
    const { line, reason } = marker
    return { kind: 'inline', line, reason: reason === null ? null : maskReason(reason, values) }
  }
}

const coveringIn = (list: readonly PlacedMarker[], part: Span): PlacedMarker | null => {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle]?.covers.end ?? 0) <= part.start) low = middle + 1
    else high = middle
  }
  const marker = list[low]
  return marker !== undefined && marker.covers.start < part.end ? marker : null
}
