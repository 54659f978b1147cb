import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKernel } from '../../src/kernel/index.js'
import { anchor, hitsOf, latin1 } from './hits.js'

const folder = mkdtempSync(join(tmpdir(), 'keysieve-kernel-'))
const bundle = join(folder, 'kernel.mjs')

beforeAll(() => build({ entryPoints: ['src/kernel/index.ts'], bundle: true, format: 'esm', outfile: bundle }))
afterAll(() => rmSync(folder, { recursive: true }))

const PROGRAM = `
const { createKernel } = await import(process.argv[1])
const kernel = createKernel([{ bytes: Buffer.from('abc'), caseInsensitive: false }], 16)
kernel.memory.set(Buffer.from('..abc'))
console.log(kernel.variant, kernel.scan(5).offsetAt(0))
`

const answer = (...flags: readonly string[]): string =>
  spawnSync(process.execPath, [...flags, '--input-type=module', '-e', PROGRAM, pathToFileURL(bundle).href], {
    encoding: 'utf8',
  }).stdout.trim()

describe('the kernel of this platform', () => {
  it('uses SIMD where the platform has it', () => {
    const kernel = createKernel([anchor('abc')], 16)
    expect(kernel.variant).toBe('simd')
    expect(hitsOf(kernel, latin1('..abc'))).toEqual([[0, 2]])
  })

  it('is the same from a bundle', () => expect(answer()).toBe('simd 2'))

  it('is the plain one where V8 must not compile', () => expect(answer('--jitless')).toBe('plain 2'))

  it.runIf(process.arch === 'x64')('is the plain one where the processor has no SIMD for wasm', () => {
    expect(answer('--no-enable-ssse3')).toBe('plain 2')
  })

  it('refuses an anchor of two bytes', () => {
    expect(() => createKernel([anchor('ab')], 8)).toThrow(/anchor 0/)
  })
})
