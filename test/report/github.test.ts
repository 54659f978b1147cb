import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { originOf, type ScanResult } from '../../src/model/index.js'
import { render } from '../../src/report/index.js'
import { ACCOUNT, idFinding, KEY_ID, pairFinding, renderOptions, scanResult } from '../support/findings.js'
import { hostileText } from './hostile-names.js'

const rendered = (result: ScanResult): string => [...render(result, 'github', renderOptions())].join('')

interface Annotation {
  readonly level: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** As the runner reads a line (actions/runner, ActionCommand). */
const undone = (text: string, escapes: readonly (readonly [string, string])[]): string =>
  escapes.reduce((one, [written, meant]) => one.replaceAll(written, meant), text)
const DATA = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
] as const
const PROPERTY = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
] as const

const annotationsIn = (text: string): readonly Annotation[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const [, level = '', properties = '', message = ''] =
        /^::(error|warning|notice) (.*?)::(.*)$/.exec(line) ?? []
      const pairs = properties
        .split(',')
        .map((pair) => [pair.split('=')[0], undone(pair.slice(pair.indexOf('=') + 1), PROPERTY)])
      return { level, properties: Object.fromEntries(pairs), message: undone(message, DATA) }
    })

describe('an annotation', () => {
  it('stands on what was found and says what to do', () => {
    expect(annotationsIn(rendered(scanResult([pairFinding()])))).toEqual([
      {
        level: 'error',
        properties: {
          file: '.env',
          line: '3',
          endLine: '3',
          col: '23',
          endColumn: '63',
          title: 'AWS access key',
        },
        message: [
          `AWS access key ${KEY_ID} of account ${ACCOUNT} (aws-access-key, high)`,
          '.env:3:23',
          'id and secret stand together, the secret under its own name',
          pairFinding().remedy,
        ].join('\n'),
      },
    ])
  })

  it.each([
    ['critical', 'error'],
    ['high', 'error'],
    ['medium', 'warning'],
    ['low', 'notice'],
    ['info', 'notice'],
  ] as const)('of a %s finding is an %s', (severity, level) => {
    expect(annotationsIn(rendered(scanResult([pairFinding({ severity })]))).map((one) => one.level)).toEqual([
      level,
    ])
  })

  it('has no column over several lines', () => {
    const region = { ...pairFinding().region, endLine: 5 }
    const [one] = annotationsIn(rendered(scanResult([pairFinding({ region })])))
    expect(one?.properties).toEqual({ file: '.env', line: '3', endLine: '5', title: 'AWS access key' })
  })

  it("has the file alone for an archive's member", () => {
    const [one] = annotationsIn(rendered(scanResult([pairFinding({ container: ['a.txt'] })])))
    expect(one?.properties).toEqual({ file: '.env', title: 'AWS access key' })
    expect(one?.message).toContain('.env!a.txt:3:23')
  })

  it('names the commit that was scanned', () => {
    const origin = {
      ...originOf('commit'),
      commit: 'f00dfeed'.repeat(5),
      author: 'Ada',
      date: '2025-03-02T10:00:00Z',
    }
    const [one] = annotationsIn(rendered(scanResult([pairFinding({ origin })])))
    expect(one?.properties.file).toBe('.env')
    expect(one?.message).toContain('.env:3:23 in commit f00dfee\n')
    expect(one?.message).toContain('added 2025-03-02 by Ada in f00dfee')
  })

  it.each(['commit 0123456789ab', 'tag v1'])('of a message (%s) is on no file', (path) => {
    const origin = { ...originOf('commit'), commit: '0123456789abcdef0123'.repeat(2) }
    const [one] = annotationsIn(rendered(scanResult([pairFinding({ path, origin })])))
    expect(one?.properties).toEqual({ title: 'AWS access key' })
    expect(one?.message).toContain(`${path}:3:23\n`)
  })
})

describe('annotations', () => {
  it('are none for a clean result', () => {
    expect(rendered(scanResult([]))).toBe('')
  })

  it('leave suppressed findings out', () => {
    const suppressed = [pairFinding({ suppressed: { kind: 'inline', line: 1, reason: null } })]
    expect(rendered(scanResult([], { suppressed }))).toBe('')
  })

  const many = (count: number, severity: 'high' | 'medium' | 'low') =>
    Array.from({ length: count }, () => idFinding({ severity }))
  const levels = (result: ScanResult) => {
    const all = annotationsIn(rendered(result)).map(({ level }) => level)
    return {
      all: all.length,
      error: all.filter((one) => one === 'error').length,
      warning: all.filter((one) => one === 'warning').length,
      notice: all.filter((one) => one === 'notice').length,
    }
  }
  const unread = [{ class: 'unread', path: 'a.key', reason: 'permission', detail: '' }] as const

  it.each([
    [
      'fit exactly',
      scanResult([...many(10, 'high'), ...many(10, 'medium'), ...many(10, 'low')]),
      [10, 10, 10],
    ],
    ['one error too many', scanResult(many(11, 'high')), [10, 0, 1]],
    [
      'too many of each',
      scanResult([...many(30, 'high'), ...many(30, 'medium'), ...many(30, 'low')]),
      [10, 10, 10],
    ],
    ['warnings and what was not read', scanResult(many(10, 'medium'), { unread }), [0, 10, 1]],
    ['what was not read alone', scanResult([], { unread }), [0, 1, 0]],
  ] as const)('are no more than GitHub shows: %s', (_situation, result, [error, warning, notice]) => {
    expect(levels(result)).toEqual({ all: error + warning + notice, error, warning, notice })
  })

  it('are the most severe, and the rest is counted', () => {
    const result = scanResult([...many(12, 'high'), pairFinding({ severity: 'critical', path: 'z' })])
    const all = annotationsIn(rendered(result))
    expect(all[0]?.properties.file).toBe('z')
    expect(all.at(-1)?.message).toMatch(/^3 of 13 findings are not annotated/)
  })

  it('tell what was not read', () => {
    expect(annotationsIn(rendered(scanResult([], { unread })))[0]?.message).toBe(
      '1 not read, so nobody knows what they hold: a.key (permission)',
    )
  })

  it('stay one command a line, whatever stands in them', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (path, text) => {
        const finding = pairFinding({
          path,
          why: [text],
          remedy: text,
          facts: { accessKeyId: text, accountId: path },
        })
        const all = annotationsIn(rendered(scanResult([finding], { unread: [{ ...unread[0], path }] })))
        expect(all.map(({ level }) => level)).toEqual(['error', 'warning'])
        expect(Object.keys(all[0]?.properties ?? {})).toEqual([
          'file',
          'line',
          'endLine',
          'col',
          'endColumn',
          'title',
        ])
        if (!/[^\P{C}\r\n]|[\p{Zl}\p{Zp}]|##/u.test(path)) expect(all[0]?.properties.file).toBe(path)
      }),
    )
  })

  it('are cut where the runner cuts them', () => {
    const [one] = annotationsIn(rendered(scanResult([pairFinding({ remedy: '%'.repeat(9_000) })])))
    expect([...(one?.message ?? '')]).toHaveLength(4096)
    expect(one?.message.endsWith('%…')).toBe(true)
  })
})
