import type { ScanResult } from '../model/index.js'
import { findingRecord } from './finding-record.js'
import { jsonText } from './json-text.js'

/** One finding a line, findings only: a clean result is an empty text. */
export function* renderJsonLines(result: ScanResult): Generator<string> {
  for (const finding of result.findings) yield `${jsonText(findingRecord(finding))}\n`
}
