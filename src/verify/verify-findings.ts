import { type Finding, notChecked, type Verification } from '../model/index.js'
import { attemptsOf } from './attempts.js'
import { CAREFUL, type CallPolicy, sparedAccount } from './call-policy.js'
import { halfVerdicts } from './half-verdicts.js'
import { askInTurn, type Question, RECHECK_MS } from './key-questions.js'
import { createPace } from './pace.js'
import { accessKeyIdOf, credentialDigest } from './plain-credential.js'
import { refusalOf } from './refusal.js'
import { withRightSecret } from './right-secret.js'
import { type Answered, isProven, verdictOnId, weightiest } from './verdicts.js'
import type { Verifier } from './verifier.js'

export interface VerifyOptions {
  /** For all calls together, milliseconds. What is left then is `unknown`, reason `budget`, so that the exit code says so. */
  readonly budgetMs: number
  /** As the verifier has it; the most careful one if absent. */
  readonly policy?: CallPolicy
  /** Distinct credentials that AWS is asked about; told once before the first. */
  readonly onProgress?: (done: number, total: number) => void
  /** Least time between two calls; AWS shares its quota for an account among all its users. */
  readonly paceMs?: number
  /** Before a refused second secret of the same key is tried once more. */
  readonly recheckMs?: number
}

const PACE_MS = 500
const MOST_AT_ONCE = 4

/** What is known without asking, or what is to be asked. */
interface Trial extends Omit<Answered, 'answer'> {
  readonly plan: { readonly known: Verification } | { readonly question: Question }
}

/**
 * The same findings in the same order, each with what AWS says of it. Each distinct credential is asked about once, also
 * where its halves stand in different files that name each other as partners; keys of canary accounts, documentation
 * values and halves without partners never. Where another secret near an ID is the right one, it becomes the finding's.
 */
export const verifyFindings = async (
  findings: readonly Finding[],
  verifier: Verifier,
  options: VerifyOptions,
): Promise<readonly Finding[]> => {
  const policy = options.policy ?? CAREFUL
  const byFingerprint = new Map(findings.toReversed().map((finding) => [finding.fingerprint, finding]))
  const partnersOf = ({ partners }: Finding): readonly Finding[] =>
    partners.flatMap((fingerprint) => byFingerprint.get(fingerprint) ?? [])
  const trials = findings.map((finding) => trialsOf(finding, partnersOf, policy))
  const answers = await askAll(questionsOf(trials.flat()), verifier, options)
  const answered = trials.map((each) => each.flatMap((trial) => answeredBy(trial, answers)))
  const ofHalf = halfVerdicts(findings, answered)
  return findings.map((finding, index) => {
    const best = weightiest(answered[index] ?? [])
    if (best === null) return { ...finding, verification: ofHalf(finding) ?? unasked(finding, policy) }
    const right = isProven(best.answer) ? best.attempt.alternative : null
    return {
      ...(right === null ? finding : withRightSecret(finding, right)),
      verification: verdictOnId(best),
    }
  })
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
const isAccessKey = ({ ruleId }: Finding): boolean => ACCESS_KEY_RULES.has(ruleId)

const trialsOf = (
  finding: Finding,
  partnersOf: (finding: Finding) => readonly Finding[],
  policy: CallPolicy,
): readonly Trial[] =>
  (isAccessKey(finding) ? attemptsOf(finding, partnersOf) : []).map((attempt) => {
    const { credential, rank } = attempt
    const refusal = refusalOf(credential, policy)
    const plan =
      refusal === null
        ? { question: { credential, digest: credentialDigest(credential), rank } }
        : { known: refusal }
    return { attempt, plan }
  })

const answeredBy = (
  { attempt, plan }: Trial,
  answers: ReadonlyMap<string, Verification>,
): readonly Answered[] => {
  const answer = 'known' in plan ? plan.known : answers.get(plan.question.digest.whole)
  return answer === undefined ? [] : [{ attempt, answer }]
}

/** What nothing could be asked about: half a credential, another provider's, one that could not be read again. */
const unasked = (finding: Finding, policy: CallPolicy): Verification => {
  if (Object.keys(finding.values).length === 0 && finding.verification.reason !== 'not-asked')
    return finding.verification
  const id = isAccessKey(finding) ? accessKeyIdOf(finding.values) : null
  if (id === null && finding.facts.canary === true) return notChecked('canary')
  if (id === null) return notChecked('not-verifiable')
  return notChecked(sparedAccount(id, policy) === null ? 'no-secret' : 'canary')
}

/** Distinct questions by key id, likeliest first, else in the order of the findings. */
const questionsOf = (trials: readonly Trial[]): readonly (readonly Question[])[] => {
  const byId = new Map<string, Map<string, Question>>()
  for (const { plan } of trials) {
    if ('known' in plan) continue
    const { question } = plan
    const { accessKeyId } = question.credential
    const ofId = byId.get(accessKeyId) ?? new Map<string, Question>()
    const known = ofId.get(question.digest.whole)
    ofId.set(question.digest.whole, known === undefined ? question : merged(known, question))
    byId.set(accessKeyId, ofId)
  }
  return [...byId.values()].map((ofId) => [...ofId.values()].sort((a, b) => a.rank - b.rank))
}

/** Where the same credential stands twice, one place may tell its region. */
const merged = (one: Question, other: Question): Question => ({
  ...one,
  credential: one.credential.regionHint ? one.credential : other.credential,
  rank: Math.min(one.rank, other.rank),
})

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
  if (total > 0) options.onProgress?.(0, total)
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
