import type { Secret } from '../model/index.js'

/** Whose credentials act. One or the other, never both, and neither ever stands in for the other. */
export type Operator =
  /** The user's own: as the SDK finds them (environment, ~/.aws, the machine's role). Null: no profile was named. */
  | { readonly kind: 'own'; readonly profile: string | null }
  /** The leaked long-term key itself. */
  | { readonly kind: 'leaked'; readonly accessKeyId: string; readonly secretAccessKey: Secret }
