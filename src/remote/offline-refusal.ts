import { inspectAccessKeyId, type KeyInspection } from '../aws/index.js'
import { err, ok, type Result } from '../model/index.js'

/** Why IAM is not asked about an id. Decided offline. */
export type OfflineRefusal =
  | { readonly kind: 'not-an-access-key-id'; readonly inspection: KeyInspection }
  | { readonly kind: 'example' }
  | { readonly kind: 'canary'; readonly account: string }
  /** Ends by itself or with its role's sessions; IAM has no switch for it. */
  | { readonly kind: 'temporary' }
  | { readonly kind: 'service-credential' }

/** @param canaries `refused` unless the user wants their owners alarmed */
export const checkOffline = (
  id: string,
  canaries: 'refused' | 'allowed',
): Result<KeyInspection, OfflineRefusal> => {
  const inspection = inspectAccessKeyId(id)
  const { kind, accountId } = inspection
  if (inspection.defect !== null) return err({ kind: 'not-an-access-key-id', inspection })
  if (inspection.example) return err({ kind: 'example' })
  if (inspection.canary && accountId !== null && canaries === 'refused')
    return err({ kind: 'canary', account: accountId })
  switch (kind) {
    case 'long-term':
      return ok(inspection)
    case 'temporary':
      return err({ kind: 'temporary' })
    case 'service-bearer':
    case 'context-specific':
      return err({ kind: 'service-credential' })
    default:
      return err({ kind: 'not-an-access-key-id', inspection })
  }
}
