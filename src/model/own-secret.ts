import type { Strength } from './secret.js'

/** A credential that the person keeps on this machine. Its value lives in memory only, and is never told. */
export interface OwnSecret {
  readonly value: string
  readonly source: OwnSource
}

/** What may be known of where an own credential is kept: nothing of its value. */
export interface OwnSource {
  /** `~/.aws/credentials profile prod`, `environment variable X`, `api/.env NAME`: names in it are as they were met. */
  readonly words: string
  /** Every file it is kept in, absolute and real: there it stands where it belongs. */
  readonly files: readonly string[]
  readonly strength: Strength
}
