import type { Finding, Related, RuleDescription } from '../../model/index.js'
import { roleWord } from '../credential-words.js'
import { answerWords, headingOf, reasonsOf } from '../finding-words.js'
import { inMessage } from './plain-text.js'

/** How many other places the message links; GitHub lists the rest beside it. */
const MOST_LINKS = 5

/** The alert's text: its first sentence is what GitHub shows as the title. Quotes nothing of the file. */
export const messageOf = (
  finding: Finding,
  rule: RuleDescription | undefined,
  linked: readonly Related[],
): string =>
  [
    inMessage(`${headingOf(finding, rule)}.`),
    inMessage(memberPlace(finding)),
    inMessage(reasons(finding)),
    inMessage(answer(finding, rule)),
    inMessage(finding.remedy),
    links(linked),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')

/** Where in an archive, since its location can name no line there. */
const memberPlace = ({ container, region }: Finding): string =>
  container === null ? '' : `In ${container.join(' > ')}, line ${region.startLine}.`

const reasons = (finding: Finding): string => {
  const all = reasonsOf(finding, null)
  return all.length === 0 ? '' : `Why: ${all.join('; ')}.`
}

const answer = (finding: Finding, rule: RuleDescription | undefined): string => {
  const words = answerWords(finding, rule)
  return words === null ? '' : sentence(`Verification: ${words}`)
}

const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`)

/** The number is the related location's id. */
const links = (linked: readonly Related[]): string => {
  if (linked.length === 0) return ''
  const shown = linked
    .slice(0, MOST_LINKS)
    .map(({ role, startLine }, index) => `[${roleWord(role)}, line ${startLine}](${index + 1})`)
  const more = linked.length - shown.length
  return `See also: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`
}
