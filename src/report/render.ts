import { type ScanResult, unreachable } from '../model/index.js'
import { renderCsv } from './csv.js'
import type { Format } from './format.js'
import { renderGithub } from './github.js'
import { renderGitlab } from './gitlab.js'
import { renderGitlabCodeQuality } from './gitlab-codequality.js'
import { renderHtml } from './html/html.js'
import { renderJson } from './json.js'
import { renderJsonLines } from './jsonl.js'
import { renderJunit } from './junit.js'
import { renderMarkdown } from './markdown.js'
import { renderRdjson } from './rdjson.js'
import type { RenderOptions } from './render-options.js'
import { renderSarif } from './sarif/log.js'
import { renderText } from './text/text.js'

/**
 * A result as text in one format, in chunks that are made while they are taken. Adds nothing to the result: order,
 * severities and redaction are as they are. An empty iterable is possible (a clean commit).
 */
export const render = (result: ScanResult, format: Format, options: RenderOptions): Iterable<string> => {
  switch (format) {
    case 'text':
      return renderText(result, options)
    case 'json':
      return renderJson(result)
    case 'jsonl':
      return renderJsonLines(result)
    case 'sarif':
      return renderSarif(result, options.version)
    case 'github':
      return renderGithub(result)
    case 'gitlab':
      return renderGitlab(result, options)
    case 'gitlab-codequality':
      return renderGitlabCodeQuality(result)
    case 'junit':
      return renderJunit(result, options)
    case 'csv':
      return renderCsv(result)
    case 'html':
      return renderHtml(result, options)
    case 'markdown':
      return renderMarkdown(result, options)
    case 'rdjson':
      return renderRdjson(result)
    default:
      return unreachable(format)
  }
}
