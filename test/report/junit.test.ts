import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { originOf, type ScanResult } from '../../src/model/index.js'
import { type RenderOptions, render } from '../../src/report/index.js'
import { ACCOUNT, idFinding, KEY_ID, pairFinding, renderOptions, scanResult } from '../support/findings.js'
import { type Element, parseXml } from '../support/xml.js'
import { hostileText } from './hostile-names.js'

const documentOf = (result: ScanResult, changes: Partial<RenderOptions> = {}): Element =>
  parseXml([...render(result, 'junit', renderOptions(changes))].join(''))
const casesOf = (result: ScanResult, changes: Partial<RenderOptions> = {}): readonly Element[] =>
  documentOf(result, changes).children[0]?.children ?? []
const unread = [{ class: 'unread', path: 'a.key', reason: 'permission', detail: 'EACCES' }] as const

/** Name of the case and of what is in it. */
const outcomes = (result: ScanResult, changes: Partial<RenderOptions> = {}) =>
  casesOf(result, changes).map(({ attributes, children }) => [attributes.name, children[0]?.name ?? 'passed'])

describe('JUnit XML', () => {
  it('has a failed case for a file with a finding', () => {
    const [one] = casesOf(scanResult([pairFinding()]))
    expect(one?.attributes).toEqual({ classname: 'keysieve', name: '.env', file: '.env', time: '0' })
    expect(one?.children[0]?.attributes).toEqual({
      type: 'aws-access-key',
      message: 'AWS access key (line 3)',
    })
    expect(one?.text.trim().split('\n')).toEqual([
      `high: AWS access key ${KEY_ID} of account ${ACCOUNT} (aws-access-key), line 3, column 23`,
      'id and secret stand together, the secret under its own name',
      'its ID at .env:2:19',
      `what to do: ${pairFinding().remedy}`,
    ])
  })

  it('has one failure for all findings of a file', () => {
    const [one, ...others] = casesOf(scanResult([pairFinding(), idFinding({ path: '.env' })]))
    expect(others).toEqual([])
    expect(one?.children.map(({ attributes }) => attributes.message)).toEqual([
      'AWS access key (line 3) and 1 more',
    ])
    expect(one?.text).toContain('aws-access-key-id')
  })

  it.each<[string, ScanResult, Partial<RenderOptions>, unknown]>([
    ['a clean result is one passing case', scanResult([]), {}, [['no secrets', 'passed']]],
    [
      'what is below --fail-on passes',
      scanResult([idFinding({ severity: 'low' })]),
      {},
      [['docs/setup.md', 'system-out']],
    ],
    [
      'so does all with --fail-on none',
      scanResult([pairFinding()]),
      { failOn: 'none' },
      [['.env', 'system-out']],
    ],
    ['what was not read is an error', scanResult([], { unread }), {}, [['a.key', 'error']]],
    [
      'versions of a file are cases of their own',
      scanResult(
        ['f00dfeed', 'c0ffee00'].map((id) =>
          pairFinding({ origin: { ...originOf('commit'), commit: id.repeat(5) } }),
        ),
      ),
      {},
      [
        ['.env (commit f00dfee)', 'failure'],
        ['.env (commit c0ffee0)', 'failure'],
      ],
    ],
    [
      'a message is no file',
      scanResult([
        pairFinding({ path: 'tag v1', origin: { ...originOf('commit'), commit: 'f00dfeed'.repeat(5) } }),
      ]),
      {},
      [['tag v1', 'failure']],
    ],
    [
      'suppressed ones stay out',
      scanResult([], { suppressed: [pairFinding()] }),
      {},
      [['no secrets', 'passed']],
    ],
  ])('%s', (_situation, result, changes, expected) => {
    expect(outcomes(result, changes)).toEqual(expected)
  })

  it('counts its cases', () => {
    const result = scanResult([pairFinding(), idFinding({ severity: 'info' })], { unread })
    const { attributes, children } = documentOf(result)
    expect(attributes).toEqual({ name: 'keysieve', tests: '3', failures: '1', errors: '1', time: '0.412' })
    expect(children[0]?.attributes).toEqual({ ...attributes, skipped: '0' })
  })

  it('is well-formed whatever stands in it', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (path, text) => {
        const finding = pairFinding({
          path,
          remedy: text,
          why: [text],
          facts: { accessKeyId: text },
          ruleId: 'x',
        })
        const cases = casesOf(scanResult([finding], { unread: [{ ...unread[0], path, detail: text }] }))
        expect(cases.map(({ name, children }) => [name, ...children.map((one) => one.name)])).toEqual([
          ['testcase', 'failure'],
          ['testcase', 'error'],
        ])
      }),
    )
  })
})
