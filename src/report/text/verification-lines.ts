import type { Finding } from '../../model/index.js'
import { printable } from '../printable.js'
import { answerOf, evidenceOf, wasAsked } from '../verification-words.js'
import { indentedBy, labelled, prose } from './flow.js'
import type { Page } from './page.js'

/** What the provider said and what that rests on, if it was asked. */
export const verificationLine = (finding: Finding, page: Page): string => {
  if (!wasAsked(finding.verification)) return ''
  const answer = answerOf(finding.verification)
  const text = prose(evidence(finding, page), page.columns, labelled(`  ${answer.padEnd(12)} `))
  return text.replace(answer, page.paint.answer(answer))
}

/** The same where the answer itself already stands in the headline. */
export const evidenceLine = (finding: Finding, page: Page): string =>
  prose(evidence(finding, page), page.columns, indentedBy(2))

const evidence = ({ verification, ruleId }: Finding, { ruleOf }: Page): string =>
  printable(evidenceOf(verification, ruleOf(ruleId)?.provider ?? 'the provider'))
