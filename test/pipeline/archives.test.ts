import { gzipSync, inflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type ScanResult, scanPaths, scanText } from '../../src/index.js'
import { dotenv, pairOf } from '../cli/project.js'
import { gnuLongName, paxPath, tarOf, tgzOf, zipOf } from '../support/archives.js'
import { temporaryFolder, write } from '../support/repository.js'

const ENV = dotenv('archives')
const secretLine = (container: readonly string[] | null, line = 2) => ({ container, line, column: 23 })

/** Where each finding is, in the report's order. */
const places = ({ findings }: ScanResult) =>
  findings.map(({ container, region: { startLine: line, startColumn: column } }) => ({
    container,
    line,
    column,
  }))

const LONG = 'folder/'.repeat(20)

describe('a credential is found in', () => {
  it.each<[string, Uint8Array, readonly string[]]>([
    ['a deflated member of a zip', zipSync({ 'a/.env': strToU8(ENV) }), ['a/.env']],
    ['a stored member of a zip', zipSync({ '.env': [strToU8(ENV), { level: 0 }] }), ['.env']],
    ['a zip with sizes behind its data', zipOf([{ name: '.env', content: ENV, sizes: 'behind' }]), ['.env']],
    ['a zip64', zipOf([{ name: '.env', content: ENV, sizes: 'zip64' }]), ['.env']],
    ['a zip with a comment', zipOf([{ name: '.env', content: ENV }], 'of a thousand words'), ['.env']],
    [
      'a zip behind which something stands',
      Buffer.concat([zipOf([{ name: '.env', content: ENV }]), Buffer.from('tail')]),
      ['.env'],
    ],
    ['a tar', tarOf([{ name: '.env', content: ENV }]), ['.env']],
    ['a tar of GNU', tarOf([{ name: '.env', content: ENV, format: 'gnu' }]), ['.env']],
    [
      'a tar with a long name by pax',
      tarOf([paxPath(`${LONG}.env`), { name: 'x', content: ENV }]),
      [`${LONG}.env`],
    ],
    [
      'a tar with a long name by GNU',
      tarOf([gnuLongName(`${LONG}.env`), { name: 'x', content: ENV }]),
      [`${LONG}.env`],
    ],
    [
      'two tars in one',
      Buffer.concat([tarOf([{ name: 'a', content: 'x' }]), tarOf([{ name: '.env', content: ENV }])]),
      ['.env'],
    ],
    ['a tar in gzip', tgzOf([{ name: '.env', content: ENV }]), ['.env']],
    ['a gzip', gzipSync(ENV), ['settings.env']],
    ['the second stream of a gzip', Buffer.concat([gzipSync('#'), gzipSync(ENV)]), ['settings.env']],
    [
      'a zip in a tar in gzip',
      tgzOf([{ name: 'a.jar', content: zipOf([{ name: '.env', content: ENV }]) }]),
      ['a.jar', '.env'],
    ],
    ['a gzip in a zip', zipOf([{ name: 'log.gz', content: gzipSync(ENV) }]), ['log.gz', 'log']],
    [
      'a tar in gzip in a zip',
      zipOf([{ name: 'a.tgz', content: tgzOf([{ name: '.env', content: ENV }]) }]),
      ['a.tgz', '.env'],
    ],
    [
      'a member in UTF-16',
      zipOf([{ name: '.env', content: Buffer.from(`\uFEFF${ENV}`, 'utf16le') }]),
      ['.env'],
    ],
  ])('%s', async (_where, bytes, container) => {
    const result = await scanText(bytes, { path: 'backup/settings.env.gz' })
    expect(places(result)).toEqual([secretLine(container)])
    expect(result.unread).toEqual([])
    expect(result.counts.files).toBe(1)
  })
})

it('the name that a gzip says it was made of counts', async () => {
  const named = Buffer.concat([
    Buffer.from([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3]),
    Buffer.from('was.env\0'),
    gzipSync(ENV).subarray(10),
  ])
  expect(places(await scanText(named, { path: 'now.gz' }))).toEqual([secretLine(['was.env'])])
})

it('a finding has the bytes of its member in the file', async () => {
  const bytes = zipOf([
    { name: 'first', content: 'x=1\n' },
    { name: '.env', content: ENV },
  ])
  const [finding] = (await scanText(bytes)).findings
  const { startByte = 0, endByte = 0 } = finding?.region ?? {}
  expect(inflateRawSync(bytes.subarray(startByte, endByte)).toString()).toBe(ENV)
})

it('a finding deeper inside has the bytes of the outermost member', async () => {
  const inner = zipOf([{ name: '.env', content: ENV }])
  const bytes = zipOf([{ name: 'inner.zip', content: inner }])
  const [finding] = (await scanText(bytes)).findings
  const { startByte = 0, endByte = 0 } = finding?.region ?? {}
  expect(inflateRawSync(bytes.subarray(startByte, endByte))).toEqual(inner)
})

it('a finding has the fingerprint that it has in a file of its own', async () => {
  const [plain] = (await scanText(ENV, { path: '.env' })).findings
  const [member] = (await scanText(zipOf([{ name: '.env', content: ENV }]))).findings
  expect(member?.fingerprint).toBe(plain?.fingerprint)
})

it('what is stored as it is is told once', async () => {
  const files = [
    { name: 'a', content: ENV, method: 'stored' },
    { name: 'b', content: dotenv('b'), method: 'stored' },
  ] as const
  for (const bytes of [zipOf(files), tarOf(files)])
    expect(places(await scanText(bytes))).toEqual([secretLine(['a']), secretLine(['b'])])
})

it('what stands in an archive and in no member is told as well', async () => {
  const { id } = pairOf('comment')
  const bytes = zipOf([{ name: '.env', content: ENV, method: 'stored' }], `made with ${id} by me`)
  const { findings } = await scanText(bytes)
  expect(findings.map(({ ruleId, container }) => [ruleId, container])).toEqual([
    ['aws-access-key', ['.env']],
    ['aws-access-key-id', null],
  ])
})

it('a comment in a member allows what stands beside it', async () => {
  const content = ENV.split('\n')
    .map((line) => `${line} # keysieve:allow aws-access-key -- test`)
    .join('\n')
  const result = await scanText(zipOf([{ name: '.env', content }]))
  expect(places(result)).toEqual([])
  expect(result.suppressed.map(({ container }) => container)).toEqual([['.env']])
})

it('a size limit holds for the file and for each member', async () => {
  const bytes = zipOf([
    { name: 'small', content: ENV },
    { name: 'large', content: ENV + '#'.repeat(5000) },
  ])
  const result = await scanText(bytes, { maxFileSize: 1000 })
  expect(places(result)).toEqual([secretLine(['small'])])
  expect(result.skipped).toEqual([
    { class: 'skipped', path: 'text', container: ['large'], reason: 'too-large' },
  ])
  const nothing = await scanText(bytes, { maxFileSize: 100 })
  expect(nothing.skipped).toEqual([{ class: 'skipped', path: 'text', reason: 'too-large' }])
})

it('no archive is opened where that is not wanted', async () => {
  const result = await scanText(zipOf([{ name: '.env', content: ENV }]), { archives: 'closed' })
  expect(result.findings).toEqual([])
  expect(result.skipped.map(({ reason }) => reason)).toEqual(['binary'])
})

it('archives and members larger than memory are read piece by piece', async () => {
  const folder = temporaryFolder()
  const noise = Buffer.from(
    Array.from({ length: 700_000 }, (_, n) => `${n} ${(n * 7919) % 10_007}\n`).join(''),
  )
  const large = Buffer.concat([noise, Buffer.from(ENV)])
  const files = [
    { name: 'large', content: large },
    { name: 'stored', content: large, method: 'stored' },
    { name: 'z', content: ENV },
  ] as const
  write(folder, 'large.zip', zipOf(files))
  write(folder, 'large.tgz', tgzOf(files))
  const result = await scanPaths([folder], { cwd: folder })
  const expected = [secretLine(['large'], 700_002), secretLine(['stored'], 700_002), secretLine(['z'])]
  expect(places(result)).toEqual([...expected, ...expected])
  expect(result.findings.flatMap(({ excerpt }) => excerpt)).toHaveLength(12)
  expect(result.unread).toEqual([])
})
