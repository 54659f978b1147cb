import type { Finding, ScanResult, Severity } from '../../model/index.js'
import { inMarkup } from '../markup.js'
import type { RenderOptions } from '../render-options.js'
import { WORST_FIRST } from '../severity-order.js'
import { sha256 } from '../sha256.js'
import { counted, grouped, lasted, sized } from '../text/quantity.js'
import { type Book, findingArticle } from './finding-article.js'
import { ruleStories, skippedList, unreadList } from './lists.js'
import { STYLE } from './style.js'

/**
 * One page that can be sent on: everything is in it, nothing is loaded, no script runs, and its own policy says so to the
 * browser. Both themes, and paper. Findings by severity, each severity to be hidden by a click on its count.
 */
export function* renderHtml(result: ScanResult, options: RenderOptions): Generator<string> {
  const title = `keysieve: ${verdictOf(result)}`
  const shown = WORST_FIRST.filter((severity) => result.counts.findings[severity] > 0)
  yield headOf(title, options)
  for (const severity of shown)
    yield `<input class="box" type="checkbox" id="show-${severity}" checked aria-label="Show ${severity}">\n`
  yield `<main class="page">\n${introduction(result, options)}${filters(result, shown)}`
  yield* findingSections(result, bookOf(result, options))
  yield* unreadList(result)
  yield* ruleStories(result)
  yield* skippedList(result)
  yield `<footer class="quiet">Made by keysieve ${inMarkup(options.version)}. Secrets are not in this page; access key IDs are, since they name what to deactivate.</footer>\n</main>\n</body>\n</html>\n`
}

const headOf = (title: string, { version }: RenderOptions): string =>
  [
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${sha256(STYLE, 'base64')}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="robots" content="noindex">',
    `<meta name="generator" content="keysieve ${inMarkup(version)}">`,
    `<title>${inMarkup(title)}</title>`,
    `<style>${STYLE}</style>\n</head>\n<body>\n`,
  ].join('\n')

const verdictOf = ({ findings, unread }: ScanResult): string => {
  if (findings.length > 0) return counted(findings.length, 'finding')
  return unread.length > 0 ? 'no secrets in what could be read' : 'no secrets'
}

const introduction = (result: ScanResult, { now }: RenderOptions): string => {
  const { findings, unread } = result
  const written =
    now === null ? '' : `Written <time>${now.toISOString().slice(0, 16).replace('T', ' ')} UTC</time>. `
  const isClean = findings.length + unread.length === 0
  const verdict = verdictOf(result)
  const warning =
    unread.length === 0
      ? ''
      : `<p><a href="#unread">${counted(unread.length, 'item')} could not be read</a>: nobody knows what stands there.</p>\n`
  return `<p class="brand">keysieve</p>\n<h1${isClean ? ' class="clean"' : ''}>${verdict.charAt(0).toUpperCase()}${verdict.slice(1)}</h1>\n<p class="quiet">${written}${inMarkup(lookedAt(result))}</p>\n${warning}`
}

/** How much was looked at, and what was passed over. An earlier report may not tell. */
const lookedAt = ({ mode, counts, timings }: ScanResult): string => {
  const files = counted(counts.files, mode === 'history' ? 'version' : 'file')
  const time = timings.total === undefined ? '' : ` in ${lasted(timings.total)}`
  return [
    counts.files === 0 ? '' : `Looked at ${files}, ${sized(counts.bytes)}${time}.`,
    counts.suppressed === 0 ? '' : `${grouped(counts.suppressed)} allowed by a comment.`,
    counts.examples === 0 ? '' : `${counted(counts.examples, 'documented example value')} ignored.`,
    counts.skipped === 0 ? '' : `${grouped(counts.skipped)} skipped on purpose.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

const filters = ({ counts }: ScanResult, shown: readonly Severity[]): string =>
  shown.length === 0
    ? ''
    : `<div class="filters">\n${shown
        .map(
          (severity) =>
            `<label for="show-${severity}" class="${severity}" title="Show or hide"><b>${grouped(counts.findings[severity])}</b>${severity}</label>\n`,
        )
        .join('')}</div>\n`

function* findingSections({ findings, counts }: ScanResult, book: Book): Generator<string> {
  for (const severity of WORST_FIRST) {
    const here = findings.filter((finding) => finding.severity === severity)
    if (here.length === 0) continue
    const word = severity.charAt(0).toUpperCase() + severity.slice(1)
    yield `<section class="${severity}">\n<h2>${word} <small>${grouped(counts.findings[severity])}</small></h2>\n`
    for (const finding of here) yield findingArticle(finding, book)
    yield '</section>\n'
  }
}

const bookOf = ({ findings, rules }: ScanResult, { sourceUrl }: RenderOptions): Book => {
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const byFingerprint = new Map<string, Finding[]>()
  for (const finding of findings) {
    const same = byFingerprint.get(finding.fingerprint)
    if (same === undefined) byFingerprint.set(finding.fingerprint, [finding])
    else same.push(finding)
  }
  return {
    ruleOf: (id) => byId.get(id),
    partnersOf: ({ partners }) => partners.flatMap((fingerprint) => byFingerprint.get(fingerprint) ?? []),
    sourceUrl: (finding) => sourceUrl?.(finding) ?? null,
  }
}
