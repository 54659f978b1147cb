import { Buffer } from 'node:buffer'
import type { Detection, Span } from '../model/index.js'
import type { Content } from './content.js'
import { LineNumbers } from './line-numbers.js'

/** How much of a blob is looked at: reports name themselves in their first lines. */
const HEAD_UNITS = 4096

/** The first key of `json` and of every line of `jsonl`; the tool's name in SARIF. */
const OWN_HEADS = [
  /^\s*\{\s*"schema"\s*:\s*"keysieve\/v1"/,
  /^\s*\{[\s\S]*"driver"\s*:\s*\{\s*"name"\s*:\s*"keysieve"/,
]

/**
 * Our own reports show access key IDs whole, so the next scan would report each of them again. What such a file may
 * hold is an identifier alone, where a report puts one: any secret in it, an id beside a secret, and an id anywhere else
 * is reported as in other files.
 */
export const withoutReportedIds = async (
  detections: readonly Detection[],
  content: Content,
): Promise<readonly Detection[]> => {
  if (!detections.some(isIdAlone)) return detections
  const head = await textOf(content, 0, HEAD_UNITS)
  if (!OWN_HEADS.some((own) => own.test(head))) return detections
  const numbers = await LineNumbers.of(content, detections.filter(isIdAlone).flatMap(spansOf))
  const kept: Detection[] = []
  for (const detection of detections) {
    if (!isIdAlone(detection) || !(await isReported(detection, content, numbers))) kept.push(detection)
  }
  return kept
}

const isIdAlone = ({ values }: Detection): boolean => Object.keys(values).join() === 'id'

const spansOf = ({ occurrences, also }: Detection): readonly Span[] =>
  [...occurrences.flatMap(({ parts }) => parts), ...also].map(({ span }) => span)

const isReported = async (detection: Detection, content: Content, numbers: LineNumbers): Promise<boolean> => {
  for (const span of spansOf(detection)) {
    if (!(await isInReport(span, content, numbers.lineStartAt(span.start)))) return false
  }
  return true
}

/** A line of `json` begins with the key, one of `jsonl` with its schema, one of SARIF with a result's rule. */
const LINE_BEGINS =
  /^\s*(?:"(?:accessKeyId|redacted|remedy|text)"\s*:|\{\s*"(?:schema"\s*:\s*"keysieve\/v1"|ruleId"\s*:|\$schema"\s*:))/
/** A whole string, or words of a sentence. */
const WHOLE = /"(?:accessKeyId|redacted)"\s*:\s*"$/
const IN_SENTENCE = /"(?:remedy|text)"\s*:\s*"(?:[^"\\]|\\.)*$/
const LINE_HEAD_UNITS = 100
/** Longer than what a report writes before an id in one string. */
const CONTEXT_UNITS = 1_000

const isInReport = async ({ start, end }: Span, content: Content, lineStart: number): Promise<boolean> => {
  if (!LINE_BEGINS.test(await textOf(content, lineStart, lineStart + LINE_HEAD_UNITS))) return false
  const before = await textOf(content, Math.max(lineStart, start - CONTEXT_UNITS), start)
  if (WHOLE.test(before)) return (await textOf(content, end, end + 1)) === '"'
  return IN_SENTENCE.test(before)
}

const textOf = async (content: Content, start: number, end: number): Promise<string> =>
  Buffer.from(await content.slice(start, end)).toString('latin1')
