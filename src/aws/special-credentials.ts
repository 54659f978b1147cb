import type { Candidate, Detection, LinkContext } from '../model/index.js'
import { cloudFrontKeys } from './cloudfront-key.js'
import { presignedUrls } from './presigned-url.js'
import { sesPasswords } from './ses-password.js'

export interface SpecialCredentials {
  readonly detections: readonly Detection[]
  /** What access keys can be made of. */
  readonly rest: readonly Candidate[]
  /** Access key IDs that need not be told alone any more. */
  readonly toldIds: ReadonlySet<string>
}

/** Candidates of rules other than these are parts of access keys. */
const SPECIAL_RULES = ['aws-presigned-url', 'aws-ses-smtp-password', 'aws-cloudfront-private-key'] as const
type SpecialRule = (typeof SPECIAL_RULES)[number]

/**
 * The kinds of credentials that stand beside an access key ID, or hold one, and are no access keys: these first, so
 * that an id which is theirs is taken for nothing else. All candidates are sorted by span.
 */
export const specialCredentials = (
  candidates: readonly Candidate[],
  { path }: LinkContext,
): SpecialCredentials => {
  const of = (rule: SpecialRule): readonly Candidate[] => candidates.filter(({ ruleId }) => ruleId === rule)
  const parts = candidates.filter(({ ruleId }) => !SPECIAL_RULES.some((rule) => rule === ruleId))
  if (parts.length === candidates.length) return { detections: [], rest: parts, toldIds: new Set() }
  const urls = presignedUrls(of('aws-presigned-url'), parts)
  const left = parts.filter((part) => !urls.taken.has(part))
  const passwords = sesPasswords(of('aws-ses-smtp-password'), left, path)
  const keys = cloudFrontKeys(of('aws-cloudfront-private-key'), path)
  return {
    detections: [...urls.detections, ...passwords.detections, ...keys],
    rest: left.filter((part) => !passwords.taken.has(part)),
    toldIds: new Set(passwords.detections.flatMap(({ values }) => values.id ?? [])),
  }
}
