import type { Detection, Finding } from '../model/index.js'
import { fingerprintOf, ordinalKey } from '../policy/index.js'
import type { RuleOf } from './blob-findings.js'
import { strengthOf } from './own-secrets/told.js'

/** Numbers the findings of one blob that are equal but for their place. */
export class BlobFingerprints {
  readonly #ruleOf: RuleOf
  readonly #ordinals = new Map<string, number>()

  constructor(ruleOf: RuleOf) {
    this.#ruleOf = ruleOf
  }

  next(detection: Detection, values: Finding['values']): string {
    const { ruleId, occurrences } = detection
    // A session token changes with every session and may be missing: it does not identify the credential.
    const secrets = [values.id, values.secret, ...(values.id || values.secret ? [] : [values.token])].filter(
      (secret) => secret !== undefined,
    )
    const parts = {
      ruleId,
      name: occurrences[0].name,
      secrets,
      strength: strengthOf(detection, this.#ruleOf(ruleId)),
    }
    const key = ordinalKey(parts)
    const ordinal = this.#ordinals.get(key) ?? 0
    this.#ordinals.set(key, ordinal + 1)
    return fingerprintOf({ ...parts, ordinal })
  }
}
