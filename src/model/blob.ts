import type { Origin } from './origin.js'
import type { Span } from './span.js'

/**
 * How a reader gets at the bytes. `file.path` is absolute; `git.oid` is a full object id (40 or 64 hex digits) of a file,
 * with `^{commit}` or `^{tag}` of a commit or annotated tag, whose message is read with its header; `bytes` carries them itself (stdin, the library's `scanText`).
 */
export type Locator =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'git'; readonly oid: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }

/** A reference to content, never the content: cloneable between threads. */
export interface Blob {
  /** What reports show: relative to the scan's root, `/` between the parts. Not unique, not necessarily valid Unicode. */
  readonly path: string
  readonly origin: Origin
  /** Size in bytes where the source knows it without asking again. */
  readonly size?: number
  /** As the locator names it, or of a member the outermost file that it lies in. */
  readonly locator: Locator
  /** Set where the content is a member of an archive: its bytes come from whoever opened that, and not from the locator. */
  readonly member?: Membership
}

/** Which member of which archive; archives lie in each other. */
export interface Membership {
  /** Names from the outermost archive inwards, of whatever characters: they are shown and never used as paths. */
  readonly container: readonly [string, ...string[]]
  /** Where the outermost archive keeps the outermost member, in the bytes of the outermost file. */
  readonly stored: Span
}

/** What content is called at its place, which says something of what it means: a member's own name, or the path. */
export const nameOfContent = ({ path, member }: Blob): string => member?.container.at(-1) ?? path

/** The file that content lies in, which a reader can read. */
export const outermostOf = ({ member: _, ...blob }: Blob): Blob => blob

/** As findings and what was not read name it. */
export const containerOf = ({ member }: Blob): { readonly container?: readonly string[] } =>
  member === undefined ? {} : { container: member.container }

/** Why something that should have been read was not. The exit code says so (3). */
export type UnreadReason =
  | 'permission'
  | 'vanished'
  | 'io-error'
  | 'object-missing'
  /** A part of the history is not here; `path` names where it ends, `detail` how to get it. */
  | 'commits-missing'
  | 'time-budget'
  /** Standard input beyond what is held in memory. */
  | 'too-much-input'
  /** More stands in one blob than is kept. */
  | 'too-many-findings'
  /** More encoded text than is decoded. */
  | 'too-much-encoded'
  /** What follows the damage, or the whole archive. */
  | 'damaged-archive'
  | 'encrypted-member'
  | 'unknown-compression'
  /** An archive unpacks to more than it may: too many bytes or members, too deep in each other. */
  | 'archive-limit'
  /** A report's finding whose place can't be looked at again. */
  | 'not-recoverable'
  /** A credential that was left out because asking about it came to nothing. */
  | 'not-verified'
  | 'internal-error'

/** Why something was left out on purpose. No exit code. */
export type SkipReason =
  | 'binary'
  | 'symlink'
  | 'symlink-loop'
  | 'symlink-outside'
  | 'fifo'
  | 'socket'
  | 'device'
  | 'submodule'
  | 'lfs-pointer'
  | 'excluded'
  | 'too-large'

export interface Unread {
  readonly class: 'unread'
  readonly path: string
  /** Where it is a member of an archive: as `Membership.container`. */
  readonly container?: readonly string[]
  readonly reason: UnreadReason
  /** The system's own code or one plain sentence; no scanned content. */
  readonly detail: string
}

export interface Skipped {
  readonly class: 'skipped'
  readonly path: string
  /** As of an `Unread`. */
  readonly container?: readonly string[]
  readonly reason: SkipReason
}

/** What a source yields: a reference to scan, or the reason why there is none. */
export type SourceItem = { readonly class: 'blob'; readonly blob: Blob } | Unread | Skipped

/**
 * Fills `into` from its beginning with the blob's bytes that start at `at` (0-based), and returns how many bytes
 * it wrote: fewer than `into.length` only where the blob ends, 0 at its end. What goes wrong is a value, so that
 * one file never ends a scan.
 */
export interface Reader {
  read(blob: Blob, into: Uint8Array, at: number): ReadOutcome | Promise<ReadOutcome>
  /**
   * These will be read next, in this order, instead of what was expected before: a reader may prepare them. Others may
   * come in between, and some never, which only costs time.
   */
  expect?(blobs: readonly Blob[]): void
  /** Ends what the reader holds open (a git process). Safe to call twice. */
  close(): Promise<void>
}

export type ReadOutcome = number | Unread | Skipped
