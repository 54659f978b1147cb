import type { CompiledRule } from '../../src/rules/index.js'

/** A rule that finds nothing by itself, with what a test sets. */
export const ruleOf = (parts: Partial<CompiledRule> & Pick<CompiledRule, 'id'>): CompiledRule => ({
  provider: 'Test',
  name: parts.id,
  description: '',
  remedy: '',
  docs: 'https://example.com',
  severity: 'high',
  confidence: 'high',
  source: 'documented',
  anchors: [],
  pattern: null,
  run: null,
  role: 'secret',
  strength: 'strong',
  prefix: '',
  entropy: null,
  checks: [],
  facts: null,
  overlap: 'shares',
  companion: null,
  linked: null,
  encoded: [],
  window: 4096,
  ...parts,
})
