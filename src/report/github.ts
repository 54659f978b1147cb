import type { Finding, RuleDescription, ScanResult, Unread } from '../model/index.js'
import { titleOf } from './credential-words.js'
import {
  answerWords,
  headingOf,
  introductionWords,
  isInMessage,
  placeWords,
  reasonsOf,
} from './finding-words.js'
import { printable } from './printable.js'
import { unreadWord } from './reason-words.js'
import { levelOf } from './sarif/severity-levels.js'
import { worstFirst } from './severity-order.js'

/** GitHub shows so many annotations of each level a step, and drops the others without a word (actions/runner). */
const MOST_OF_A_LEVEL = 10
/** The runner cuts a message behind so many characters. */
const MOST_CHARACTERS = 4096
const MOST_NAMED = 5

type Level = 'error' | 'warning' | 'notice'

/**
 * Workflow commands that GitHub Actions shows as annotations on the lines found, the most severe first. What is more than
 * GitHub shows of a step is counted in one notice. A clean result is an empty text.
 */
export function* renderGithub(result: ScanResult): Generator<string> {
  const rules = new Map(result.rules.map((rule) => [rule.id, rule]))
  const room = roomFor(result)
  let leftOut = 0
  for (const finding of worstFirst(result.findings)) {
    const level = annotationLevel(finding)
    const left = room[level]--
    if (left > 0) yield annotation(level, finding, rules.get(finding.ruleId))
    else leftOut++
  }
  if (result.unread.length > 0) yield unreadWarning(result.unread)
  if (leftOut > 0)
    yield command('notice', { title: 'keysieve: more findings' }, leftOutWords(leftOut, result))
}

const annotationLevel = ({ severity }: Finding): Level => {
  const level = levelOf(severity)
  return level === 'note' ? 'notice' : level
}

/** One warning is kept for what was not read, one notice for the count of what finds no room. */
const roomFor = ({ findings, unread }: ScanResult): Record<Level, number> => {
  const room = { error: MOST_OF_A_LEVEL, warning: MOST_OF_A_LEVEL, notice: MOST_OF_A_LEVEL }
  if (unread.length > 0) room.warning--
  const counts = { error: 0, warning: 0, notice: 0 }
  for (const finding of findings) counts[annotationLevel(finding)]++
  const isTooMuch = (['error', 'warning', 'notice'] as const).some((level) => counts[level] > room[level])
  if (isTooMuch) room.notice--
  return room
}

const annotation = (level: Level, finding: Finding, rule: RuleDescription | undefined): string =>
  command(level, { ...placeOf(finding), title: titleOf(finding, rule) }, messageOf(finding, rule))

type Properties = Readonly<Record<string, string | number>>

/** A message has no file; in an archive no line of the file; and columns count only within one line. */
const placeOf = (finding: Finding): Properties => {
  const { path, container, region } = finding
  if (isInMessage(finding)) return {}
  if (container !== null) return { file: path }
  const lines = { file: path, line: region.startLine, endLine: region.endLine }
  return region.startLine === region.endLine
    ? { ...lines, col: region.startColumn, endColumn: region.endColumn }
    : lines
}

const messageOf = (finding: Finding, rule: RuleDescription | undefined): string =>
  [
    `${headingOf(finding, rule)} (${finding.ruleId}, ${finding.severity})`,
    placeWords(finding),
    reasonsOf(finding, null).join('; '),
    introductionWords(finding) ?? '',
    answerWords(finding, rule) ?? '',
    finding.remedy,
  ]
    .filter((line) => line !== '')
    .map(printable)
    .join('\n')

const unreadWarning = (unread: readonly Unread[]): string => {
  const named = unread
    .slice(0, MOST_NAMED)
    .map(({ path, reason }) => printable(`${path} (${unreadWord(reason)})`))
  const more = unread.length - named.length
  const words = `${unread.length} not read, so nobody knows what they hold: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  return command('warning', { title: 'keysieve: not everything was read' }, words)
}

const leftOutWords = (leftOut: number, { findings }: ScanResult): string =>
  `${leftOut} of ${findings.length} findings are not annotated, because GitHub shows ${MOST_OF_A_LEVEL} of each level a step; these are the most severe ones. A report in another format lists all.`

/** `::name key=value,…::message` on one line (docs.github.com, "Workflow commands"). */
const command = (level: Level, properties: Properties, message: string): string => {
  const listed = Object.entries(properties).map(([key, value]) => `${key}=${propertyText(String(value))}`)
  const whole = [...message]
  const cut = whole.length > MOST_CHARACTERS ? `${whole.slice(0, MOST_CHARACTERS - 1).join('')}…` : message
  return `::${level} ${listed.join(',')}::${dataText(cut)}\n`
}

/** GitHub undoes its own escapes, line breaks among them; what else can't be seen stays spelt out. */
const dataText = (text: string): string => withoutUnseen(text.replaceAll('%', '%25'))

const propertyText = (text: string): string =>
  withoutUnseen(text.replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C'))

const withoutUnseen = (text: string): string =>
  text
    .split(/([\r\n])/)
    .map((part) => (part === '\r' ? '%0D' : part === '\n' ? '%0A' : printable(part)))
    .join('')
