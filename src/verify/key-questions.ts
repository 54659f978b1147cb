import type { Verification } from '../model/index.js'
import { type Pace, rest } from './pace.js'
import type { CredentialDigest } from './plain-credential.js'
import { anotherSecretIsRight, outOfBudget, tooManySecrets } from './unasked.js'
import type { AwsCredential, Verifier } from './verifier.js'

export interface Question {
  readonly credential: AwsCredential
  readonly digest: CredentialDigest
  /** 0 is asked first. */
  readonly rank: number
}

export interface Asking {
  readonly verifier: Verifier
  /** Ends all of it when the budget is used up. */
  readonly signal: AbortSignal
  readonly pace: Pace
  readonly recheckMs: number
}

/** An id has one secret; more candidates than these are guesses. */
const MOST_SECRETS_PER_ID = 5

/**
 * STS refuses a second secret for the same id for about five seconds even where it is right; trufflehog's authors
 * found this by experiment (pkg/detectors/aws, accesskey.go and sessionkey.go).
 */
export const RECHECK_MS = 5_500

/** The distinct credentials of one key id, asked about one after the other. */
export async function* askInTurn(
  asking: Asking,
  questions: readonly Question[],
): AsyncGenerator<readonly [Question, Verification]> {
  const known: KnownOfKey = { tried: new Set(), proven: null, stranger: null }
  for (const question of questions) {
    const { secret } = question.digest
    const answer =
      withoutAsking(known, secret) ??
      (known.tried.size === 0 || known.tried.has(secret)
        ? await ask(asking, question)
        : await askTwice(asking, question))
    known.tried.add(secret)
    // Of a temporary key this may be said for its token.
    if (answer.status === 'inactive-or-deleted' && question.credential.sessionToken === null)
      known.stranger = answer
    if (answer.status === 'active' || answer.status === 'denied-but-valid') known.proven = secret
    yield [question, answer]
  }
}

/** What the answers so far say of a key id; secrets are digests. */
interface KnownOfKey {
  readonly tried: Set<string>
  proven: string | null
  /** That AWS does not know the id, whatever its secret is. */
  stranger: Verification | null
}

const withoutAsking = ({ tried, proven, stranger }: KnownOfKey, secret: string): Verification | null => {
  if (stranger !== null) return stranger
  if (proven !== null && proven !== secret) return anotherSecretIsRight
  return !tried.has(secret) && tried.size >= MOST_SECRETS_PER_ID ? tooManySecrets : null
}

const ask = async ({ verifier, signal, pace }: Asking, { credential }: Question): Promise<Verification> => {
  await pace.turn(signal)
  return signal.aborted ? outOfBudget : verifier.verify(credential, signal)
}

/** A further secret of an id whose first was refused. */
const askTwice = async (asking: Asking, question: Question): Promise<Verification> => {
  const answer = await ask(asking, question)
  if (answer.status !== 'wrong-secret') return answer
  await rest(asking.recheckMs, asking.signal)
  return ask(asking, question)
}
