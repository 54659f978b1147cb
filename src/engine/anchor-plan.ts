import type { KernelAnchor } from '../kernel/index.js'
import type { Anchor, CompiledRule, RuleSet } from '../rules/index.js'
import { encodedAnchorsOf } from './encoded-anchors.js'

/** How far around an anchor a rule's pattern runs: by bytes, and by lines where the rule counts them. */
export interface Reach {
  readonly rule: CompiledRule
  readonly bytes: number
  readonly lines: number | null
}

/** Which anchors the kernel looks for, and which rules each of them wakes. Both arrays have one entry an anchor. */
export interface AnchorPlan {
  readonly anchors: readonly KernelAnchor[]
  readonly wakes: readonly (readonly Reach[])[]
  /** Those that stand in encoded text: they wake no rule, but have the text around them decoded. */
  readonly encoded: ReadonlySet<number>
}

/** The longest reach of any rule: the context that a chunk must keep around a hit. */
export const MAX_REACH_BYTES = 16 * 1024

/** @throws RangeError for a rule whose window is out of bounds or whose companion names a rule that is not there */
export const planAnchors = (rules: RuleSet): AnchorPlan => {
  const byKey = new Map<string, { anchor: KernelAnchor; wakes: Reach[] }>()
  const wake = (anchor: Anchor, reach: Reach): void => {
    const key = `${anchor.caseInsensitive ? 'i' : 's'}${anchor.literal}`
    const entry = byKey.get(key) ?? { anchor: kernelAnchorOf(anchor), wakes: [] }
    if (!entry.wakes.some((known) => known.rule === reach.rule)) entry.wakes.push(reach)
    byKey.set(key, entry)
  }
  const byId = new Map(rules.rules.map((rule) => [rule.id, rule]))
  for (const rule of rules.rules) {
    for (const anchor of rule.anchors) wake(anchor, checked({ rule, bytes: rule.window, lines: null }))
    if (rule.companion === null) continue
    const reach = checked({ rule, bytes: rule.companion.bytes, lines: rule.companion.lines })
    for (const word of rule.companion.words) wake(word, reach)
    for (const id of rule.companion.of) for (const anchor of byId.get(id)?.anchors ?? []) wake(anchor, reach)
  }
  const entries = [...byKey.values()]
  const encoded = new Set(rules.rules.flatMap((rule) => rule.encoded ?? []))
  const hidden = [...encoded].flatMap(encodedAnchorsOf)
  return {
    anchors: [...entries.map(({ anchor }) => anchor), ...hidden],
    wakes: [...entries.map(({ wakes }) => wakes), ...hidden.map(() => [])],
    encoded: new Set(hidden.map((_, index) => entries.length + index)),
  }
}

const checked = (reach: Reach): Reach => {
  if (reach.bytes > MAX_REACH_BYTES || reach.bytes < 1)
    throw new RangeError(`rule ${reach.rule.id}: a window of ${reach.bytes} bytes is out of bounds`)
  return reach
}

const kernelAnchorOf = (anchor: Anchor): KernelAnchor => ({
  bytes: Uint8Array.from(anchor.literal, (character) => character.charCodeAt(0)),
  caseInsensitive: anchor.caseInsensitive,
})
