import { Buffer } from 'node:buffer'
import type { KernelAnchor } from '../kernel/index.js'
import type { Anchor, CompiledRule, RuleSet } from '../rules/index.js'
import { base64FormsOf, encodedFormsOf } from './encoded-forms.js'
import { type Run, runOf } from './runs.js'

/** How far around an anchor a rule's pattern runs: by bytes, and by lines where the rule counts them. */
export interface Reach {
  readonly rule: CompiledRule
  readonly bytes: number
  readonly lines: number | null
  /** What a window must hold to be one; null where none is asked. */
  readonly run: Run | null
}

/** Which anchors the kernel looks for, and which rules each of them wakes. Both arrays have one entry an anchor. */
export interface AnchorPlan {
  readonly anchors: readonly KernelAnchor[]
  readonly wakes: readonly (readonly Reach[])[]
  /** How many bytes around such an anchor encoded text is looked for; 0 for most. One entry an anchor. */
  readonly decodes: readonly number[]
}

/** Around the encoded form of an anchor: a file of credentials and more. */
export const ENCODED_REACH_BYTES = 8 * 1024
/** Around a word in plain text, whose value may be encoded. */
const PLAIN_REACH_BYTES = 1024

/** The longest reach of any rule: the context that a chunk must keep around a hit. */
export const MAX_REACH_BYTES = 16 * 1024

interface PlannedAnchor {
  readonly anchor: KernelAnchor
  readonly wakes: Reach[]
  decodes: number
}

/** @throws RangeError for a rule whose window is out of bounds or whose companion names a rule that is not there */
export const planAnchors = (rules: RuleSet): AnchorPlan => {
  const byKey = new Map<string, PlannedAnchor>()
  const entryOf = ({ caseInsensitive, literal }: Anchor): PlannedAnchor => {
    const key = `${caseInsensitive ? 'i' : 's'}${literal}`
    const anchor = { bytes: Buffer.from(literal, 'latin1'), caseInsensitive }
    const entry = byKey.get(key) ?? { anchor, wakes: [], decodes: 0 }
    byKey.set(key, entry)
    return entry
  }
  const wake = (anchor: Anchor, reach: Reach): void => {
    const { wakes } = entryOf(anchor)
    if (!wakes.some((known) => known.rule === reach.rule)) wakes.push(reach)
  }
  const byId = new Map(rules.rules.map((rule) => [rule.id, rule]))
  for (const rule of rules.rules) {
    for (const anchor of rule.encoded) {
      const isOwn = rule.anchors.some(({ literal }) => literal === anchor.literal)
      // A word in one case may stand everywhere as it is, and says little; a rule's own anchor says all.
      if (isOwn || anchor.caseInsensitive) entryOf(anchor).decodes = PLAIN_REACH_BYTES
      const forms = isOwn ? encodedFormsOf(anchor) : base64FormsOf(anchor)
      for (const form of forms) entryOf(form).decodes = ENCODED_REACH_BYTES
    }
    const run = rule.run === null ? null : runOf(rule.run, rule.entropy)
    for (const anchor of rule.anchors) wake(anchor, checked({ rule, bytes: rule.window, lines: null, run }))
    if (rule.companion === null) continue
    const { lines, bytes, near } = rule.companion
    const reach = checked({ rule, bytes, lines, run })
    for (const word of rule.companion.words) wake(word, checked({ rule, ...near, run }))
    for (const id of rule.companion.of) for (const anchor of byId.get(id)?.anchors ?? []) wake(anchor, reach)
  }
  const entries = [...byKey.values()]
  return {
    anchors: entries.map(({ anchor }) => anchor),
    wakes: entries.map(({ wakes }) => wakes),
    decodes: entries.map(({ decodes }) => decodes),
  }
}

const checked = (reach: Reach): Reach => {
  if (reach.bytes > MAX_REACH_BYTES || reach.bytes < 1)
    throw new RangeError(`rule ${reach.rule.id}: a window of ${reach.bytes} bytes is out of bounds`)
  return reach
}
