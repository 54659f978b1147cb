import type { PartRole, RuleDescription, Strength } from '../model/index.js'

/**
 * A literal of three or more bytes that every true match of a rule contains. One character is one byte
 * (latin1). Where `caseInsensitive` is set, `literal` is ASCII lower case and matches any ASCII case.
 */
export interface Anchor {
  readonly literal: string
  readonly caseInsensitive: boolean
}

/** What a miss of a named offline check means for the match. */
export interface RuleCheck {
  readonly name: string
  readonly miss: 'drop' | 'lower' | 'ignore'
}

/**
 * Where matches of two rules overlap. `wins`: what other rules match inside of a match is a piece of it. `yields`: a
 * match inside of another rule's finding is that finding, told by the more special rule. `shares`: both are told.
 */
export type Overlap = 'wins' | 'yields' | 'shares'

/** A rule without an anchor of its own runs only around hits of other rules' anchors or of these words. */
export interface Companion {
  /** Ids of rules whose anchors open a window. */
  readonly of: readonly string[]
  /** Words that open a window, as anchors. */
  readonly words: readonly Anchor[]
  /** How far from the hit of another rule, whichever is nearer. */
  readonly lines: number
  readonly bytes: number
  /** How far from a word. */
  readonly near: { readonly lines: number; readonly bytes: number }
}

/**
 * A rule whose findings are made by a named linker: out of other rules' matches alone, or out of the rule's own matches
 * and what stands beside them. One credential of several parts.
 */
export interface Linked {
  readonly linker: string
  /** Rule ids of the parts that are not the rule's own matches. */
  readonly parts: Readonly<Partial<Record<PartRole, string>>>
}

/** An example text, generated; `span` is the primary part's range in it (bytes of its UTF-8 form), null for a clean one. */
export interface RuleExample {
  readonly text: string
  readonly span: { readonly start: number; readonly end: number } | null
}

/** One rule, ready for the engine. Plain data: it can be cloned, generated into a module and compared. */
export interface CompiledRule extends RuleDescription {
  readonly source: 'documented' | 'agreed' | 'observed'
  /** Empty for companion rules and rules of linked parts alone. */
  readonly anchors: readonly Anchor[]
  /**
   * Runs over latin1 text, so that indices are byte offsets. Holds the named group `secret`, the boundaries are
   * part of it, and it needs the flag `g` and `d` only. Null for rules of linked parts alone.
   */
  readonly pattern: string | null
  /**
   * Every match is an unbroken run of at least `length` of these characters and, where it is written without escapes, of
   * `longest` at most (null: any); null where none is declared.
   */
  readonly run: {
    readonly characters: string
    readonly length: number
    readonly longest: number | null
  } | null
  readonly role: PartRole
  readonly strength: Strength
  /** The constant beginning of the secret that a redaction may show; empty where there is none. */
  readonly prefix: string
  /** Least Shannon entropy, bits a character, of the secret without its prefix; null where none is asked. */
  readonly entropy: number | null
  readonly checks: readonly RuleCheck[]
  /** Named maker of the facts of a match; null where it says nothing of itself, or a linker states them. */
  readonly facts: string | null
  readonly overlap: Overlap
  readonly companion: Companion | null
  readonly linked: Linked | null
  /**
   * Words near which the rule is sought in encoded text as well: they themselves may be encoded, unless they may be of any
   * case. Empty for most rules.
   */
  readonly encoded: readonly Anchor[]
  /** Bytes of context to either side of an anchor that the pattern may need; bounded, 4,096 unless the rule asks. */
  readonly window: number
}

export interface RuleSet {
  readonly rules: readonly CompiledRule[]
}
