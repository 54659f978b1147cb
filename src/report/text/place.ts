import type { Finding } from '../../model/index.js'
import { printable } from '../printable.js'
import type { Page } from './page.js'

/** A path as the reader's terminal resolves it, safe to show. */
export const shownPath = (path: string, { options }: Page): string => printable(options.showPath(path))

/** `path:line:column`, which editors and terminals open; members of archives behind `!`. */
export const placeOf = ({ path, container, region }: Finding, page: Page): string =>
  `${[shownPath(path, page), ...(container ?? []).map(printable)].join('!')}:${region.startLine}:${region.startColumn}`
