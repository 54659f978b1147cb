import { describe, expect, it } from 'vitest'
import { notChecked, type ScanResult, SEVERITIES } from '../../src/model/index.js'
import { render } from '../../src/report/index.js'
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
import { schemaErrors } from './sarif-schema.js'

const logOf = (result: ScanResult) => JSON.parse([...render(result, 'sarif', renderOptions())].join(''))
const runOf = (result: ScanResult) => logOf(result).runs[0]
const unread = [{ class: 'unread', path: 'a b.key', reason: 'permission', detail: 'EACCES' }] as const

describe('a SARIF log', () => {
  it.each([
    ['of nothing', scanResult([])],
    ['of findings', scanResult([pairFinding(), idFinding()])],
    ['of unread files', scanResult([], { unread: [...unread] })],
    ['of skipped files', scanResult([], { skipped: [{ class: 'skipped', path: 'x', reason: 'fifo' }] })],
    ['without rules', scanResult([pairFinding()], { rules: [] })],
    [
      'of line 0 of a foreign report',
      scanResult([
        pairFinding({
          region: { ...pairFinding().region, startLine: 0, startColumn: 0, endLine: 0, endColumn: 0 },
        }),
      ]),
    ],
  ])('is valid: %s', (_situation, result) => {
    expect(schemaErrors(logOf(result))).toEqual([])
  })

  it('would be refused with a key too many', () => {
    expect(schemaErrors({ ...logOf(scanResult([])), extra: 1 })).not.toEqual([])
  })

  it('names tool, category and how columns are counted', () => {
    const log = logOf(scanResult([]))
    expect(log.version).toBe('2.1.0')
    expect(log.$schema).toMatch(/sarif-schema-2\.1\.0\.json$/)
    expect(log.runs).toHaveLength(1)
    expect(log.runs[0]).toMatchObject({
      tool: { driver: { name: 'keysieve', semanticVersion: '1.2.3' } },
      automationDetails: { id: 'keysieve/' },
      columnKind: 'utf16CodeUnits',
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: [] }],
      results: [],
    })
  })
})

describe('a result', () => {
  it('says what, where and how bad', () => {
    expect(runOf(scanResult([pairFinding()])).results).toEqual([
      {
        ruleId: 'aws-access-key',
        ruleIndex: 0,
        level: 'error',
        message: {
          text: `AWS access key ${KEY_ID} of account ${ACCOUNT}. Why: id and secret stand together, the secret under its own name. Deactivate ${KEY_ID} of account ${ACCOUNT} now, then take it out of the code; removing it from the file alone leaves it usable. See also: [its ID, line 2](1).`,
        },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: '.env' },
              region: { startLine: 3, startColumn: 23, endLine: 3, endColumn: 63 },
            },
          },
        ],
        relatedLocations: [
          {
            id: 1,
            physicalLocation: {
              artifactLocation: { uri: '.env' },
              region: { startLine: 2, startColumn: 19, endLine: 2, endColumn: 39 },
            },
            message: { text: 'its ID' },
          },
        ],
        partialFingerprints: {
          primaryLocationLineHash: '9cabe4e8f98342fb:1',
          'keysieve/v1': 'v1:00112233445566778899aabbccddeeff',
        },
        properties: {
          severity: 'high',
          confidence: 'high',
          redacted: HIDDEN,
          facts: { accessKeyId: KEY_ID, accountId: ACCOUNT, keyKind: 'long-term', canary: false },
        },
      },
    ])
  })

  it('has no links and placeholders but its own in the message', () => {
    const finding = pairFinding({ why: ['[x](1) {0} \\'], remedy: 'Go.', related: [] })
    const [result] = runOf(scanResult([finding])).results
    expect(result.message.text).toContain('Why: \\[x\\](1) {{0}} \\\\. Go.')
  })

  it('tells what verification said', () => {
    const arn = `arn:aws:iam::${ACCOUNT}:user/ci`
    const verification = { ...notChecked('not-asked'), status: 'active', reason: null, arn } as const
    const [result] = runOf(scanResult([pairFinding({ verification })])).results
    expect(result.message.text).toContain(` Verification: active, ${arn}. `)
    expect(result.properties.verification).toEqual({ status: 'active', reason: null, arn })
  })

  it.each([
    ['a blank', 'my file.env', 'my%20file.env'],
    ['marks of a URI', 'a#b?c%d', 'a%23b%3Fc%25d'],
    ['a scheme', 'file:/etc/x', 'file%3A/etc/x'],
    ['other scripts', 'größe/日本.py', 'gr%C3%B6%C3%9Fe/%E6%97%A5%E6%9C%AC.py'],
    ['half a character', 'a\ud800b', 'a%EF%BF%BDb'],
    ['a line break', 'a\nb', 'a%0Ab'],
    ['a backslash', 'a\\b', 'a%5Cb'],
  ])('has a path that is a URI: %s', (_situation, path, uri) => {
    const [result] = runOf(scanResult([pairFinding({ path })])).results
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe(uri)
  })

  it('has the level of its severity', () => {
    const { results } = runOf(scanResult(SEVERITIES.map((severity) => idFinding({ severity }))))
    expect(results.map(({ level }: { level: string }) => level)).toEqual([
      'note',
      'note',
      'warning',
      'error',
      'error',
    ])
  })

  it('is left out where it was suppressed', () => {
    const suppressed = idFinding({ suppressed: { kind: 'inline', line: 1, reason: null } })
    expect(runOf(scanResult([], { suppressed: [suppressed] })).results).toEqual([])
  })

  it('links no more than it lists', () => {
    const place = { role: 'secret', path: '.env', startColumn: 1, endLine: 1, endColumn: 2 } as const
    const related = Array.from({ length: 150 }, (_, line) => ({ ...place, startLine: line + 1 }))
    const [result] = runOf(scanResult([pairFinding({ related })])).results
    expect(result.relatedLocations).toHaveLength(100)
    expect(result.message.text).toMatch(/\[its secret, line 5\]\(5\) and 95 more\.$/)
  })
})

describe('a rule', () => {
  it('says what GitHub shows', () => {
    const [rule, half] = runOf(scanResult([])).tool.driver.rules
    expect([rule.id, half.id]).toEqual(['aws-access-key', 'aws-access-key-id'])
    expect(rule).toMatchObject({
      name: PAIR_RULE.name,
      shortDescription: { text: PAIR_RULE.name },
      fullDescription: { text: PAIR_RULE.description },
      defaultConfiguration: { level: 'error' },
      properties: {
        precision: 'high',
        'security-severity': '8.0',
        tags: expect.arrayContaining(['security']),
      },
    })
    expect(rule.help.markdown).toContain(`[Documentation](<${PAIR_RULE.docs}>)`)
    expect(half.properties['security-severity']).toBe('5.5')
  })

  it.each([
    [
      'mark-up',
      'a `b` | c <script>alert(1)</script> [x](http://e)',
      'a \\`b\\` \\| c \\<script\\>alert(1)\\</script\\> \\[x\\](http://e)',
    ],
    ['a list', '- one\n- two', '\\- one - two'],
    ['a heading', '# Title', '\\# Title'],
  ])('is text in Markdown: %s', (_situation, description, expected) => {
    const rule = { ...ID_RULE, description, docs: 'javascript:alert(1)' }
    const [shown] = runOf(scanResult([], { rules: [rule] })).tool.driver.rules
    expect(shown.help.markdown.split('\n\n')[0]).toBe(expected)
    expect(shown.help.markdown).not.toContain('](<')
  })

  it('keeps to the limits for texts, and has none that is empty', () => {
    const rules = [
      { ...ID_RULE, name: '😀'.repeat(600), description: 'd'.repeat(3000) },
      { ...ID_RULE, id: 'x', name: '', description: '\n' },
    ]
    const [long, empty] = runOf(scanResult([], { rules })).tool.driver.rules
    expect([...long.name]).toHaveLength(255)
    expect(long.name.endsWith('😀…')).toBe(true)
    expect(long.fullDescription.text).toHaveLength(1024)
    expect([empty.name, empty.fullDescription.text]).toEqual(['(none)', '(none)'])
  })
})

describe('an invocation', () => {
  it('was not successful where something could not be read', () => {
    expect(
      runOf(
        scanResult([], { unread: [...unread], skipped: [{ class: 'skipped', path: 'x', reason: 'binary' }] }),
      ).invocations,
    ).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: 'warning',
            message: { text: 'Could not be read: permission (EACCES).' },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'a%20b.key' } } }],
          },
          { level: 'note', message: { text: 'Left out on purpose: binary 1.' } },
        ],
      },
    ])
  })

  it('tells of results beyond what GitHub takes, and keeps the most severe', () => {
    const many = Array.from({ length: 25_003 }, (_, at) => idFinding({ severity: at % 2 ? 'medium' : 'low' }))
    const run = runOf(scanResult([...many, pairFinding()]))
    expect(run.results).toHaveLength(25_000)
    expect(run.results.at(-1).ruleId).toBe('aws-access-key')
    expect(run.results.filter(({ level }: { level: string }) => level === 'warning')).toHaveLength(12_501)
    const told = run.invocations[0].toolExecutionNotifications
    expect(told.map(({ message }: { message: { text: string } }) => message.text)).toEqual([
      expect.stringMatching(/^4 of 25004 findings/),
      'GitHub shows the 5000 most severe of 25004 findings.',
    ])
  })
})
