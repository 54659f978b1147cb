import { expect, it } from 'vitest'
import { notChecked, type Verification } from '../../src/model/index.js'
import { render } from '../../src/report/index.js'
import { ACCOUNT, KEY_ID, pairFinding, renderOptions, scanResult } from '../support/findings.js'

const base: Verification = { ...notChecked('not-asked'), reason: null }
const answers: readonly Verification[] = [
  { ...notChecked('not-found') },
  { ...base, status: 'inactive-or-deleted', detail: 'sts.amazonaws.com answered InvalidClientTokenId.' },
  { ...base, status: 'active', account: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:user/ci-deploy` },
  {
    ...base,
    status: 'unreachable',
    reason: 'network',
    detail: 'No connection to sts.amazonaws.com (ECONNREFUSED).',
  },
  { ...base, status: 'expired' },
  { ...base, status: 'wrong-secret' },
]

const text = (verifications: readonly Verification[]) => {
  const findings = verifications.map((verification, at) =>
    pairFinding({ verification, path: `${at}.env`, excerpt: [], related: [], why: [] }),
  )
  return [...render(scanResult(findings, { mode: 'verify' }), 'text', renderOptions())].join('')
}

it('tells the answers, live keys first', () => {
  expect(text(answers)).toBe(
    `active        AWS access key                                      aws-access-key
  2.env:3:23
  arn:aws:iam::${ACCOUNT}:user/ci-deploy
  account ${ACCOUNT}, key ${KEY_ID}
  next  Deactivate ${KEY_ID} of account ${ACCOUNT} now, then take
        it out of the code; removing it from the file alone leaves it usable.
        keysieve explain aws-access-key

unreachable   AWS access key                                      aws-access-key
  3.env:3:23
  No connection to sts.amazonaws.com (ECONNREFUSED).
  account ${ACCOUNT}, key ${KEY_ID}

wrong secret  AWS access key                                      aws-access-key
  5.env:3:23
  AWS knows the key; this is not its secret
  account ${ACCOUNT}, key ${KEY_ID}

not active    AWS access key                                      aws-access-key
  1.env:3:23
  sts.amazonaws.com answered InvalidClientTokenId.
  account ${ACCOUNT}, key ${KEY_ID}

expired       AWS access key                                      aws-access-key
  4.env:3:23
  AWS says that it has expired
  account ${ACCOUNT}, key ${KEY_ID}

gone          AWS access key                                      aws-access-key
  0.env:3:23
  it no longer stands there
  account ${ACCOUNT}, key ${KEY_ID}

6 findings (1 active, 1 unreachable, 1 wrong secret, 1 not active, 1 expired, 1
gone), 0.4 s.
`,
  )
})

it('says so where a report holds nothing', () => {
  expect(text([])).toBe('No findings to verify, 0.4 s.\n')
})
