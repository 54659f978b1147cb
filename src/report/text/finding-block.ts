import type { Finding } from '../../model/index.js'
import { answerOf } from '../verification-words.js'
import { excerptOf } from './excerpt.js'
import { headline, introductionLine, nextLines, ownerLine, reasonLine } from './finding-lines.js'
import { otherPlacesLine } from './other-places.js'
import type { Page } from './page.js'
import { placeOf } from './place.js'
import { evidenceLine, verificationLine } from './verification-lines.js'

/** The widest severity and two blanks. */
const SEVERITY_COLUMNS = 10
/** The widest answer and two blanks. */
const ANSWER_COLUMNS = 14

/** A finding as a scan tells it: what and where, why, what next. */
export const findingBlock = (finding: Finding, page: Page): string =>
  [
    severityHeadline(finding, page),
    placeLine(finding, page),
    excerptOf(finding.excerpt, page),
    reasonLine(finding, page),
    introductionLine(finding, page),
    verificationLine(finding, page),
    otherPlacesLine(finding, page),
    nextLines(finding, page),
  ].join('')

/** A finding of an earlier report: the answer first; the report has shown the rest. */
export const answerBlock = (finding: Finding, page: Page): string => {
  const answer = answerOf(finding.verification)
  const label = { text: answer, paint: page.paint.answer(answer), columns: ANSWER_COLUMNS }
  return [
    headline(label, finding, page),
    placeLine(finding, page),
    evidenceLine(finding, page),
    ownerLine(finding, '', page),
    introductionLine(finding, page),
    nextLines(finding, page),
  ].join('')
}

export const severityHeadline = (finding: Finding, page: Page): string => {
  const { severity } = finding
  const label = {
    text: severity.toUpperCase(),
    paint: page.paint.severity(severity),
    columns: SEVERITY_COLUMNS,
  }
  return headline(label, finding, page)
}

const placeLine = (finding: Finding, page: Page): string => `  ${page.paint.place(placeOf(finding, page))}\n`
