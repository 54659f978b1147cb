import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { ROOT } from '../architecture/source-files.js'
import { emptyFolder } from '../cli/keysieve.js'

/** All that is said about a program of one file which uses the library by its declarations alone. */
const complaints = (text: string, options: ts.CompilerOptions): readonly string[] => {
  const file = join(emptyFolder(), 'consumer.mts')
  writeFileSync(file, text)
  const program = ts.createProgram([file], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    types: [],
    ...options,
  })
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ code, messageText }) => `TS${code} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`)
}

const LIBRARY = JSON.stringify(join(ROOT, 'dist', 'index.js'))

const CLOSING = `
import { createScanner, type Finding, render, ScanError } from ${LIBRARY}
const scanner = createScanner({ minConfidence: 'low' })
const { findings } = await scanner.scanText('text', { path: '.env' })
export const first: Finding | undefined = findings[0]
export { render, ScanError }
await scanner.close()
`

const DISPOSING = `
import { createScanner } from ${LIBRARY}
await using scanner = createScanner()
export const { counts } = await scanner.scanText(new Uint8Array())
`

it.each<[string, string, ts.CompilerOptions]>([
  ['that closes its scanner', CLOSING, { target: ts.ScriptTarget.ES2022 }],
  ['that leaves closing to the language', DISPOSING, { target: ts.ScriptTarget.ES2022 }],
  ['for the newest language', DISPOSING, { target: ts.ScriptTarget.ESNext }],
  [
    'that is strict about absent options',
    CLOSING,
    { target: ts.ScriptTarget.ES2022, exactOptionalPropertyTypes: true },
  ],
])('a program without the types of Node compiles, %s', (_situation, text, options) => {
  expect(complaints(text, options)).toEqual([])
})
