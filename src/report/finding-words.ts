import type { Finding, Introduction, Related, RuleDescription } from '../model/index.js'
import { accountOf, expiryWords, keyIdOf, kindOf, roleWord, scopeOf, titleOf } from './credential-words.js'
import { answerOf, evidenceOf, wasAsked } from './verification-words.js'

/** What all formats but JSON say of a finding, in the same words. None of it is escaped: each format does that itself. */

/** What was found and whose it is: `AWS access key AKIA… of account 123456789012`. */
export const headingOf = (finding: Finding, rule: RuleDescription | undefined): string => {
  const id = keyIdOf(finding)
  const account = accountOf(finding)
  return `${titleOf(finding, rule)}${id === null ? '' : ` ${id}`}${account === null ? '' : ` of account ${account}`}`
}

/**
 * What it is and why it was taken for a credential, most telling first.
 * @param now tells what has expired; null where a report is read at another time than it is made
 */
export const reasonsOf = ({ facts, why }: Finding, now: Date | null): readonly string[] =>
  [
    facts.canary === true ? 'canary key' : null,
    kindOf(facts),
    ...scopeOf(facts),
    expiryWords(facts, now),
    ...why,
  ].filter((reason) => reason !== null)

/** `active, <who the caller is>`; null where nobody asked. */
export const answerWords = ({ verification }: Finding, rule: RuleDescription | undefined): string | null =>
  wasAsked(verification)
    ? `${answerOf(verification)}, ${evidenceOf(verification, rule?.provider ?? 'the provider')}`
    : null

/** Who brought the line in: by blame, or the commit that was scanned. */
export const introductionOf = ({ origin }: Finding): Introduction | null => {
  const { commit, author, date } = origin
  return origin.introduced ?? (commit && author && date ? { commit, author, date } : null)
}

/** Of a history scan: whether taking it out of the newest version is still to be done. */
export const remains = ({ inHead }: Finding['facts']): string =>
  inHead === undefined ? '' : inHead ? ', still in HEAD' : ', no longer in HEAD'

/** `added 2025-03-02 by Ada in 4f2c9e1, still in HEAD`; null where that is not known. */
export const introductionWords = (finding: Finding): string | null => {
  const by = introductionOf(finding)
  if (by === null) return null
  return `added ${by.date.slice(0, 10)} by ${by.author} in ${shortId(by.commit)}${remains(finding.facts)}`
}

/** An object id as git shortens it. */
export const shortId = (commit: string): string => commit.slice(0, 7)

/** The commit that a reader has to look at; null for what stands in no commit, or nobody knows in which. */
export const commitOf = ({ origin }: Finding): string | null =>
  origin.commit ?? origin.introduced?.commit ?? null

/**
 * Whether it stands in the message of a commit or tag, which a history scan names `commit <id>` and `tag <name>`: there is
 * no such file to link or to annotate.
 */
export const isInMessage = ({ path, origin }: Finding): boolean => {
  if (origin.kind !== 'commit') return false
  const id = /^commit ([0-9a-f]{12})$/.exec(path)?.[1]
  return id === undefined ? /^tag [^/]/.test(path) : origin.commit?.startsWith(id) === true
}

/** The path with members of archives behind `!`. */
export const fileOf = ({ path, container }: Pick<Finding, 'path' | 'container'>): string =>
  [path, ...(container ?? [])].join('!')

/** `path:line:column`, and the commit it was read from. */
export const placeWords = (finding: Finding): string => {
  const { region, origin } = finding
  const commit = origin.commit === null || isInMessage(finding) ? '' : ` in commit ${shortId(origin.commit)}`
  return `${fileOf(finding)}:${region.startLine}:${region.startColumn}${commit}`
}

/** `its ID at path:line:column`. */
export const relatedWords = ({ role, path, startLine, startColumn }: Related): string =>
  `${roleWord(role)} at ${path}:${startLine}:${startColumn}`
