import type { Candidate } from '../model/index.js'
import { nameSaidOf } from './name-beside.js'
import { classifySecretName, type SecretNameClass, stemOf } from './part-name.js'

/** A candidate with what its name says, as pairing wants it. */
export interface NamedPart {
  readonly candidate: Candidate
  readonly stem: string
  /** Of secrets; `none` for other roles. */
  readonly nameClass: SecretNameClass
}

export const namedPart = (candidate: Candidate): NamedPart => {
  const name = nameSaidOf(candidate)
  return {
    candidate,
    stem: stemOf(candidate.role, name),
    nameClass: candidate.role === 'secret' ? classifySecretName(name) : 'none',
  }
}

/** A pair may lie so far apart where neither format nor names say more. */
export const PAIR_LINES = 10
export const PAIR_BYTES = 4096

/** Bytes between the two, whichever comes first; 0 where they touch. */
export const gapOf = (a: Candidate, b: Candidate): number =>
  Math.max(0, Math.max(a.span.start, b.span.start) - Math.min(a.span.end, b.span.end))

export const isNear = (a: Candidate, b: Candidate): boolean =>
  Math.abs(a.place.line - b.place.line) <= PAIR_LINES && gapOf(a, b) <= PAIR_BYTES

/** Names of regions (botocore's partitions.json): nobody else names places so. */
const REGION =
  /(?:^|[^a-z0-9-])(?:us|eu|ap|sa|ca|me|af|il|mx|cn)(?:-gov)?-(?:north|south|east|west|central){1,2}-[1-9](?:[^0-9-]|[a-f](?![a-z0-9])|$)/m
/** Longer than an id and a secret, escapes and all. */
const LONGEST_PART = 512

/** Those of a list sorted by place that are near, in order; however long the list, few of it are looked at. */
export const partsNear = (candidate: Candidate, sorted: readonly Candidate[]): readonly Candidate[] => {
  const { start, end } = candidate.span
  const near: Candidate[] = []
  for (let i = firstFrom(sorted, start - PAIR_BYTES - LONGEST_PART); i < sorted.length; i++) {
    const part = sorted[i] as Candidate
    if (part.span.start > end + PAIR_BYTES) break
    if (isNear(part, candidate)) near.push(part)
  }
  return near
}

const firstFrom = (sorted: readonly Candidate[], start: number): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as Candidate).span.start < start) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether the words around a value speak of AWS: what makes `secret_key = …` an AWS secret. */
export const speaksOfAws = ({ around }: Candidate): boolean =>
  REGION.test(around.text.slice(Math.max(0, around.start - 512), around.end + 512)) ||
  /(?:^|[^a-z])(?:aws|amazon(?:aws)?|amzn|boto3?|s3[an]?|sqs|dynamodb|cloudfront|kinesis)(?:[^a-z]|$)|aws_|aws-|AWS[A-Z_]|Aws[A-Z]/im.test(
    around.text.slice(Math.max(0, around.start - 2048), around.start),
  ) ||
  /(?:^|[^a-z])(?:aws|amazonaws|s3[an]?)(?:[^a-z]|$)/im.test(around.text.slice(around.end, around.end + 512))

/** In `ID:SECRET` and `bucket:ID:SECRET` the id is a neighbour, not a name. */
export const withoutIdAsName = (candidate: Candidate): Candidate =>
  /a(?:kia|sia|bia|cca)[a-z2-7]{16}$/.test(candidate.name) ? { ...candidate, name: '' } : candidate
