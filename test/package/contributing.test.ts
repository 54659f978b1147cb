import { expect, it } from 'vitest'
import { createEngine } from '../../src/engine/index.js'
import { createTwin } from '../../src/kernel/index.js'
import { compileRules, examplesOf, readRuleFile } from '../../src/rules/authoring.js'
import { textOf } from '../architecture/source-files.js'

it('the rule that CONTRIBUTING shows compiles, and its examples hold', () => {
  const [, text = ''] = /```yaml\n([\s\S]*?)```/.exec(textOf('CONTRIBUTING.md')) ?? []
  const read = readRuleFile(text, 'CONTRIBUTING.md')
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const rules = compileRules([read.value])
  const examples = examplesOf(read.value)
  if (!rules.ok || !examples.ok) throw new Error(JSON.stringify([rules, examples]))
  const engine = createEngine({
    rules: rules.value,
    checks: {},
    facts: {},
    linkers: {},
    kernel: createTwin,
    memoryBytes: 1 << 16,
  })
  for (const example of examples.value) {
    const { written } = new TextEncoder().encodeInto(example.text, engine.memory)
    const scan = engine.begin({ path: 'example' })
    scan.chunk(written, 0, 'only')
    const spans = scan.finish().detections.map(({ occurrences: [{ parts }] }) => parts[0].span)
    expect({ [example.text]: spans }).toEqual({ [example.text]: example.span === null ? [] : [example.span] })
  }
})
