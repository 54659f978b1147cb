import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { originOf, type ScanResult } from '../../src/model/index.js'
import { type RenderOptions, render } from '../../src/report/index.js'
import { inMarkdownLine } from '../../src/report/markdown-text.js'
import { printable } from '../../src/report/printable.js'
import { ACCOUNT, idFinding, KEY_ID, pairFinding, renderOptions, scanResult } from '../support/findings.js'
import { hostileText } from './hostile-names.js'

const rendered = (result: ScanResult, changes: Partial<RenderOptions> = {}): string =>
  [...render(result, 'markdown', renderOptions(changes))].join('')
const rowsIn = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
const unread = [{ class: 'unread', path: 'a_b.key', reason: 'permission', detail: '' }] as const

describe('text in Markdown', () => {
  it.each([
    ['mark-up', 'a*b*_c_ `d` ~~e~~', 'a&#42;b&#42;&#95;c&#95; &#96;d&#96; &#126;&#126;e&#126;&#126;'],
    ['a cell', 'a|b', 'a&#124;b'],
    ['an escape', '\\|', '&#92;&#124;'],
    ['HTML', '<script>', '&#60;script&#62;'],
    ['a link', '[x](y)', '&#91;x&#93;(y)'],
    ['a mention', '@someone', '&#64;<!-- -->someone'],
    ['a reference', '#12', '&#35;<!-- -->12'],
    ['an address', 'https://e.org www.e.org', 'https&#58;//e.org www&#46;e.org'],
    ['a name of a picture', ':tada:', '&#58;tada:'],
    ['a formula', '$x$', '&#36;x&#36;'],
    ['a place', 'src/a-b.ts:3:4', 'src/a-b.ts:3:4'],
    ['a line break', 'a\nb', 'a&#92;u&#123;a&#125;b'],
    ['other scripts', 'größe 日本 😀', 'größe 日本 😀'],
  ])('is text: %s', (_situation, text, expected) => {
    expect(inMarkdownLine(text)).toBe(expected)
  })

  it('holds no mark of Markdown, and reads back as what it was', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const shown = inMarkdownLine(text)
        const rest = shown.replace(/&#\d+;|<!-- -->/g, '')
        expect(rest).not.toMatch(/[!"#$%&*+<=>?@[\\\]^_`{|}~\n\r\t]|:[^\s\d]|www\./i)
        const back = shown
          .replaceAll('<!-- -->', '')
          .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
        expect(back).toBe(printable(text))
      }),
    )
  })
})

describe('the summary', () => {
  it('says the verdict, then a table, then what to do about each', () => {
    const origin = {
      ...originOf('worktree'),
      introduced: { commit: 'c0ffee00'.repeat(5), author: 'Ada', date: '2025-03-02T10:00:00Z' },
    }
    const text = rendered(scanResult([idFinding(), pairFinding({ origin })]))
    expect(text).toMatch(/^## keysieve: 2 findings \(1 high, 1 medium\)\n\n\| severity \|/)
    expect(rowsIn(text)[0]).toBe(
      `| high | AWS access key<br><code>aws-access-key</code> | <code>.env:3</code><br>commit c0ffee0 | ${ACCOUNT} | 2025-03-02, Ada |`,
    )
    expect(rowsIn(text)[1]).toMatch(/^\| medium \| AWS access key ID/)
    const [, part = ''] = /<details>([\s\S]*?)<\/details>/.exec(text) ?? []
    expect(part).toContain(
      `high: AWS access key ${KEY_ID} of account ${ACCOUNT}, <code>.env</code></summary>\n\n- **Why:**`,
    )
    expect(part).toContain('- **Then:** Deactivate the key in IAM')
    expect(part).toContain('<a href="https://docs.aws.amazon.com/')
  })

  it.each<[string, ScanResult, string]>([
    ['clean', scanResult([]), '## keysieve: no secrets\n\n'],
    [
      'not whole',
      scanResult([], { unread }),
      '## keysieve: no secrets in what could be read\n\n**1 not read, so nobody knows what they hold:** <code>a&#95;b.key</code> (permission)\n\n',
    ],
  ])('of a run that is %s', (_situation, result, expected) => {
    expect(rendered(result)).toBe(expected)
  })

  it('counts what was allowed and skipped', () => {
    const text = rendered(
      scanResult([], {
        suppressed: [pairFinding()],
        skipped: [{ class: 'skipped', path: 'x', reason: 'binary' }],
      }),
    )
    expect(text).toContain('Skipped on purpose: binary 1.')
    expect(text).toContain('Allowed by a comment: 1.')
    expect(text).not.toContain('<details>')
  })

  it('links the line where it knows how', () => {
    const linked = (url: string) => rowsIn(rendered(scanResult([pairFinding()]), { sourceUrl: () => url }))[0]
    expect(linked('https://e.example/a#L3')).toContain(
      '<a href="https://e.example/a#L3"><code>.env:3</code></a>',
    )
    expect(linked('https://e.example/"|')).not.toContain('<a ')
  })

  it('stays below 1 MiB, keeps the most severe, and says what is missing', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => idFinding({ path: `docs/${at}/größe.md` }))
    const text = rendered(scanResult([...many, pairFinding()], { unread }))
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024)
    expect(rowsIn(text)[0]).toContain('.env')
    const [, rows] = /\*\*(\d+) of 20001 findings are not in the table\*\*/.exec(text) ?? []
    expect(rowsIn(text)).toHaveLength(20_001 - Number(rows))
    const [, parts] = /\*\*(\d+) of 20001 findings are not told in full\*\*/.exec(text) ?? []
    expect(text.split('<details>')).toHaveLength(20_001 - Number(parts) + 1)
    expect(text).toContain('a&#95;b.key')
  })

  it('has a table of the same size whatever stands in it', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (path, words) => {
        const origin = { ...originOf('worktree'), introduced: { commit: words, author: words, date: words } }
        const finding = pairFinding({
          path,
          container: [words],
          origin,
          facts: { accountId: words, accessKeyId: words },
          remedy: words,
          why: [words],
        })
        const text = rendered(scanResult([finding, finding], { unread: [{ ...unread[0], path }] }))
        expect(rowsIn(text).map((row) => row.split('|').length)).toEqual([7, 7])
        expect(text.split(/<\/?details>/)).toHaveLength(5)
        expect(
          text.split('\n').filter((line) => /^(?!\||<|- \*\*|- <a|\*\*|## keysieve)./.test(line)),
        ).toEqual([])
      }),
    )
  })
})
