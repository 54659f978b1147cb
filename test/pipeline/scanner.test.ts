import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createScanner, type ScanError, type ScanResult, scanPaths, scanText } from '../../src/index.js'
import { accessKeyId, secretAccessKey } from '../support/credentials.js'

const id = accessKeyId('scanner')
const secret = secretAccessKey('scanner')
const DOTENV = `AWS_ACCESS_KEY_ID=${id}\nAWS_SECRET_ACCESS_KEY=${secret}\n`

const found = ({ findings }: ScanResult): readonly string[] =>
  findings.map(({ ruleId, path, region }) => `${ruleId} ${path}:${region.startLine}:${region.startColumn}`)

const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'keysieve-scanner-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [path, content] of Object.entries(files)) writeFileSync(join(folder, path), content)
  return folder
}

const reasonOf = (scan: Promise<ScanResult>): Promise<unknown> =>
  scan.then(
    () => 'scanned',
    (error: ScanError) => error.reason,
  )

describe('scanText', () => {
  it.each([
    ['a string', DOTENV],
    ['bytes', new TextEncoder().encode(DOTENV)],
    ['UTF-16', new Uint8Array(Buffer.from(`\uFEFF${DOTENV}`, 'utf16le'))],
  ])('finds what %s holds', async (_kind, text) => {
    expect(found(await scanText(text, { path: '.env' }))).toEqual(['aws-access-key .env:2:23'])
  })

  it('calls a text without a name text', async () => {
    expect(found(await scanText(DOTENV))).toEqual(['aws-access-key text:2:23'])
  })

  it('finds nothing in nothing', async () => expect(found(await scanText(''))).toEqual([]))

  it('reports the rules that are asked for', async () => {
    expect(found(await scanText(DOTENV, { rules: ['aws-access-key'] }))).toHaveLength(1)
    expect(found(await scanText(DOTENV, { rules: ['aws-session-token'] }))).toEqual([])
    const excludeRules = ['aws-access-key', 'aws-access-key-id', 'aws-secret-access-key']
    expect(found(await scanText(DOTENV, { excludeRules }))).toEqual([])
  })

  it('leaves out what is less certain than asked', async () => {
    const lone = `AWS_SECRET_ACCESS_KEY=${secret}\n`
    expect(found(await scanText(lone))).toEqual(['aws-secret-access-key text:1:23'])
    expect(found(await scanText(lone, { minConfidence: 'high' }))).toEqual([])
  })

  it('gives secrets that show themselves redacted', async () => {
    const result = await scanText(DOTENV)
    expect(inspect(result, { depth: null, showHidden: true })).not.toContain(secret)
    expect(JSON.stringify(result)).not.toContain(secret)
    expect(result.findings[0]?.values.secret?.reveal()).toBe(secret)
  })
})

describe('scanPaths', () => {
  it('finds what files hold', async () => {
    const cwd = folderWith({ '.env': DOTENV, 'clean.txt': 'clean' })
    const result = await scanPaths([], { cwd })
    expect(found(result)).toEqual(['aws-access-key .env:2:23'])
    expect(result.counts.files).toBe(2)
  })

  it('takes globs', async () => {
    const cwd = folderWith({ '.env': DOTENV, 'b.env': DOTENV })
    expect(found(await scanPaths(['.'], { cwd, exclude: ['b.*'] }))).toEqual(['aws-access-key .env:2:23'])
  })

  it('hides a credential in the name of a file', async () => {
    const name = `${id}-${secret.replaceAll('/', '_')}.txt`
    const cwd = folderWith({ [name]: DOTENV, [`x${name}`]: '\0' })
    const result = await scanPaths([], { cwd })
    expect(result.findings).toHaveLength(1)
    expect(result.skipped).toHaveLength(1)
    expect(JSON.stringify(result)).not.toContain(secret.slice(0, 12))
    expect(JSON.stringify(result)).not.toContain(secret.replaceAll('/', '_').slice(-12))
  })
})

describe('an error', () => {
  it.each([
    ['a path that is not there', () => scanPaths(['no-such-file'], { cwd: folderWith({}) }), 'no-such-path'],
    ['an unknown rule', () => scanText('', { rules: ['aws-access-kye'] }), 'unknown-rule'],
  ])('names %s', async (_situation, scan, kind) => {
    expect(await reasonOf(scan())).toMatchObject({ kind })
    await expect(scan()).rejects.toThrow(`Nothing was scanned: ${kind}`)
  })
})

describe('a scanner', () => {
  it('scans one after the other, whoever asks', async () => {
    await using scanner = createScanner()
    const cwd = folderWith({ 'a.env': DOTENV })
    const asked = [
      scanner.scanText(DOTENV),
      scanner.scanText('clean'),
      scanner.scanPaths([], { cwd }),
      scanner.scanText(DOTENV, { path: 'b' }),
    ]
    expect((await Promise.all(asked)).map(found)).toEqual([
      ['aws-access-key text:2:23'],
      [],
      ['aws-access-key a.env:2:23'],
      ['aws-access-key b:2:23'],
    ])
  })

  it('keeps what many scans at once look at apart', async () => {
    const scanner = createScanner()
    const lines = Array.from({ length: 20 }, (_, index) => index)
    const results = await Promise.all(lines.map((line) => scanner.scanText('\n'.repeat(line) + DOTENV)))
    expect(results.map(found)).toEqual(lines.map((line) => [`aws-access-key text:${line + 2}:23`]))
    await scanner.close()
  })

  it('goes on after an error', async () => {
    const scanner = createScanner()
    expect(await reasonOf(scanner.scanPaths(['no-such-file'], { cwd: folderWith({}) }))).toMatchObject({
      kind: 'no-such-path',
    })
    expect(found(await scanner.scanText(DOTENV))).toHaveLength(1)
    await scanner.close()
  })

  it('finishes what is running when it is closed, and scans no more', async () => {
    const scanner = createScanner()
    const running = scanner.scanText(DOTENV)
    await scanner.close()
    await scanner.close()
    expect(found(await running)).toHaveLength(1)
    await expect(scanner.scanText(DOTENV)).rejects.toThrow('closed')
  })
})
