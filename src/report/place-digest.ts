import type { Finding } from '../model/index.js'
import { sha256 } from './sha256.js'

/**
 * What keeps two places of the same secret apart: a fingerprint alone is the same in every file, and GitLab shows only the
 * first of what has one id. Made of what a report shows anyway, so it tells nothing of the secret.
 * @returns 32 hex digits, the same for the same place in every run
 */
export const placeDigest = ({ fingerprint, path, container, origin }: Finding): string =>
  sha256(JSON.stringify([fingerprint, path, container, origin.commit]), 'hex').slice(0, 32)
