import type { Kernel, KernelAnchor } from '../kernel/index.js'
import type { LinkContext } from '../model/index.js'
import type { RuleSet } from '../rules/index.js'
import { planAnchors } from './anchor-plan.js'
import { BlobScan, type BlobScanParts } from './blob-scan.js'
import { createHiddenText } from './hidden-text.js'
import { type Checks, requireChecks } from './judge.js'
import { type FactMakers, type Linkers, planLinks } from './link.js'
import { compilePatterns } from './match.js'

export interface EngineParts {
  readonly rules: RuleSet
  readonly checks: Checks
  readonly facts: FactMakers
  readonly linkers: Linkers
  /** Makes a kernel for these anchors and so many bytes: the engine does not know which one it is. */
  readonly kernel: (anchors: readonly KernelAnchor[], bytes: number) => Kernel
  /** The largest chunk that is scanned at once. */
  readonly memoryBytes: number
}

/** Finds credentials in bytes. Pure: it knows no file, no git, no clock. One scan at a time. */
export interface Engine {
  /** Where the caller puts content, chunk by chunk; also the largest chunk. */
  readonly memory: Uint8Array
  begin(context: LinkContext): BlobScan
  /** How many scans were begun: whoever looks at `memory` later can tell that it is no longer what it was. */
  readonly begun: () => number
}

/** @throws RangeError or SyntaxError for rules that can't be run; each names the rule */
export const createEngine = ({ rules, checks, facts, linkers, kernel, memoryBytes }: EngineParts): Engine => {
  const plan = planAnchors(rules)
  const patterns = compilePatterns(rules.rules)
  const parts: BlobScanParts = {
    kernel: kernel(plan.anchors, memoryBytes),
    plan,
    patterns,
    hidden: createHiddenText({ plan, patterns, kernel: (bytes) => kernel(plan.anchors, bytes) }),
    checks: requireChecks(rules.rules, checks),
    links: planLinks(rules, linkers, facts),
  }
  let begun = 0
  return {
    memory: parts.kernel.memory,
    begin: (context) => {
      begun++
      return new BlobScan(parts, context)
    },
    begun: () => begun,
  }
}
