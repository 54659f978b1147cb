import { isDeepStrictEqual } from 'node:util'
import { type Document, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import { err, ok, type Result } from '../model/index.js'
import type { HookFault } from './hook-fault.js'

/** What of a YAML file matters here: its values, and where its keys and items begin. Offsets in UTF-16 units. */
export interface YamlText {
  readonly file: string
  readonly text: string
  readonly value: unknown
  /** The first key, or the first item with its dash, within a mapping or sequence of block style; null otherwise. */
  readonly firstIn: (path: readonly string[]) => YamlStart | null
}

export interface YamlStart {
  /** Of its line. */
  readonly line: number
  /** What stands before it in its line: blanks. */
  readonly indent: string
}

/** @param bytes the file's */
export const readYaml = (bytes: Buffer, file: string): Result<YamlText, HookFault> => {
  const text = bytes.toString('utf8')
  if (!Buffer.from(text, 'utf8').equals(bytes))
    return err({ kind: 'bad-yaml', file, line: 1, problem: 'it is not UTF-8' })
  const document = parsed(text)
  if (document === null) return err({ kind: 'bad-yaml', file, line: 1, problem: 'it is nested too deeply' })
  const [fault] = document.errors
  if (fault !== undefined) {
    const problem = fault.message.split(/ at line |\n/)[0] ?? fault.code
    return err({ kind: 'bad-yaml', file, line: fault.linePos?.[0].line ?? 1, problem })
  }
  const startAt = (offset: number): YamlStart | null => {
    const line = text.lastIndexOf('\n', offset - 1) + 1
    const [indent = ''] = /^ */.exec(text.slice(line, offset)) ?? []
    return text.slice(line, offset).replace(/^ *-?\s*/, '') === '' ? { line, indent } : null
  }
  const nodeAt = (path: readonly string[]): unknown =>
    path.length === 0 ? document.contents : document.getIn(path, true)
  const keyOf = (pair: { readonly key: unknown } | undefined): number | null =>
    pair !== undefined && isScalar(pair.key) ? (pair.key.range?.[0] ?? null) : null
  return ok({
    file,
    text,
    value: plainValue(() => document.toJS()),
    firstIn: (path) => {
      const node = nodeAt(path)
      if (!(isMap(node) || isSeq(node)) || node.flow === true) return null
      const [first] = node.items
      const offset = isMap(node) ? keyOf(node.items[0]) : rangeStart(first)
      return offset === null ? null : startAt(offset)
    },
  })
}

/** Null where nesting exhausts the stack. */
const parsed = (text: string): Document.Parsed | null => {
  try {
    return parseDocument(text, { prettyErrors: true })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

const rangeStart = (node: unknown): number | null => {
  const range: unknown = typeof node === 'object' && node !== null ? Reflect.get(node, 'range') : null
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : null
}

/** Aliases that multiply without end are refused by throwing. */
const plainValue = (read: () => unknown): unknown => {
  try {
    return read()
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof RangeError) return undefined
    throw error
  }
}

/** Whether a text says what it is meant to, which lines that were put in may have changed. */
export const says = (text: string, file: string, expected: unknown): boolean => {
  const read = readYaml(Buffer.from(text, 'utf8'), file)
  return read.ok && isDeepStrictEqual(read.value.value, expected)
}

/** A mapping's entries; none of what is no mapping. */
export const entriesOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
