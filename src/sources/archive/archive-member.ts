import type { Span } from '../../model/index.js'
import type { Refusal } from '../refusal.js'
import type { RandomBytes } from './random-bytes.js'
import type { Unpacking } from './unpacking.js'

/** A member of which the bytes can be had. */
export interface ArchiveMember {
  readonly class: 'member'
  readonly name: string
  /** Where its stored data lie in the archive's bytes. */
  readonly data: Span
  open(unpacking: Unpacking): OpenMember | Refusal | Promise<OpenMember | Refusal>
}

export interface OpenMember {
  readonly bytes: RandomBytes
  /** Why the bytes ended where they did, if not because that was all. Known once they were read to their end. */
  fault(): Refusal | null
  close(): void
}

/** What can't be read of an archive. @param name null for the archive itself */
export interface ClosedMember {
  readonly class: 'closed'
  readonly name: string | null
  readonly why: Refusal
}

export type ArchiveItem = ArchiveMember | ClosedMember

export const closed = (name: string | null, why: Refusal): ClosedMember => ({ class: 'closed', name, why })
