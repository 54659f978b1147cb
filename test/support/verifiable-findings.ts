import { type Finding, notChecked, originOf, redactedForm, Secret } from '../../src/model/index.js'
import { hidden } from './sts-credentials.js'
import type { KnownCredential } from './sts-judge.js'

/** Findings as verification sees them: a rule and values, the rest of no meaning. */
export const finding = (ruleId: string, values: Finding['values']): Finding => ({
  ruleId,
  severity: 'high',
  confidence: 'high',
  path: '.env',
  container: null,
  region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2, startByte: 0, endByte: 1 },
  redacted: '<40 characters hidden>',
  fingerprint: 'v1:00',
  origin: originOf('worktree'),
  facts: {},
  related: [],
  partners: [],
  verification: notChecked('not-asked'),
  suppressed: null,
  remedy: '',
  why: [],
  excerpt: [],
  lineHash: '0:1',
  assignedName: '',
  alternatives: [],
  values,
})

export const idOf = (id: string): Secret => new Secret(id, redactedForm(id, 'identifier'))

export const findingOf = (known: KnownCredential): Finding =>
  finding('aws-access-key', {
    id: idOf(known.accessKeyId),
    secret: hidden(known.secretAccessKey),
    ...(known.sessionToken === null ? {} : { token: hidden(known.sessionToken) }),
  })
