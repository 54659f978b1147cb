import { notChecked } from '../model/index.js'
import type { KeyKind } from './access-key-id.js'
import { type Advice, adviceFor } from './advice.js'
import { credentialFacts } from './credential-facts.js'

/** An access key ID in words: what it says without a network, and what to do if it leaked. */
export interface KeyStory {
  /** Sentences. */
  readonly says: readonly string[]
  /** Null for what belongs to nobody. */
  readonly advice: Advice | null
}

/** Documentation writes ids with digits that real ones never have. */
const ID = /^A(?:KIA|SIA|BIA|CCA)[A-Z0-9]{16}$/

const KINDS: Readonly<Record<KeyKind, string>> = {
  'long-term': 'A long-term key of an IAM user or of the root user: it works until someone ends it.',
  temporary: 'A temporary key: it works only together with its session token, and for 36 hours at most.',
  'service-bearer': 'A bearer token of AWS STS for one service.',
  'context-specific': 'A credential that IAM made for one service.',
}

const EXAMPLE = 'An example of public documentation: it belongs to nobody, and is never reported.'
const CANARY = 'A canary: it was planted to raise an alarm when someone uses it.'
const OLDER =
  'Its form is the older one, which names no account. AWS tells the account of any ID to whoever asks with credentials of their own: aws sts get-access-key-info --access-key-id'
const MADE_UP = 'It carries a number that no account has, so it is made up.'

/** @returns null for what is no access key ID @param now epoch milliseconds */
export const keyStory = (id: string, now: number): KeyStory | null => {
  if (!ID.test(id)) return null
  const facts = credentialFacts(id, '')
  const { example, accountId, keyKind, generation, canary } = facts
  if (example === true) return { says: [EXAMPLE], advice: null }
  const account =
    accountId !== null
      ? `It names account ${accountId}: a hint, since anyone can make up an ID.`
      : generation === 'old'
        ? `${OLDER} ${id}`
        : MADE_UP
  return {
    says: [KINDS[keyKind as KeyKind], account, ...(canary === true ? [CANARY] : [])],
    advice: adviceFor({
      ruleId: 'aws-access-key-id',
      facts,
      verification: notChecked('not-asked'),
      now,
    }),
  }
}
