import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type ScanResult, scanText } from '../../src/index.js'
import { dotenv, pairOf } from '../cli/project.js'
import { tarOf, tgzOf, zipOf } from '../support/archives.js'

const ENV = dotenv('archives')
const secretLine = (container: readonly string[] | null, line = 2) => ({ container, line, column: 23 })

/** Where each finding is, in the report's order. */
const places = ({ findings }: ScanResult) =>
  findings.map(({ container, region: { startLine: line, startColumn: column } }) => ({
    container,
    line,
    column,
  }))

const left = ({ unread }: ScanResult) =>
  unread.map(({ container, reason }) => ({ container: container ?? null, reason }))

describe('what only begins like an archive', () => {
  it.each([
    ['a zip', 'PK\x03\x04 and then a text that goes on for more than a header\n'],
    ['a tar', `${'x'.repeat(257)}ustar${'y'.repeat(300)}\n`],
  ])('%s is the text that it is', async (_form, begin) => {
    const result = await scanText(begin + ENV)
    expect(places(result)).toEqual([secretLine(null, 3)])
    expect(left(result)).toEqual([])
  })
})

describe('what can not be read is told:', () => {
  const other = { name: 'other.env', content: dotenv('other') }
  it.each<[string, Buffer, string, readonly string[] | null]>([
    [
      'an encrypted member',
      zipOf([{ name: 'a', content: ENV, says: { flags: 1 } }, other]),
      'encrypted-member',
      ['a'],
    ],
    [
      'an unknown method',
      zipOf([{ name: 'a', content: ENV, says: { method: 93 } }, other]),
      'unknown-compression',
      ['a'],
    ],
    [
      'damaged data',
      zipOf([{ name: 'a', content: ENV, method: 'stored', says: { method: 8 } }, other]),
      'damaged-archive',
      ['a'],
    ],
    [
      'a size that cuts a member off',
      zipOf([{ name: 'a', content: ENV, says: { stored: 20 } }, other]),
      'damaged-archive',
      ['a'],
    ],
    [
      'a member that does not lie there',
      zipOf([{ name: 'a', content: 'x' }, { ...other }, { name: 'b', content: ENV, says: { at: 3 } }]),
      'damaged-archive',
      ['b'],
    ],
    [
      'a size that reaches beyond all members',
      zipOf([other, { name: 'a', content: ENV, says: { stored: 9999 } }]),
      'damaged-archive',
      ['a'],
    ],
    [
      'a member that is not listed',
      zipOf([other, { name: 'a', content: ENV, listed: 'left-out' }]),
      'damaged-archive',
      null,
    ],
  ])('%s', async (_what, bytes, reason, container) => {
    const result = await scanText(bytes)
    expect(left(result)).toContainEqual({ container, reason })
    expect(places(result)).toEqual([secretLine(['other.env'])])
  })

  it('the others are counted where they are many', async () => {
    const locked = Array.from({ length: 50 }, (_, n) => ({ name: `${n}`, content: ENV, says: { flags: 1 } }))
    const { unread } = await scanText(zipOf(locked))
    expect(unread).toHaveLength(21)
    expect(unread.at(-1)).toMatchObject({ reason: 'encrypted-member', detail: '30 more members of it' })
  })
})

const nested = (levels: number): Buffer => {
  let archive = zipOf([{ name: '.env', content: ENV }])
  for (let level = 1; level < levels; level++) archive = zipOf([{ name: `${level}.zip`, content: archive }])
  return archive
}

describe('an archive that asks for too much', () => {
  it('is read four deep', async () => {
    const result = await scanText(nested(4))
    expect(places(result)).toEqual([secretLine(['3.zip', '2.zip', '1.zip', '.env'])])
    expect(left(result)).toEqual([])
  })

  it('is not read five deep, which is told', async () => {
    const result = await scanText(nested(5))
    expect(left(result)).toEqual([
      { container: ['4.zip', '3.zip', '2.zip', '1.zip'], reason: 'archive-limit' },
    ])
  })

  it('ends when gzip lies in gzip without end', async () => {
    let archive: Buffer = Buffer.from(ENV)
    for (let level = 0; level < 40; level++) archive = gzipSync(archive)
    const result = await scanText(archive, { path: 'x.gz' })
    expect(left(result)).toEqual([{ container: ['x', 'x', 'x', 'x'], reason: 'archive-limit' }])
  })

  const zeros = Buffer.alloc(40 << 20)

  const limited = (name: string) => ({ container: [name], reason: 'archive-limit' })

  it.each<[string, Buffer, readonly unknown[]]>([
    ['a gzip', gzipSync(zeros), [limited('text')]],
    ['a member of a zip', zipOf([{ name: 'bomb', content: zeros }]), [limited('bomb')]],
    [
      'a tar in gzip',
      tgzOf([{ name: 'bomb', content: zeros }]),
      [{ container: ['bomb'], reason: 'damaged-archive' }, limited('text')],
    ],
  ])('%s is read up to so much, which is told', async (_what, bytes, told) => {
    const result = await scanText(bytes)
    expect(left(result)).toEqual(told)
    expect(result.counts.files).toBe(1)
  })

  it('hides no member behind a dense one', async () => {
    const dense = Buffer.concat([Buffer.from(ENV), Buffer.alloc(17 << 20)])
    const rest = Buffer.from(Array.from({ length: 40_000 }, (_, n) => String(Math.sin(n))).join(''))
    const bytes = zipOf([
      { name: 'dense', content: dense },
      { name: 'rest', content: rest },
      { name: '.env', content: dotenv('behind') },
    ])
    const result = await scanText(bytes)
    expect(places(result)).toEqual([secretLine(['dense']), secretLine(['.env'])])
    expect(left(result)).toEqual([{ container: ['dense'], reason: 'archive-limit' }])
  })

  it('spends what one file may cost once, however many of its members are dense', async () => {
    const dense = Array.from({ length: 8 }, (_, n) => ({
      name: `${n}`,
      content: zeros.subarray(0, 12 << 20),
    }))
    const result = await scanText(zipOf([...dense, { name: '.env', content: ENV }]))
    expect(left(result)).toEqual([
      { container: ['1'], reason: 'archive-limit' },
      { container: ['2'], reason: 'archive-limit' },
    ])
    expect(result.unread[1]?.detail).toMatch(/neither this member nor what follows it was read$/)
  })

  it('is read up to so many members', async () => {
    const many = Array.from({ length: 20_001 }, (_, n) => ({
      name: `${n}`,
      content: 'x',
      method: 'stored' as const,
    }))
    for (const bytes of [zipOf(many), tarOf(many)])
      expect(left(await scanText(bytes))).toEqual([{ container: null, reason: 'archive-limit' }])
  })

  it('does not tell one stretch of bytes as many members', async () => {
    const members = Array.from({ length: 100 }, (_, n) => ({ name: `${n}`, content: ENV, says: { at: 0 } }))
    const result = await scanText(zipOf(members))
    expect(places(result)).toEqual([secretLine(['0'])])
    expect(new Set(left(result).map(({ reason }) => reason))).toEqual(new Set(['damaged-archive']))
  })
})

describe('a name of a member', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['that leads out of the archive', '../../etc/.env', '../../etc/.env'],
    ['that is absolute', '/etc/.env', '/etc/.env'],
    ['with control characters', '\x1b[2J\r\n.env', '\x1b[2J\r\n.env'],
    ['that is no UTF-8', Buffer.from([0x66, 0xfc, 0x72]), 'für'],
    ['of ten thousand characters', 'n'.repeat(10_000), `${'n'.repeat(400)}…`],
  ])('%s is told and not used', async (_what, name, told) => {
    expect(places(await scanText(zipOf([{ name, content: ENV }])))).toEqual([secretLine([told])])
  })

  it('that holds a secret is told without it', async () => {
    const { secret } = pairOf('archives')
    const result = await scanText(
      zipOf([{ name: `keys/${secret.replaceAll('/', '_')}/${secret}`, content: ENV }]),
    )
    expect(result.findings).toHaveLength(1)
    expect(JSON.stringify(result.findings[0]?.container)).not.toContain(secret)
  })

  it('of what can not be read is told without one, too', async () => {
    const { secret } = pairOf('locked')
    const result = await scanText(zipOf([{ name: secret, content: ENV, says: { flags: 1 } }]))
    expect(result.unread).toHaveLength(1)
    expect(JSON.stringify(result.unread)).not.toContain(secret)
  })
})
