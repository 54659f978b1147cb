import { describe, expect, it } from 'vitest'
import type { Skipped, SkipReason, Unread, UnreadReason } from '../../src/model/index.js'
import { type RenderOptions, render } from '../../src/report/index.js'
import { idFinding, pairFinding, renderOptions, scanResult } from '../support/findings.js'

const text = (result: Parameters<typeof render>[0], options: Partial<RenderOptions> = {}) =>
  [...render(result, 'text', renderOptions(options))].join('')

const unread = (path: string, reason: UnreadReason = 'permission', detail = 'EACCES'): Unread => ({
  class: 'unread',
  path,
  reason,
  detail,
})
const skipped = (path: string, reason: SkipReason): Skipped => ({ class: 'skipped', path, reason })
const allowed = idFinding({ suppressed: { kind: 'inline', line: 40, reason: 'a revoked key' } })
const clean = scanResult([])
const counts = (changes: Partial<typeof clean.counts>) => ({
  ...clean,
  counts: { ...clean.counts, ...changes },
})

describe('a clean scan', () => {
  it.each([
    ['is one line', clean, 'No secrets in 31,022 files, 234 MB, 0.4 s.\n'],
    ['of one small file', counts({ files: 1, bytes: 1 }), 'No secrets in 1 file, 1 byte, 0.4 s.\n'],
    ['of kilobytes', counts({ bytes: 45_678 }), 'No secrets in 31,022 files, 46 kB, 0.4 s.\n'],
    ['of gigabytes', counts({ bytes: 1.25e9 }), 'No secrets in 31,022 files, 1.3 GB, 0.4 s.\n'],
    ['of nothing', counts({ files: 0, bytes: 0 }), 'No files were scanned.\n'],
    ['in no time', { ...clean, timings: { total: 3 } }, 'No secrets in 31,022 files, 234 MB, 0.01 s.\n'],
    [
      'that took long',
      { ...clean, timings: { total: 200_400 } },
      'No secrets in 31,022 files, 234 MB, 3 min 20 s.\n',
    ],
    ['without a clock', { ...clean, timings: {} }, 'No secrets in 31,022 files, 234 MB.\n'],
    [
      'with examples',
      counts({ examples: 3 }),
      'No secrets in 31,022 files, 234 MB, 0.4 s.\n3 documented example values ignored.\n',
    ],
    [
      'with something allowed',
      scanResult([], { suppressed: [allowed] }),
      'No secrets in 31,022 files, 234 MB, 0.4 s.\n1 allowed by a comment.\n',
    ],
    [
      'with something skipped',
      scanResult([], {
        skipped: [skipped('a', 'lfs-pointer'), skipped('b', 'binary'), skipped('c', 'binary')],
      }),
      'No secrets in 31,022 files, 234 MB, 0.4 s.\n3 skipped (binary 2, LFS pointer 1; --verbose lists them).\n',
    ],
  ])('%s', (_situation, result, expected) => {
    expect(text(result)).toBe(expected)
  })

  it('prints nothing with --quiet', () => {
    expect(text(clean, { detail: 'quiet' })).toBe('')
  })
})

describe('what could not be read', () => {
  const two = scanResult([], { unread: [unread('secret/a.key'), unread('secret/b.key')] })
  const seven = scanResult([], {
    unread: ['a', 'b', 'c', 'd', 'e', 'f'].map((path) => unread(path)).concat(unread('g', 'io-error', 'EIO')),
  })

  it('is named', () => {
    expect(text(two)).toBe(`No secrets in the 31,022 files that could be read, 234 MB, 0.4 s.
2 files could not be read (permission): secret/a.key, secret/b.key.
`)
  })

  it('is named up to five files and counted by reason', () => {
    expect(
      text(seven, { width: 120 }),
    ).toBe(`No secrets in the 31,022 files that could be read, 234 MB, 0.4 s.
7 files could not be read (permission 6, I/O error 1): a, b, c, d, e and 2 more; --verbose names
all.
`)
  })

  it('is told even with --quiet, since it is not clean', () => {
    const expected = '2 files could not be read (permission): secret/a.key, secret/b.key.\n'
    expect(text(two, { detail: 'quiet' })).toBe(expected)
  })
})

describe('--verbose and --timings', () => {
  it('name everything, and how long it took', () => {
    const result = scanResult([], {
      unread: [unread('a.key'), unread('b.key', 'internal-error', '')],
      skipped: [skipped('c.png', 'binary')],
      // What was not asked for takes no time.
      timings: { list: 12.3, scan: 380, verify: 0, blame: 0.1, total: 412.5 },
      suppressed: [allowed, { ...allowed, suppressed: { kind: 'inline', line: 1, reason: null } }],
    })
    expect(text(result, { detail: 'verbose', timings: 'shown' })).toBe(
      `No secrets in the 31,022 files that could be read, 234 MB, 0.4 s.
2 files could not be read:
  a.key   permission (EACCES)
  b.key   internal error
2 allowed by a comment.
1 skipped:
  c.png   binary
Allowed:
  docs/setup.md:40:9   aws-access-key-id: a revoked key
  docs/setup.md:40:9   aws-access-key-id, no reason given
Timings: list 12 ms, scan 380 ms, total 413 ms.
`,
    )
  })
})

describe('--quiet', () => {
  it('prints findings without a summary', () => {
    const shown = text(scanResult([pairFinding()], { skipped: [skipped('a', 'binary')] }), {
      detail: 'quiet',
    })
    expect(shown.trimEnd().split('\n').at(-1)).toBe('        keysieve explain aws-access-key')
  })
})
