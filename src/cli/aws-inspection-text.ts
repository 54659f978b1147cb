import type { KeyInspection } from '../remote/index.js'
import { continued, row } from './aws-words.js'

const KINDS: Readonly<Record<NonNullable<KeyInspection['kind']>, string>> = {
  'long-term': 'long-term access key of an IAM user or of root: works until someone ends it',
  temporary: 'temporary access key: works only with its session token, 36 hours at most',
  'service-bearer': 'bearer token for one AWS service',
  'context-specific': 'credential for one AWS service',
  user: 'name of an IAM user; not a credential',
  role: 'name of an IAM role; not a credential',
  group: 'name of an IAM group; not a credential',
  'instance-profile': 'name of an instance profile; not a credential',
  'managed-policy': 'name of a policy; not a credential',
  'policy-version': 'name of a policy version; not a credential',
  'public-key': 'name of a public key; not a credential',
  certificate: 'name of a certificate; not a credential',
}

const DEFECTS: Readonly<Record<NonNullable<KeyInspection['defect']>, string>> = {
  'lower-case': 'not an ID: AWS writes them in capitals only',
  'unknown-prefix': 'not an ID: it begins with none of the prefixes of AWS (AKIA, ASIA, …)',
  'wrong-length': 'not an ID: access key IDs have 20 characters',
  'wrong-character': 'not an ID: after the prefix only A-Z and 2-7 occur',
}

const NO_ACCOUNT: Readonly<Record<NonNullable<KeyInspection['noAccount']>, string>> = {
  'old-generation': 'not in the ID: it is of the old generation, which does not carry the account',
  'made-up': 'none: the number in the ID is too large for one, so AWS did not issue it',
  example: 'none: a documentation value',
  malformed: 'none',
}

/** What an id says, a few lines. */
export const inspectionText = (key: KeyInspection): string => {
  if (key.defect !== null) return `${key.accessKeyId}\n${row('Kind', DEFECTS[key.defect])}`
  return [
    `${key.accessKeyId}\n`,
    row('Kind', key.kind === null ? 'not known' : KINDS[key.kind]),
    key.example ? row('Example', 'stands in public documentation and belongs to nobody') : '',
    row('Account', key.accountId ?? NO_ACCOUNT[key.noAccount ?? 'malformed']),
    key.age === 'old' ? row('Age', 'old generation: not issued for years, so overdue for replacement') : '',
    key.canary
      ? row('Canary', 'yes: a trap. Any use of it alerts its owner, so keysieve never asks AWS with it.') +
        continued('Ask whoever looks after your canaries whether it belongs here.')
      : '',
    nextOf(key),
  ].join('')
}

const nextOf = ({ kind, accessKeyId, canary, example }: KeyInspection): string => {
  if (canary || example) return ''
  if (kind === 'long-term')
    return row('Next', `keysieve aws deactivate ${accessKeyId} --dry-run   whose it is and when it was used`)
  return kind === 'temporary'
    ? row('Next', `keysieve aws deactivate ${accessKeyId}   how to end its session`)
    : ''
}
