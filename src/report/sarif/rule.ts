import type { RuleDescription } from '../../model/index.js'
import { documentationOf } from '../web-address.js'
import { bounded, inMarkdown, oneLine } from './plain-text.js'
import { levelOf, scoreOf } from './severity-levels.js'

/** GitHub's limits for texts of a rule, in characters. */
const NAME_CHARACTERS = 255
const DESCRIPTION_CHARACTERS = 1024

/** A rule as a SARIF reportingDescriptor with what GitHub code scanning shows of it. */
export const sarifRule = (rule: RuleDescription): unknown => ({
  id: rule.id,
  name: bounded(rule.name, NAME_CHARACTERS),
  shortDescription: { text: bounded(rule.name, DESCRIPTION_CHARACTERS) },
  fullDescription: { text: bounded(rule.description, DESCRIPTION_CHARACTERS) },
  help: { text: helpText(rule), markdown: helpMarkdown(rule) },
  defaultConfiguration: { level: levelOf(rule.severity) },
  properties: {
    // CWE-798: use of hard-coded credentials.
    tags: ['security', 'secrets', 'external/cwe/cwe-798'],
    precision: rule.confidence,
    'security-severity': scoreOf(rule.severity),
  },
})

const helpText = ({ description, remedy, docs, id }: RuleDescription): string =>
  [description, `What to do: ${remedy}`, `Documentation: ${docs}`, falseAlarm(id)].map(oneLine).join('\n\n')

const helpMarkdown = (rule: RuleDescription): string => {
  const { description, remedy, id } = rule
  return [
    inMarkdown(description),
    `**What to do.** ${inMarkdown(remedy)}`,
    documentationLink(rule),
    inMarkdown(falseAlarm(id)),
  ].join('\n\n')
}

const falseAlarm = (id: string): string =>
  `A false alarm is allowed by a comment on its line: keysieve:allow ${id} -- why`

/** A link only for a plain web address: anything else could end the link or run a script. */
const documentationLink = (rule: RuleDescription): string => {
  const address = documentationOf(rule)
  return address === null ? `Documentation: ${inMarkdown(rule.docs)}` : `[Documentation](<${address}>)`
}
