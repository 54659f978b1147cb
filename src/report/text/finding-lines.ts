import type { Finding } from '../../model/index.js'
import { accountOf, keyIdOf, titleOf } from '../credential-words.js'
import { introductionOf, reasonsOf, remains, shortId } from '../finding-words.js'
import { printable } from '../printable.js'
import { indentedBy, labelled, phrases, prose } from './flow.js'
import type { Page } from './page.js'

/** The lines that a finding's block is made of, each empty or ending with a line break. */

/** AWS and CIS advise to rotate long-term keys at least this often. */
const MOST_DAYS = 90
const MS_A_DAY = 86_400_000

/** Label, title and, at the right edge, the rule; below each other where they don't fit. */
export const headline = (
  label: { readonly text: string; readonly paint: (text: string) => string; readonly columns: number },
  finding: Finding,
  { paint, columns, ruleOf }: Page,
): string => {
  const title = printable(titleOf(finding, ruleOf(finding.ruleId)))
  const rule = printable(finding.ruleId)
  const head = `${label.paint(label.text)}${' '.repeat(Math.max(1, label.columns - label.text.length))}`
  const gap = columns - label.columns - title.length - rule.length
  if (gap >= 2) return `${head}${paint.title(title)}${' '.repeat(gap)}${paint.quiet(rule)}\n`
  const below = indentedBy(label.columns).rest
  const [first = '', ...rest] = prose(title, columns, { first: below, rest: below }).trimEnd().split('\n')
  return [
    `${head}${paint.title(first.trimStart())}`,
    ...rest.map((line) => `${below}${paint.title(line.trimStart())}`),
    `${below}${paint.quiet(rule)}\n`,
  ].join('\n')
}

/** What is known without asking: whose it is, of which kind, why it was taken for a credential. */
export const reasonLine = (finding: Finding, { columns, options }: Page): string => {
  const account = accountOf(finding)
  const said = [account === null ? null : `account ${account}`, ...reasonsOf(finding, options.now)].filter(
    (phrase) => phrase !== null,
  )
  return said.length === 0 ? '' : phrases(said.map(printable), columns, indentedBy(2))
}

/** Account, key id and where an own one is kept, for who has no reasons beside it that name them. */
export const ownerLine = (finding: Finding, shown: string, { columns }: Page): string => {
  const [account, id] = [accountOf(finding), keyIdOf(finding)]
  const { ownSource } = finding.facts
  const parts = [
    account === null ? null : `account ${account}`,
    id === null || shown.includes(id) ? null : `key ${id}`,
    typeof ownSource === 'string' ? `your own: ${ownSource}` : null,
  ].filter((part) => part !== null)
  return parts.length === 0 ? '' : prose(printable(parts.join(', ')), columns, indentedBy(2))
}

/** Who brought the line in and how long ago: by blame, or the commit that was scanned. */
export const introductionLine = (finding: Finding, { columns, options }: Page): string => {
  const { facts } = finding
  const by = introductionOf(finding)
  if (by === null) return ''
  const isLongTerm = facts.keyKind === 'long-term' || facts.keyKind === 'root'
  const age = options.now === null ? null : ageOf(by.date, options.now, isLongTerm ? 'long-term' : 'other')
  const words = `added ${by.date.slice(0, 10)} by ${by.author} in ${shortId(by.commit)}${age === null ? '' : ` (${age})`}${remains(facts)}`
  return prose(printable(words), columns, indentedBy(2))
}

const ageOf = (date: string, now: Date, kind: 'long-term' | 'other'): string | null => {
  const days = Math.floor((now.getTime() - Date.parse(date)) / MS_A_DAY)
  // A clock that was wrong, or a date that is none.
  if (!(days >= 0)) return null
  const ago = days === 0 ? 'today' : days === 1 ? '1 day ago' : `${days} days ago`
  return kind === 'long-term' && days > MOST_DAYS ? `${ago}; keys should live ${MOST_DAYS} at most` : ago
}

/** What to do, once for findings that need the same, and once for each rule where its story can be read. */
export const nextLines = ({ ruleId, remedy }: Finding, { columns, paint, isNew }: Page): string => {
  const advice = isNew(remedy) ? prose(printable(remedy), columns, labelled('  next  ')) : ''
  if (!isNew(`explain ${ruleId}`)) return advice
  const command = `${advice === '' ? '  next  ' : '        '}keysieve explain ${printable(ruleId)}`
  const about = '   what happened, how to clean up, what to use instead'
  return `${advice}${command}${command.length + about.length > columns ? '' : paint.quiet(about)}\n`
}
