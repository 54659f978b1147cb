import { accountOf, isCanaryAccount } from '../aws/index.js'
import { type Finding, notChecked, type Verification } from '../model/index.js'
import { askInTurn, type Question, RECHECK_MS } from './key-questions.js'
import { createPace } from './pace.js'
import { accessKeyIdOf, credentialDigest, credentialOf } from './plain-credential.js'
import { refusalOf } from './refusal.js'
import type { Verifier } from './verifier.js'

export interface VerifyOptions {
  /** For all calls together, milliseconds. What is left then is `unknown`, reason `budget`, so that the exit code says so. */
  readonly budgetMs: number
  /** Distinct credentials that AWS is asked about. */
  readonly onProgress?: (done: number, total: number) => void
  /** Least time between two calls; AWS shares its quota for an account among all its users. */
  readonly paceMs?: number
  /** Before a refused second secret of the same key is tried once more. */
  readonly recheckMs?: number
}

const PACE_MS = 500
const MOST_AT_ONCE = 4
type Plan = { readonly known: Verification } | { readonly question: Question }

/**
 * The same findings in the same order, each with what AWS says of it. Each distinct credential is asked about once;
 * keys of canary accounts, documentation values and half credentials never.
 */
export const verifyFindings = async (
  findings: readonly Finding[],
  verifier: Verifier,
  options: VerifyOptions,
): Promise<readonly Finding[]> => {
  const plans = findings.map(planOf)
  const answers = await askAll(questionsOf(plans), verifier, options)
  return findings.map((finding, index) => {
    const plan = plans[index]
    if (plan === undefined) return finding
    const verification = 'known' in plan ? plan.known : answers.get(plan.question.digest.whole)
    return verification === undefined ? finding : { ...finding, verification }
  })
}

const planOf = (finding: Finding): Plan => {
  if (!ACCESS_KEY_RULES.has(finding.ruleId)) return { known: ofOther(finding) }
  const credential = credentialOf(finding.values)
  if (credential === null) return { known: ofHalf(accessKeyIdOf(finding.values)) }
  const refusal = refusalOf(credential)
  return refusal === null
    ? { question: { credential, digest: credentialDigest(credential) } }
    : { known: refusal }
}

/**
 * Only what these rules find is a secret access key, or a part of one. An SMTP password beside an id, or a signature,
 * must never be signed with: it is no secret access key, and AWS would answer that it is a wrong one.
 */
const ACCESS_KEY_RULES: ReadonlySet<string> = new Set([
  'aws-access-key',
  'aws-access-key-id',
  'aws-secret-access-key',
  'aws-session-token',
])

const ofOther = ({ facts }: Finding): Verification =>
  notChecked(facts.canary === true ? 'canary' : 'not-verifiable')

/** A secret or a token without its id can't sign anything. */
const ofHalf = (id: string | null): Verification => {
  if (id === null) return notChecked('not-verifiable')
  const account = accountOf(id)
  return notChecked(account !== null && isCanaryAccount(account) ? 'canary' : 'no-secret')
}

/** Distinct questions by key id, in the order of the findings. */
const questionsOf = (plans: readonly Plan[]): readonly (readonly Question[])[] => {
  const byId = new Map<string, Map<string, Question>>()
  for (const plan of plans) {
    if (!('question' in plan)) continue
    const { credential, digest } = plan.question
    const ofId = byId.get(credential.accessKeyId) ?? new Map<string, Question>()
    if (!ofId.has(digest.whole)) ofId.set(digest.whole, plan.question)
    byId.set(credential.accessKeyId, ofId)
  }
  return [...byId.values()].map((ofId) => [...ofId.values()])
}

/** By `digest.whole`. Ids side by side, the secrets of one id in a row. */
const askAll = async (
  groups: readonly (readonly Question[])[],
  verifier: Verifier,
  options: VerifyOptions,
): Promise<ReadonlyMap<string, Verification>> => {
  const budget = new AbortController()
  const timer = setTimeout(() => budget.abort(), options.budgetMs)
  const asking = {
    verifier,
    signal: budget.signal,
    pace: createPace(options.paceMs ?? PACE_MS),
    recheckMs: options.recheckMs ?? RECHECK_MS,
  }
  const answers = new Map<string, Verification>()
  const total = groups.flat().length
  const queue = groups.values()
  const work = async (): Promise<void> => {
    for (const group of queue) {
      for await (const [question, answer] of askInTurn(asking, group)) {
        answers.set(question.digest.whole, answer)
        options.onProgress?.(answers.size, total)
      }
    }
  }
  try {
    // All workers draw from one iterator, so each group is taken once.
    await Promise.all(Array.from({ length: MOST_AT_ONCE }, work))
  } finally {
    clearTimeout(timer)
  }
  return answers
}
