import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { originOf, type ScanResult } from '../../src/model/index.js'
import { type RenderOptions, render } from '../../src/report/index.js'
import {
  ACCOUNT,
  HIDDEN,
  ID_RULE,
  idFinding,
  KEY_ID,
  PAIR_RULE,
  pairFinding,
  renderOptions,
  scanResult,
} from '../support/findings.js'
import { hostileText } from './hostile-names.js'

const rendered = (result: ScanResult, changes: Partial<RenderOptions> = {}): string =>
  [...render(result, 'html', renderOptions(changes))].join('')
const unread = [{ class: 'unread', path: 'a.key', reason: 'permission', detail: 'EACCES' }] as const
const skipped = [{ class: 'skipped', path: 'x.bin', reason: 'binary' }] as const

/** Tags with the names of their attributes, and the pieces of text between them. */
const structureOf = (html: string) => {
  const body = html.slice(html.indexOf('</style>'))
  const tags = [...body.matchAll(/<(\/?[a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"]*")?)*)>/g)]
  return {
    tags: tags.map(([, name, attributes = '']) => `${name}${attributes.replace(/="[^"]*"/g, '')}`),
    angles: body.split('<').length - 1,
  }
}

describe('the page', () => {
  it('loads nothing, runs nothing, and tells the browser so', () => {
    const html = rendered(scanResult([pairFinding(), idFinding()], { unread, skipped }))
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(html).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">`,
    )
    expect(html).not.toMatch(
      /<(?:script|link|img|iframe|object|embed|form|base)\b| style=| on[a-z]+=|url\(|@import/,
    )
  })

  it('closes what it opens', () => {
    const { tags } = structureOf(rendered(scanResult([pairFinding(), idFinding()], { unread, skipped })))
    const open: string[] = ['html', 'head']
    for (const tag of tags.slice(1)) {
      const name = tag.split(' ')[0] ?? ''
      if (name.startsWith('/')) expect(`/${open.pop()}`).toBe(name)
      else if (name !== 'input' && name !== 'meta') open.push(name)
    }
    expect(open).toEqual([])
  })

  it('shows a finding with its masked lines, its facts and what to do', () => {
    const html = rendered(scanResult([pairFinding()]))
    const text = html
      .slice(html.indexOf('<article'), html.indexOf('</article>'))
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
    for (const part of [
      'AWS access key',
      'aws-access-key',
      '.env:3:23',
      `Account ${ACCOUNT}`,
      `Key ID ${KEY_ID}`,
      'Why id and secret stand together',
    ])
      expect(text).toContain(part)
    expect(text).toContain(`AWS_SECRET_ACCESS_KEY= ${HIDDEN.replace('<', '&lt;').replace('>', '&gt;')}`)
    expect(text).toContain(`Now Deactivate ${KEY_ID}`)
  })

  it('lists the most severe first, each severity under its own heading', () => {
    const html = rendered(
      scanResult([idFinding(), pairFinding(), pairFinding({ severity: 'critical', path: 'z' })]),
    )
    expect(
      [...html.matchAll(/<h2>(\w+) <small>(\d+)/g)].map(([, name, count]) => `${name} ${count}`),
    ).toEqual(['Critical 1', 'High 1', 'Medium 1'])
    expect([...html.matchAll(/<input [^>]*id="([a-z-]+)" checked/g)].map(([, id]) => id)).toEqual([
      'show-critical',
      'show-high',
      'show-medium',
    ])
  })

  it('tells the steps of each rule that found something', () => {
    const rules = [{ ...PAIR_RULE, remedy: 'Deactivate it. Replace it, e.g. by a role. Delete it.' }, ID_RULE]
    const html = rendered(scanResult([pairFinding()], { rules }))
    const stories = html.slice(html.indexOf('What to do'))
    expect([...stories.matchAll(/<li>(.*?)<\/li>/g)].map(([, step]) => step)).toEqual([
      'Deactivate it.',
      'Replace it, e.g. by a role.',
      'Delete it.',
    ])
    expect(stories).toContain(PAIR_RULE.docs)
    expect(stories).not.toContain(ID_RULE.name)
  })

  it('names everything that was not read, and what was skipped', () => {
    const html = rendered(scanResult([], { unread, skipped }))
    expect(html).toContain('<h1>No secrets in what could be read</h1>')
    expect(html).toContain('<li><code>a.key</code> permission (EACCES)</li>')
    expect(html).toContain('<li><code>x.bin</code></li>')
  })

  it('is short for a clean result', () => {
    const html = rendered(scanResult([]))
    expect(html).toContain('<h1 class="clean">No secrets</h1>')
    expect(html).not.toContain('<section')
  })

  it('leads from one half to the other', () => {
    const one = idFinding({ partners: ['v1:0f'] })
    const html = rendered(scanResult([one, pairFinding({ fingerprint: 'v1:0f', path: 'b.env' })]))
    const [, anchor = '-'] = /<dt>Other half<\/dt><dd><a href="#(f-[0-9a-f]+)">b\.env:3</.exec(html) ?? []
    expect(html).toContain(`<article id="${anchor}"`)
  })

  it('links lines where it knows how, but no messages and no other schemes', () => {
    const message = pairFinding({
      path: 'tag v1',
      origin: { ...originOf('commit'), commit: 'f00dfeed'.repeat(5) },
    })
    const linked = (sourceUrl: () => string, finding = pairFinding()) =>
      rendered(scanResult([finding]), { sourceUrl }).includes('/.env#L3')
    expect(linked(() => 'https://e.example/.env#L3')).toBe(true)
    expect(linked(() => 'javascript:/.env#L3')).toBe(false)
    expect(linked(() => 'https://e.example/.env#L3', message)).toBe(false)
  })

  it('has the same tags whatever stands in it', () => {
    const page = (path: string, words: string) =>
      rendered(
        scanResult(
          [
            pairFinding({
              path,
              container: [words],
              why: [words],
              remedy: words,
              facts: { accessKeyId: words, accountId: words },
              excerpt: [{ line: 1, text: `${words}x`, mark: { start: 1, end: 2 } }],
              origin: { ...originOf('worktree'), introduced: { commit: words, author: words, date: words } },
            }),
          ],
          {
            unread: [{ ...unread[0], path, detail: words }],
            skipped: [{ ...skipped[0], path }],
            rules: [{ ...PAIR_RULE, name: words, description: words, docs: words, remedy: 'One.' }],
          },
        ),
        { sourceUrl: () => `https://e.example/${words}` },
      )
    fc.assert(
      fc.property(
        hostileText,
        hostileText.filter((words) => words !== ''),
        (path, words) => {
          expect(structureOf(page(path, words))).toEqual(structureOf(page('plain', 'plain')))
        },
      ),
    )
  })
})
