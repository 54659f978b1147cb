import type { Finding, RuleDescription } from '../../model/index.js'
import { accountOf, keyIdOf, titleOf } from '../credential-words.js'
import {
  answerWords,
  fileOf,
  introductionWords,
  isInMessage,
  placeWords,
  reasonsOf,
  relatedWords,
} from '../finding-words.js'
import { inMarkup } from '../markup.js'
import { placeDigest } from '../place-digest.js'
import { excerptBlock } from './excerpt.js'

/** More are counted. */
const MOST_PLACES = 10

/** What an article needs beside its finding. */
export interface Book {
  readonly ruleOf: (id: string) => RuleDescription | undefined
  /** Findings in other files that hold the other half. */
  readonly partnersOf: (finding: Finding) => readonly Finding[]
  readonly sourceUrl: (finding: Finding) => string | null
}

/** One finding: what and where, its masked lines, what is known, what to do now. */
export const findingArticle = (finding: Finding, book: Book): string => {
  const { ruleId, severity, remedy } = finding
  const rule = book.ruleOf(ruleId)
  const steps = rule === undefined ? '' : ` <a href="#${ruleAnchor(ruleId)}">All steps</a>`
  return [
    `<article id="${anchorOf(finding)}" class="${severity}">\n`,
    `<div class="head"><h3>${inMarkup(titleOf(finding, rule))}</h3><code class="quiet">${inMarkup(ruleId)}</code></div>\n`,
    `<p class="place">${linked(finding, book)}</p>\n`,
    excerptBlock(finding.excerpt),
    `<dl>\n${factsOf(finding, book).map(fact).join('')}</dl>\n`,
    `<p class="next"><b>Now</b> ${inMarkup(remedy)}${steps}</p>\n</article>\n`,
  ].join('')
}

/** Ids of other findings and rules that the page's links lead to. */
const anchorOf = (finding: Finding): string => `f-${placeDigest(finding)}`
export const ruleAnchor = (ruleId: string): string =>
  `rule-${encodeURIComponent(ruleId.replace(/\p{Cs}/gu, '\u{fffd}'))}`

const linked = (finding: Finding, { sourceUrl }: Book): string => {
  const place = `<code>${inMarkup(placeWords(finding))}</code>`
  const url = isInMessage(finding) ? null : sourceUrl(finding)
  return url === null || !url.startsWith('https://')
    ? place
    : `<a href="${inMarkup(url)}" rel="noreferrer noopener">${place}</a>`
}

/** Label and text, the text as markup already. */
type Fact = readonly [label: string, markup: string]

const fact = ([label, markup]: Fact): string => `<dt>${label}</dt><dd>${markup}</dd>\n`

const factsOf = (finding: Finding, book: Book): readonly Fact[] => {
  const told = (label: string, text: string | null): readonly Fact[] =>
    text === null || text === '' ? [] : [[label, inMarkup(text)]]
  return [
    ...told('Account', accountOf(finding)),
    ...told('Key ID', keyIdOf(finding)),
    ...told('Shown as', isShown(finding) ? null : finding.redacted),
    ...told('Why', reasonsOf(finding, null).join('; ')),
    ...told('Who', introductionWords(finding)),
    ...told('Verification', answerWords(finding, book.ruleOf(finding.ruleId))),
    ...told('Also at', places(finding)),
    ...partners(finding, book),
    ...told('Fingerprint', `${finding.fingerprint}, confidence ${finding.confidence}`),
  ]
}

/** The excerpt shows the redacted form, and an identifier is told beside it. */
const isShown = (finding: Finding): boolean =>
  finding.excerpt.length > 0 || finding.redacted === keyIdOf(finding)

/** Other places that the excerpt does not show. */
const places = ({ path, related, excerpt }: Finding): string => {
  const seen = new Set(excerpt.map(({ line }) => line))
  const hidden = related.filter((place) => place.path !== path || !seen.has(place.startLine))
  const shown = hidden.slice(0, MOST_PLACES).map(relatedWords)
  const more = hidden.length - shown.length
  return `${shown.join('; ')}${more > 0 ? ` and ${more} more` : ''}`
}

const partners = (finding: Finding, { partnersOf }: Book): readonly Fact[] => {
  const links = partnersOf(finding)
    .slice(0, MOST_PLACES)
    .map((one) => `<a href="#${anchorOf(one)}">${inMarkup(`${fileOf(one)}:${one.region.startLine}`)}</a>`)
  return links.length === 0 ? [] : [['Other half', links.join('; ')]]
}
