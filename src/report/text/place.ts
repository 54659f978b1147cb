import type { Finding } from '../../model/index.js'
import { printable } from '../printable.js'
import type { Page } from './page.js'

/** A path as the reader's terminal resolves it, safe to show. */
export const shownPath = (path: string, { options }: Page): string => printable(options.showPath(path))

/** The file, and behind it the member of an archive that is meant: `lib/app.jar > config/aws.properties`. */
export const contentPlace = (
  { path, container }: { readonly path: string; readonly container?: readonly string[] | null },
  page: Page,
): string => [shownPath(path, page), ...(container ?? []).map(printable)].join(' > ')

/** `path:line:column`, which editors and terminals open; line and column of a member are its own. */
export const placeOf = (finding: Finding, page: Page): string =>
  `${contentPlace(finding, page)}:${finding.region.startLine}:${finding.region.startColumn}`
