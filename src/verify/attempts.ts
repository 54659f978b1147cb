import { keyKindOf } from '../aws/index.js'
import type { AlternativeSecret, Finding, Secret } from '../model/index.js'
import { accessKeyIdOf } from './plain-credential.js'
import type { AwsCredential } from './verifier.js'

/** One credential that a finding's key ID may be part of. */
export interface Attempt {
  readonly credential: AwsCredential
  /** What its secret and its token were taken from; null: the finding's own. */
  readonly alternative: AlternativeSecret | null
  readonly secretFrom: Finding | null
  readonly tokenFrom: Finding | null
  /** 0 is the likeliest; what other files hold comes after what stands beside the ID. */
  readonly rank: number
}

const MOST_ATTEMPTS = 5
const ELSEWHERE = 10

/** What a finding's ID is to be tried with, likeliest first; nothing where it has no ID or no secret. */
export const attemptsOf = (
  finding: Finding,
  partnersOf: (finding: Finding) => readonly Finding[],
): readonly Attempt[] => {
  const accessKeyId = accessKeyIdOf(finding.values)
  if (accessKeyId === null) return []
  const { secret, token } = finding.values
  const partners = secret !== undefined && token !== undefined ? [] : partnersOf(finding)
  const secrets = secret === undefined ? secretsOf(partners) : secretsBeside(secret, finding)
  const ownToken: FoundToken = { token: token ?? null, tokenFrom: null }
  const tokens =
    token === undefined && keyKindOf(accessKeyId) === 'temporary' ? tokensOf(partners) : [ownToken]
  const regionHint = typeof finding.facts.regionHint === 'string' ? finding.facts.regionHint : null
  return secrets
    .flatMap((found) =>
      tokens.map(({ token: sessionToken, tokenFrom }) => ({
        credential: { accessKeyId, secretAccessKey: found.secret, sessionToken, regionHint },
        alternative: found.alternative,
        secretFrom: found.secretFrom,
        tokenFrom,
      })),
    )
    .slice(0, MOST_ATTEMPTS)
    .map((attempt, index) => ({
      ...attempt,
      rank: index + ((attempt.secretFrom ?? attempt.tokenFrom) ? ELSEWHERE : 0),
    }))
}

type FoundSecret = Pick<Attempt, 'alternative' | 'secretFrom'> & { readonly secret: Secret }
type FoundToken = Pick<Attempt, 'tokenFrom'> & { readonly token: Secret | null }

const secretsBeside = (secret: Secret, { alternatives }: Finding): readonly FoundSecret[] => [
  { secret, alternative: null, secretFrom: null },
  ...alternatives.map((alternative) => ({ secret: alternative.secret, alternative, secretFrom: null })),
]

const secretsOf = (partners: readonly Finding[]): readonly FoundSecret[] =>
  partners.flatMap((partner) =>
    partner.values.secret === undefined || partner.values.id !== undefined
      ? []
      : [{ secret: partner.values.secret, alternative: null, secretFrom: partner }],
  )

/** At least one: without a token the answer is that there is none. */
const tokensOf = (partners: readonly Finding[]): readonly FoundToken[] => {
  const found = partners.flatMap((partner) =>
    partner.values.token === undefined || partner.values.id !== undefined
      ? []
      : [{ token: partner.values.token, tokenFrom: partner }],
  )
  return found.length > 0 ? found : [{ token: null, tokenFrom: null }]
}
