import { Buffer } from 'node:buffer'
import type { Detection, Span } from '../model/index.js'
import type { Content } from './content.js'
import { LineNumbers } from './line-numbers.js'

/** How much of a blob is looked at: reports name themselves in their first lines. */
const HEAD_UNITS = 4096

/** A format of ours that shows ids: how it begins, how the lines begin that may hold one, and what stands before one. */
interface ReportForm {
  readonly head: RegExp
  readonly line: RegExp
  /** Null where the line's beginning says enough. */
  readonly before: RegExp | null
}

/** A whole string, or words of a sentence in one. */
const inStringsOf = (whole: string, sentence: string): RegExp =>
  new RegExp(`"(?:${whole})"\\s*:\\s*"$|"(?:${sentence})"\\s*:\\s*"(?:[^"\\\\]|\\\\.)*$`)

const FORMS: readonly ReportForm[] = [
  {
    // `json`, where a line begins with the key, and `jsonl`, where every one begins with its schema.
    head: /^\s*\{\s*"schema"\s*:\s*"keysieve\/v1"/,
    line: /^\s*(?:"(?:accessKeyId|redacted|remedy)"\s*:|\{\s*"schema"\s*:\s*"keysieve\/v1")/,
    before: inStringsOf('accessKeyId|redacted', 'remedy'),
  },
  {
    head: /^\s*\{[\s\S]*"driver"\s*:\s*\{\s*"name"\s*:\s*"keysieve"/,
    line: /^\s*(?:"(?:accessKeyId|redacted|text)"\s*:|\{\s*"(?:ruleId"\s*:|\$schema"\s*:))/,
    before: inStringsOf('accessKeyId|redacted', 'text'),
  },
  {
    head: /^\{"version":"[\d.]+","schema":"[^"]*"[^{]*"scan":\{"type":"secret_detection"[^\n]*"analyzer":\{"id":"keysieve"/,
    line: /^\{"id":"/,
    before: inStringsOf('value', 'description|solution'),
  },
  {
    head: /^\[\s*\{"type":"issue","check_name":"keysieve\//,
    line: /^\{"type":"issue","check_name":"keysieve\//,
    before: inStringsOf('value', 'description'),
  },
  {
    head: /^\{"source":\{"name":"keysieve"\},"diagnostics":\[/,
    line: /^\{"message":"/,
    before: inStringsOf('value', 'message'),
  },
  {
    head: /^severity,confidence,rule,title,path,container,line,column,/,
    line: /^(?:critical|high|medium|low|info),(?:high|medium|low),/,
    before: null,
  },
  {
    head: /^<\?xml [^>]*>\s*<testsuites name="keysieve" /,
    line: /^(?:(?:critical|high|medium|low|info)|what to do): /,
    before: null,
  },
  {
    head: /^<!doctype html>[\s\S]*<meta name="generator" content="keysieve /,
    line: /^(?:<dt>Key ID<|<dt>Shown as<|<p class="next">|<pre><code><span class="n">|<span class="n">)/,
    before: null,
  },
  { head: /^## keysieve: /, line: /^(?:<details><summary>|- \*\*What to do now:\*\*)/, before: null },
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
  const form = FORMS.find((one) => one.head.test(head))
  if (form === undefined) return detections
  const numbers = await LineNumbers.of(content, detections.filter(isIdAlone).flatMap(spansOf))
  const kept: Detection[] = []
  for (const detection of detections) {
    if (!isIdAlone(detection) || !(await isReported(detection, content, form, numbers))) kept.push(detection)
  }
  return kept
}

const isIdAlone = ({ values }: Detection): boolean => Object.keys(values).join() === 'id'

const spansOf = ({ occurrences, also }: Detection): readonly Span[] =>
  [...occurrences.flatMap(({ parts }) => parts), ...also].map(({ span }) => span)

const isReported = async (
  detection: Detection,
  content: Content,
  form: ReportForm,
  numbers: LineNumbers,
): Promise<boolean> => {
  for (const span of spansOf(detection)) {
    if (!(await isInReport(span, content, form, numbers.lineStartAt(span.start)))) return false
  }
  return true
}

const LINE_HEAD_UNITS = 100
/** Longer than what a report writes before an id in one string. */
const CONTEXT_UNITS = 1_000

const isInReport = async (
  { start, end }: Span,
  content: Content,
  { line, before }: ReportForm,
  lineStart: number,
): Promise<boolean> => {
  if (!line.test(await textOf(content, lineStart, lineStart + LINE_HEAD_UNITS))) return false
  if (before === null) return true
  const text = await textOf(content, Math.max(lineStart, start - CONTEXT_UNITS), start)
  if (!before.test(text)) return false
  return !WHOLE.test(text) || (await textOf(content, end, end + 1)) === '"'
}

/** The string begins with the id, under a key that holds nothing else. */
const WHOLE = /"(?:accessKeyId|redacted|value)"\s*:\s*"$/

const textOf = async (content: Content, start: number, end: number): Promise<string> =>
  Buffer.from(await content.slice(start, end)).toString('latin1')
