import type { ScanResult } from '../model/index.js'
import { findingRecord, skippedRecord, unreadRecord } from './finding-record.js'
import { jsonText } from './json-text.js'

/** The whole result as one indented object. Findings have the keys of JSON Lines; timings differ from run to run. */
export function* renderJson(result: ScanResult): Generator<string> {
  yield '{\n  "schema": "keysieve/v1",\n'
  yield* member('findings', result.findings, findingRecord)
  yield* member('unread', result.unread, unreadRecord)
  yield* member('skipped', result.skipped, skippedRecord)
  yield* member('suppressed', result.suppressed, findingRecord)
  yield `  "counts": ${nested(result.counts, '  ')},\n`
  yield `  "timings": ${nested(result.timings, '  ')}\n}\n`
}

/** A chunk an item, so that a long report never stands in memory whole. */
function* member<T>(key: string, items: readonly T[], recordOf: (item: T) => unknown): Generator<string> {
  if (items.length === 0) {
    yield `  "${key}": [],\n`
    return
  }
  yield `  "${key}": [\n`
  for (const [index, item] of items.entries()) {
    yield `    ${nested(recordOf(item), '    ')}${index + 1 < items.length ? ',' : ''}\n`
  }
  yield '  ],\n'
}

/** Strings hold no line break of their own once they are JSON, so every one is the layout's. */
const nested = (value: unknown, indent: string): string => jsonText(value, 2).replaceAll('\n', `\n${indent}`)
