import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { filesBelow, folderOf, importsOf, nodesOf, parsed } from './source-files.js'

/** Same input, same output: no process, files, network, clock, randomness, logging. */
const PURE = ['model', 'kernel', 'rules', 'engine', 'aws', 'policy', 'report']

/** Node's modules that only compute. */
const COMPUTING = ['node:buffer', 'node:crypto', 'node:zlib']

const EFFECTS = new Set([
  'process',
  'console',
  'performance',
  'fetch',
  'globalThis',
  'require',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'WebSocket',
  'Worker',
])

/** They answer by the machine's language, so that two machines would report differently. */
const BY_LANGUAGE = new Set(['localeCompare', 'toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'])

const effectsOf = (file: string): readonly string[] => [
  ...[...nodesOf(parsed(file))].flatMap(effectOf),
  ...importsOf(file).flatMap(({ specifier, names }) => [
    ...(specifier.startsWith('node:') && !COMPUTING.includes(specifier) ? [specifier] : []),
    ...(specifier === 'node:crypto' ? names.filter((name) => name.startsWith('random')) : []),
  ]),
]

const effectOf = (node: ts.Node): readonly string[] => {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
    return ['new Date()']
  if (ts.isPropertyAccessExpression(node)) {
    const text = `${node.expression.getText()}.${node.name.text}`
    if (text === 'Date.now' || text === 'Math.random') return [text]
    return BY_LANGUAGE.has(node.name.text) ? [node.name.text] : []
  }
  if (ts.isMetaProperty(node)) return ['import.meta']
  if (!ts.isIdentifier(node) || !EFFECTS.has(node.text) || isMemberName(node)) return []
  return isLateImport(node) ? [] : [node.text]
}

/** `process.getBuiltinModule('node:crypto')`: an import of what may be imported, later. */
const isLateImport = (node: ts.Identifier): boolean =>
  node.parent.parent.getText() === "process.getBuiltinModule('node:crypto')"

/** `event.process` and `{ process: 1 }` name members, not the global. */
const isMemberName = (node: ts.Identifier): boolean => {
  const { parent } = node
  return (
    (ts.isPropertyAccessExpression(parent) ||
      ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent)) &&
    parent.name === node
  )
}

const files = filesBelow('src', '.ts').filter((file) => PURE.includes(folderOf(file)))

describe('pure folders', () => {
  it('are there', () => expect(new Set(files.map(folderOf))).toEqual(new Set(PURE)))

  it.each(files)('%s only computes', (file) => expect(effectsOf(file)).toEqual([]))
})
