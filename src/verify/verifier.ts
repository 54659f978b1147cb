import type { Secret, Verification } from '../model/index.js'

/** What one call to AWS is signed with. */
export interface AwsCredential {
  readonly accessKeyId: string
  readonly secretAccessKey: Secret
  /** Temporary credentials (ASIA) only; ignored for long-term ones, which never have one. */
  readonly sessionToken: Secret | null
  /** A region or partition that is named near it: it decides who is asked first. None if absent. */
  readonly regionHint?: string | null
}

/** Asks a provider what it says of a credential. One implementation for each service. */
export interface Verifier {
  /**
   * Never rejects: what goes wrong is a status with its reason.
   * @param signal ends the question from outside (budget, interrupt): the answer is then unknown, reason `budget`
   */
  verify(credential: AwsCredential, signal?: AbortSignal): Promise<Verification>
  /** Ends open connections. Safe to call twice. */
  close(): void
}
