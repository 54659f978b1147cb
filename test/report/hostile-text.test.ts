import { describe, expect, it } from 'vitest'
import { originOf } from '../../src/model/index.js'
import { FORMATS, type Format, render } from '../../src/report/index.js'
import { pairFinding, renderOptions, scanResult } from '../support/findings.js'

const NAMES = [
  ['a workflow command', '::error file=a::pwned'],
  ['a workflow command behind blanks', '  ::add-mask::x'],
  ['a workflow command on a line of its own', 'x\n::error::pwned'],
  ['an old workflow command', 'a##[error]pwned'],
  ['an order to another build server', 'a##vso[task.setvariable variable=x]y'],
  ['colours', 'a\u001b[31mred\u001b[0m'],
  ['a cursor movement', 'a\u001b[2J\u001b[H'],
  ['a one-byte control sequence', 'a\u009b31m'],
  ['a carriage return', 'safe\rHIGH'],
  ['a direction override', 'a\u202evne.\u2066'],
  ['a line separator', 'a\u2028b'],
  ['an invisible character', 'a\u200bb\u{e0041}'],
  ['half a character', 'a\ud800b'],
] as const

/** What no report may show: it steers terminals, hides text or breaks lines. The layout's own line breaks may. */
const RAW = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u

/** What a build server takes for an order. */
const ORDER = /^\s*::|##\w*\[/m

/** What only one format may hold: CSV ends its lines as RFC 4180 has it, GitHub's commands are ours. */
const withoutOwnMarks = (text: string, format: Format): string => {
  if (format === 'csv') return text.replaceAll('\r\n', '\n')
  return format === 'github' ? text.replace(/^::(?=(?:error|warning|notice) )/gm, '') : text
}

const hostile = (text: string) =>
  scanResult(
    [
      pairFinding({
        path: text,
        container: [text],
        origin: { ...originOf('worktree'), introduced: { commit: text, author: text, date: text } },
        facts: { accessKeyId: text, accountId: text },
        why: [text],
        remedy: text,
        excerpt: [{ line: 3, text: `${text}${text}`, mark: { start: 1, end: 4 } }],
        related: [{ role: 'id', path: text, startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 }],
        verification: {
          ...pairFinding().verification,
          status: 'unknown',
          reason: null,
          detail: text,
          arn: text,
        },
      }),
    ],
    {
      unread: [{ class: 'unread', path: text, container: [text], reason: 'internal-error', detail: text }],
      skipped: [{ class: 'skipped', path: text, container: [text], reason: 'binary' }],
      suppressed: [pairFinding({ path: text, suppressed: { kind: 'inline', line: 1, reason: text } })],
    },
  )

describe.each(['scan', 'staged', 'verify'] as const)('a %s', (mode) => {
  it.each(NAMES)('shows %s as text', (_situation, name) => {
    for (const format of FORMATS) {
      for (const width of [40, 80]) {
        const options = renderOptions({ detail: 'verbose', width })
        const text = withoutOwnMarks(
          [...render({ ...hostile(name), mode }, format, options)].join(''),
          format,
        )
        expect(text).not.toMatch(RAW)
        expect(text).not.toMatch(ORDER)
      }
    }
  })
})

describe('an excerpt', () => {
  const shown = (text: string, mark: { start: number; end: number }, width = 50) => {
    const finding = pairFinding({ excerpt: [{ line: 3, text, mark }] })
    const lines = [...render(scanResult([finding]), 'text', renderOptions({ width }))].join('').split('\n')
    return lines.filter((line) => line.includes('│'))
  }

  it.each([
    ['a tab is one blank', 'a\tb=SECRET', { start: 5, end: 11 }, ['a b=SECRET', '    ~~~~~~']],
    ['shared indentation says nothing', '\t\t  b=SECRET', { start: 7, end: 13 }, ['b=SECRET', '  ~~~~~~']],
    [
      'an escape takes its columns',
      '\u001bb=SECRET',
      { start: 4, end: 10 },
      ['\\u{1b}b=SECRET', '        ~~~~~~'],
    ],
    [
      'a long line ends in an ellipsis',
      `b=SECRET${'x'.repeat(90)}`,
      { start: 3, end: 9 },
      [`b=SECRET${'x'.repeat(31)}…`, '  ~~~~~~'],
    ],
    [
      'a long line is cut around the mark',
      `${'y'.repeat(90)}SECRET${'x'.repeat(90)}`,
      { start: 91, end: 97 },
      [`…${'y'.repeat(32)}SECRET…`, `${' '.repeat(33)}~~~~~~`],
    ],
    [
      'a long mark is cut at its end',
      `${'y'.repeat(90)}${'S'.repeat(90)}`,
      { start: 91, end: 181 },
      [`…${'S'.repeat(38)}…`, ` ${'~'.repeat(38)}`],
    ],
    ['four-byte characters stay whole', '😀=SECRET', { start: 4, end: 10 }, ['😀=SECRET', '   ~~~~~~']],
  ])('is aligned: %s', (_situation, text, mark, [line, underline]) => {
    expect(shown(text, mark)).toEqual([`      3 │ ${line}`, `        │ ${underline}`])
  })
})
