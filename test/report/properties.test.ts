import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Finding,
  type ScanResult,
  SEVERITIES,
  Secret,
  VERIFICATION_STATUSES,
} from '../../src/model/index.js'
import { FORMATS, render } from '../../src/report/index.js'
import { accessKeyId, secretAccessKey, sessionToken } from '../support/credentials.js'
import { HIDDEN, pairFinding, renderOptions, scanResult } from '../support/findings.js'
import { schemaErrors } from './sarif-schema.js'

const anyText = fc.string({ unit: 'binary', maxLength: 40 })
const lineNumber = fc.integer({ min: 1, max: 1e6 })
const place = fc.record({
  startLine: lineNumber,
  startColumn: lineNumber,
  endLine: lineNumber,
  endColumn: lineNumber,
})
const introduced = fc.option(fc.record({ commit: anyText, author: anyText, date: anyText }))

/** What a finding takes from the world outside. */
const findingChanges = fc.record({
  path: anyText,
  severity: fc.constantFrom(...SEVERITIES),
  ruleId: fc.constantFrom('aws-access-key', 'aws-access-key-id', 'gone-rule'),
  container: fc.option(fc.array(anyText, { maxLength: 2 })),
  region: place.map((region) => ({ ...region, startByte: 0, endByte: 1 })),
  related: fc.array(
    place.chain((region) =>
      fc
        .record({ path: anyText, role: fc.constantFrom('id', 'secret', 'token') })
        .map((rest) => ({ ...region, ...rest })),
    ),
    { maxLength: 3 },
  ),
  origin: introduced.map(
    (by) => ({ kind: 'worktree', commit: null, author: null, date: null, introduced: by }) as const,
  ),
  facts: fc.dictionary(anyText, fc.oneof(anyText, fc.boolean(), fc.constant(null)), { maxKeys: 3 }),
  why: fc.array(anyText, { maxLength: 3 }),
  remedy: anyText,
  lineHash: fc.constantFrom('', '9cabe4e8f98342fb:1'),
  verification: fc.record({
    status: fc.constantFrom(...VERIFICATION_STATUSES),
    reason: fc.constantFrom(null, 'not-asked', 'not-found', 'canary', 'budget'),
    account: fc.option(anyText),
    arn: fc.option(anyText),
    userId: fc.option(anyText),
    root: fc.boolean(),
    detail: fc.option(anyText),
  }),
})

/** With values of its own, which a masked excerpt hides. */
const finding: fc.Arbitrary<Finding> = fc
  .tuple(findingChanges, fc.string(), anyText)
  .map(([changes, seed, before]) => ({
    ...pairFinding(),
    ...changes,
    excerpt: [
      { line: 3, text: `${before}${HIDDEN}`, mark: { start: before.length + 1, end: before.length + 23 } },
    ],
    values: {
      id: new Secret(accessKeyId(seed), accessKeyId(seed)),
      secret: new Secret(secretAccessKey(seed), HIDDEN),
      token: new Secret(sessionToken(seed), '<360 characters hidden>'),
    },
  }))

const result: fc.Arbitrary<ScanResult> = fc
  .record({
    findings: fc.array(finding, { maxLength: 4 }),
    suppressed: fc.array(finding, { maxLength: 2 }),
    mode: fc.constantFrom('scan', 'staged', 'verify'),
    paths: fc.array(anyText, { maxLength: 8 }),
  })
  .map(({ findings, suppressed, mode, paths }) =>
    scanResult(findings, {
      mode,
      suppressed,
      unread: paths.map((path) => ({ class: 'unread', path, reason: 'io-error', detail: path })),
      skipped: paths.map((path) => ({ class: 'skipped', path, reason: 'symlink' })),
    }),
  )

const options = fc.record({
  colors: fc.constantFrom('on', 'off'),
  detail: fc.constantFrom('quiet', 'normal', 'verbose'),
  width: fc.integer({ min: 40, max: 200 }),
  timings: fc.constantFrom('shown', 'hidden'),
})

const hiddenValues = ({ findings, suppressed }: ScanResult): readonly string[] =>
  [...findings, ...suppressed].flatMap(({ values }) => [
    values.secret?.reveal() ?? '',
    values.token?.reveal() ?? '',
  ])

describe('whatever is reported', () => {
  it('SARIF is valid', () => {
    fc.assert(
      fc.property(result, (one) => {
        expect(schemaErrors(JSON.parse([...render(one, 'sarif', renderOptions())].join('')))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it.each(FORMATS)('%s holds no secret, and is the same every time', (format) => {
    fc.assert(
      fc.property(result, options, (one, chosen) => {
        const text = [...render(one, format, renderOptions(chosen))].join('')
        expect(hiddenValues(one).filter((value) => text.includes(value))).toEqual([])
        expect([...render(one, format, renderOptions(chosen))].join('')).toBe(text)
      }),
    )
  })

  it('JSON Lines are lines of JSON, one a finding', () => {
    fc.assert(
      fc.property(result, (one) => {
        const lines = [...render(one, 'jsonl', renderOptions())].join('').split('\n').slice(0, -1)
        expect(lines.map((line) => JSON.parse(line).path)).toEqual(one.findings.map(({ path }) => path))
      }),
    )
  })
})
