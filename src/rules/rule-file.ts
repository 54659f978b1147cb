import type { Confidence, PartRole, Severity, Strength } from '../model/index.js'

/** An anchor as it is written: as it stands, or in any ASCII case. */
export type WrittenAnchor = string | { readonly 'any-case': string }

/** A check as it is written: its name, and what a miss means. One key. */
export type WrittenCheck = Readonly<Record<string, 'drop' | 'lower' | 'ignore'>>

/** One rule of a rule file, as `rule-file-schema.ts` allows it. Words are explained there. */
export interface WrittenRule {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly source: 'documented' | 'agreed' | 'observed'
  readonly severity: Exclude<Severity, 'critical'>
  readonly confidence: Confidence
  readonly role?: PartRole
  readonly strength?: Strength
  readonly anchors?: readonly WrittenAnchor[]
  readonly boundary?: string
  readonly pattern?: string
  readonly run?: number
  readonly longest?: number
  readonly prefix?: string
  readonly entropy?: number
  readonly checks?: readonly WrittenCheck[]
  readonly facts?: string
  readonly overlap?: 'wins' | 'yields'
  readonly window?: number
  readonly companion?: {
    readonly of?: readonly string[]
    readonly words?: readonly WrittenAnchor[]
    readonly lines: number
    readonly bytes: number
    readonly near?: { readonly lines: number; readonly bytes: number }
  }
  readonly linked?: {
    readonly linker: string
    readonly parts: Readonly<Partial<Record<PartRole, string>>>
  }
  readonly encoded?: readonly WrittenAnchor[]
  readonly docs?: string
  readonly remedy: string
  readonly examples: { readonly match: readonly string[]; readonly clean: readonly string[] }
}

/** One provider's rules. */
export interface RuleFile {
  readonly provider: string
  readonly docs: string
  readonly rules: readonly WrittenRule[]
}

/** What is wrong with a rule file, and where. */
export interface RuleFault {
  /** As it was given. */
  readonly file: string
  /** 1-based; 1:1 where the fault has no place of its own. */
  readonly line: number
  readonly column: number
  /** One plain sentence. */
  readonly problem: string
}

/** Where a value stands in a rule file, by its path (`['rules', 0, 'pattern']`). */
export type PlaceOf = (path: readonly (string | number)[]) => Pick<RuleFault, 'file' | 'line' | 'column'>

/** A rule file that keeps to the schema, and the way back to its text. */
export interface ReadRuleFile {
  readonly content: RuleFile
  readonly placeOf: PlaceOf
}
