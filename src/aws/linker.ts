import type { Alternative, Candidate, Detection, Linker, Occurrence, Part } from '../model/index.js'
import { credentialFacts } from './credential-facts.js'
import {
  gapOf,
  isNear,
  type NamedPart,
  namedPart,
  PAIR_BYTES,
  PAIR_LINES,
  speaksOfAws,
  withoutIdAsName,
} from './credential-parts.js'
import { groupBy, mapped } from './groups.js'
import { withNameBeside } from './name-beside.js'
import { MOST_ALTERNATIVES, type Pair, pairUp } from './pairing.js'
import { isSessionTokenName } from './part-name.js'
import { regionFacts } from './region-hint.js'
import { specialCredentials } from './special-credentials.js'
import { isLineOfBlock, isPieceOfToken } from './torn-value.js'

interface Credential extends Pair {
  readonly token: Candidate | null
}

/**
 * Makes AWS credentials of access key IDs, secret access keys and session tokens of one blob, after what stands beside
 * such an id and is no access key.
 */
export const linkAwsCredentials: Linker = (given, context) => {
  const { detections, rest, toldIds } = specialCredentials(given.map(withoutIdAsName), context)
  const keys = accessKeys(rest, context.path)
  return [
    ...detections,
    ...keys.filter(({ ruleId, values: { id = '' } }) => ruleId !== ID_ALONE || !toldIds.has(id)),
  ]
}

const ID_ALONE = 'aws-access-key-id'

const accessKeys = (given: readonly Candidate[], path: string): readonly Detection[] => {
  const candidates = given
    .filter((candidate) => candidate.role !== 'secret' || !isTorn(candidate))
    .map(withNameBeside)
  const ids = candidates.filter(({ role }) => role === 'id').map(namedPart)
  const secrets = candidates
    .filter(({ role }) => role === 'secret')
    .map(namedPart)
    .filter((secret) => !isLikelyAName(secret, ids))
  const tokens = candidates.filter(({ role }) => role === 'token')
  const credentials = withTokens(pairUp(ids, secrets), tokens)
  const used = new Set<Candidate>(
    credentials.flatMap(({ id, secret, token }) => [
      id.candidate,
      secret.candidate,
      ...(token ? [token] : []),
    ]),
  )
  const likely = new Set<Candidate>(secrets.map(({ candidate }) => candidate))
  const spare = candidates.filter(
    (candidate) => !used.has(candidate) && (candidate.role !== 'secret' || likely.has(candidate)),
  )
  return [...pairDetections(credentials, spare, path), ...loneDetections(credentials, spare, path)]
}

/** What looks like a name is one, unless it stands under a secret's own name and beside an id. */
const isLikelyAName = ({ candidate, nameClass }: NamedPart, ids: readonly NamedPart[]): boolean =>
  candidate.confidence === 'low' &&
  !(saysSecret(candidate, nameClass) && ids.some((id) => isNear(id.candidate, candidate)))

const saysSecret = ({ name }: Candidate, nameClass: NamedPart['nameClass']): boolean =>
  nameClass === 'own' || (nameClass === 'generic' && name.includes('secret'))

const isTorn = (candidate: Candidate): boolean => isLineOfBlock(candidate) || isPieceOfToken(candidate)

/** A token may be long: it is as near as its nearer end. It goes to the nearest temporary key that has none yet. */
const withTokens = (pairs: readonly Pair[], tokens: readonly Candidate[]): readonly Credential[] => {
  const free = new Set(tokens)
  return pairs.map((pair) => {
    const near = pair.id.candidate.value.startsWith('ASIA') ? nearestToken(pair, free) : null
    if (near) free.delete(near)
    return { ...pair, token: near }
  })
}

const nearestToken = ({ id, secret }: Pair, tokens: ReadonlySet<Candidate>): Candidate | null => {
  const distance = (token: Candidate): number =>
    Math.min(gapOf(token, id.candidate), gapOf(token, secret.candidate))
  let best: Candidate | null = null
  for (const token of tokens) {
    const lines = Math.min(
      Math.abs(token.place.line - id.candidate.place.line),
      Math.abs(token.place.line - secret.candidate.place.line),
    )
    if (lines > PAIR_LINES || distance(token) > PAIR_BYTES) continue
    if (best === null || distance(token) < distance(best)) best = token
  }
  return best
}

const partOf = ({ role, span }: Candidate): Part => ({ role, span })

const pairDetections = (
  credentials: readonly Credential[],
  spare: readonly Candidate[],
  path: string,
): readonly Detection[] => {
  const spareByValue = new Map(groupBy(spare, ({ value }) => value).map((same) => [same[0].value, same]))
  return groupBy(
    credentials,
    ({ id, secret, token }) => `${id.candidate.value} ${secret.candidate.value} ${token?.value ?? ''}`,
  ).map((same) => {
    const [{ id, secret, token }] = same
    return {
      ruleId: 'aws-access-key',
      values: {
        id: id.candidate.value,
        secret: secret.candidate.value,
        ...(token ? { token: token.value } : {}),
      },
      primary: 'secret',
      occurrences: mapped(same, occurrenceOf),
      also: [id.candidate.value, secret.candidate.value].flatMap((value) =>
        (spareByValue.get(value) ?? []).map(partOf),
      ),
      alternatives: alternativesIn(same),
      confidence: 'high',
      facts: {
        ...credentialFacts(id.candidate.value, path),
        ...regionFacts([id.candidate, secret.candidate]),
      },
      why: [reasonOf(id, secret), ...(token ? ['with its session token'] : [])],
    } satisfies Detection
  })
}

const alternativesIn = (same: readonly Credential[]): readonly Alternative[] => {
  const byValue = new Map<string, Alternative>()
  for (const { candidate } of same.flatMap(({ alternatives }) => alternatives))
    if (byValue.size < MOST_ALTERNATIVES && !byValue.has(candidate.value))
      byValue.set(candidate.value, { value: candidate.value, part: partOf(candidate) })
  return [...byValue.values()]
}

const occurrenceOf = ({ id, secret, token }: Credential): Occurrence => ({
  parts: [partOf(secret.candidate), partOf(id.candidate), ...(token ? [partOf(token)] : [])],
  name: secret.candidate.name,
})

const reasonOf = (id: NamedPart, secret: NamedPart): string => {
  if (secret.nameClass === 'own') return 'id and secret stand together, the secret under its own name'
  if (!isNear(id.candidate, secret.candidate)) return 'id and secret carry names that belong together'
  return gapOf(id.candidate, secret.candidate) <= 8
    ? 'id and secret stand side by side'
    : 'id and secret stand close together'
}

/** What found no partner. A value that belongs to a pair elsewhere in the blob was told there. */
const loneDetections = (
  credentials: readonly Credential[],
  spare: readonly Candidate[],
  path: string,
): readonly Detection[] => {
  const told = new Set(
    credentials.flatMap(({ id, secret, token }) => [
      id.candidate.value,
      secret.candidate.value,
      token?.value,
    ]),
  )
  const lone = spare.filter((candidate) => !told.has(candidate.value) && standsAlone(candidate))
  return groupBy(lone, ({ role, value }) => `${role} ${value}`).map((same) => {
    const [first] = same
    return {
      ruleId: first.ruleId,
      values: { [first.role]: first.value },
      primary: first.role,
      occurrences: mapped(same, (candidate) => ({ parts: [partOf(candidate)], name: candidate.name })),
      also: [],
      confidence: first.confidence,
      facts: first.role === 'id' ? { ...credentialFacts(first.value, path), ...regionFacts([first]) } : {},
      why: [loneReason(first)],
    } satisfies Detection
  })
}

/** An id always; a secret or a token only where its name or its own form leaves little doubt. */
const standsAlone = (candidate: Candidate): boolean => {
  if (candidate.role === 'id') return true
  if (candidate.role === 'token')
    return hasTokenHead(candidate.value) || (isSessionTokenName(candidate.name) && isOfAws(candidate))
  const { nameClass } = namedPart(candidate)
  return nameClass === 'own' || (nameClass === 'generic' && speaksOfAws(candidate))
}

/** Every web application has session tokens: the name alone says nothing. */
const isOfAws = (candidate: Candidate): boolean => /aws|amazon/.test(candidate.name) || speaksOfAws(candidate)

/** Beginnings of session tokens, base64 of fixed first bytes such as "origin_ec" and "er/aws" (aws.md, section 4). */
const hasTokenHead = (value: string): boolean =>
  /^(?:IQoJb3JpZ2lu|AgoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz|FQoDYXdz|AQoDYXdz)/.test(value)

const loneReason = ({ role, name }: Candidate): string => {
  switch (role) {
    case 'id':
      return 'an access key ID by its form; no secret stands near it'
    case 'secret':
      return 'random, and assigned to a name that AWS secrets have; no key ID stands near it'
    case 'token':
      return isSessionTokenName(name) ? 'assigned to a session token name' : 'begins as AWS session tokens do'
  }
}
