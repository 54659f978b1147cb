import type { Facts, PartRole } from './finding.js'
import type { OwnSource } from './own-secret.js'
import type { Confidence } from './severity.js'
import type { Span } from './span.js'

/** Where something stands among other candidates of the same blob: only differences mean something. */
export interface BlobPlace {
  readonly line: number
  /** Counts section heads: `[name]` alone on a line, and YAML's `---`. */
  readonly section: number
  /** Counts lines of nothing but closing brackets. */
  readonly closing: number
}

/** A rule's match that was judged worth keeping, before it is linked into a credential. Lives inside one scan of one blob. */
export interface Candidate {
  readonly ruleId: string
  readonly role: PartRole
  /** The plain value, escapes of its syntax undone. */
  readonly value: string
  readonly span: Span
  /** Name the value is assigned to, lower case without `_`, `-`, `.`; empty where there is none. */
  readonly name: string
  readonly place: BlobPlace
  readonly confidence: Confidence
  /** latin1 text around the value, and the value's place in it (UTF-16 indices, half-open). */
  readonly around: { readonly text: string; readonly start: number; readonly end: number }
}

export interface Part {
  readonly role: PartRole
  readonly span: Span
}

/** One place at which a credential stands: the primary part first. */
export interface Occurrence {
  readonly parts: readonly [Part, ...Part[]]
  /** Name of the primary part. */
  readonly name: string
}

/** A value that may be the secret of an id that another one was taken for. */
export interface Alternative {
  readonly value: string
  readonly part: Part
}

/** A credential found in one blob, before lines, policy and verdict. Values are plain: it never leaves `pipeline/`. */
export interface Detection {
  readonly ruleId: string
  readonly values: Readonly<Partial<Record<PartRole, string>>>
  readonly primary: PartRole
  /** In byte order; the same credential at several places of a blob is one detection. */
  readonly occurrences: readonly [Occurrence, ...Occurrence[]]
  /** Single parts of this credential that stand elsewhere in the blob. */
  readonly also: readonly Part[]
  /** Of a pair: further secrets near its id, likeliest first. None if absent. */
  readonly alternatives?: readonly Alternative[]
  readonly confidence: Confidence
  readonly facts: Facts
  /** Short phrases, most telling first. */
  readonly why: readonly string[]
  /** Where the person keeps this credential, where it is known to be an own one. */
  readonly own?: OwnSource
}

/** What a linker may know of a blob beside the candidates. */
export interface LinkContext {
  /** As `Blob.path`. */
  readonly path: string
}

/** Makes credentials out of the candidates of the rules it is named for; sorted by span, none lost without a reason. */
export type Linker = (candidates: readonly Candidate[], context: LinkContext) => readonly Detection[]

/**
 * What an offline check says of a value: `pass`; `miss` (the rule says what that means);
 * `example` (a documented example: counted, never a finding).
 */
export type CheckVerdict = 'pass' | 'miss' | 'example'
export type Check = (value: string) => CheckVerdict

/**
 * What a value says of itself without a network, or the text around it: a public part (account, region), a date. Never
 * any of what is secret in it. Hostile input is to be expected; what can't be read soundly is left out.
 */
export type FactMaker = (value: string, around: Candidate['around']) => Facts
