import type { Finding, Related } from '../../model/index.js'
import { flowed, listed, wordsOf } from './flow.js'
import type { Page } from './page.js'
import { contentPlace, placeOf } from './place.js'

/** More are counted, and named with --verbose. */
const MOST_PLACES = 3

/** Other places of this finding that its excerpt does not show, and the other half in another file. */
export const otherPlacesLine = (finding: Finding, page: Page): string => {
  const shown = new Set(finding.excerpt.map(({ line }) => line))
  const hidden = finding.related.filter(
    ({ path, startLine }) => path !== finding.path || !shown.has(startLine),
  )
  const partners = finding.partners.flatMap((partner) =>
    page.result.findings.filter(({ fingerprint }) => fingerprint === partner),
  )
  return (
    placesLine(
      '  also at ',
      hidden.map((place) => relatedPlace(place, finding, page)),
      page,
    ) +
    placesLine(
      '  other half at ',
      partners.map((partner) => placeOf(partner, page)),
      page,
    )
  )
}

/** What stands in the finding's file stands in the same member of it. */
const relatedPlace = (
  { role, path, startLine, startColumn }: Related,
  finding: Finding,
  page: Page,
): string => {
  const container = path === finding.path ? finding.container : null
  return `${contentPlace({ path, container }, page)}:${startLine}:${startColumn} (${role})`
}

const placesLine = (label: string, places: readonly string[], { columns, options }: Page): string => {
  if (places.length === 0) return ''
  const shown = options.detail === 'verbose' ? places : places.slice(0, MOST_PLACES)
  const more = places.length - shown.length
  const end = more === 0 ? [] : wordsOf(`and ${more} more`)
  return flowed([...listed(shown, ''), ...end], columns, { first: label, rest: '    ' })
}
