import { type ScanResult, unreachable } from '../model/index.js'
import type { Format } from './format.js'
import { renderJson } from './json.js'
import { renderJsonLines } from './jsonl.js'
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
    default:
      return unreachable(format)
  }
}
