import type { Finding, Related, RuleDescription } from '../../model/index.js'
import { accountOf, expiryWords, keyIdOf, kindOf, roleWord, scopeOf, titleOf } from '../credential-words.js'
import { answerOf, evidenceOf, wasAsked } from '../verification-words.js'
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
    inMessage(title(finding, rule)),
    inMessage(memberPlace(finding)),
    inMessage(reasons(finding)),
    inMessage(answer(finding, rule)),
    inMessage(finding.remedy),
    links(linked),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')

const title = (finding: Finding, rule: RuleDescription | undefined): string => {
  const id = keyIdOf(finding)
  const account = accountOf(finding)
  return `${titleOf(finding, rule)}${id === null ? '' : ` ${id}`}${account === null ? '' : ` of account ${account}`}.`
}

/** Where in an archive, since its location can name no line there. */
const memberPlace = ({ container, region }: Finding): string =>
  container === null ? '' : `In ${container.join(' > ')}, line ${region.startLine}.`

const reasons = ({ facts, why }: Finding): string => {
  const all = [
    facts.canary === true ? 'canary key' : null,
    kindOf(facts),
    ...scopeOf(facts),
    expiryWords(facts, null),
    ...why,
  ].filter((reason) => reason !== null)
  return all.length === 0 ? '' : `Why: ${all.join('; ')}.`
}

const answer = ({ verification }: Finding, rule: RuleDescription | undefined): string =>
  wasAsked(verification)
    ? sentence(
        `Verification: ${answerOf(verification)}, ${evidenceOf(verification, rule?.provider ?? 'The provider')}`,
      )
    : ''

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
