import { describe, expect, it } from 'vitest'
import { webshop } from '../../fixtures/webshop.mjs'
import { emptyFolder, keysieve } from './keysieve.js'
import { reported, writeFiles } from './project.js'

const sample = (): string => {
  const folder = emptyFolder()
  writeFiles(folder, Object.fromEntries(webshop().map(({ path, bytes }) => [path, bytes])))
  return folder
}

const expected = webshop().flatMap((file) => file.expected)

describe('the sample project', () => {
  it('is found to hold exactly what was planted, at its places', async () => {
    const { code, out, err } = await keysieve(['scan', '--format', 'jsonl'], { cwd: sample() })
    expect({ code, err }).toEqual({ code: 1, err: '' })
    const found = reported(out).map(({ facts, ...finding }) => ({
      path: finding.path,
      ruleId: finding.ruleId,
      severity: finding.severity,
      startLine: finding.startLine,
      startColumn: finding.startColumn,
      endLine: finding.endLine,
      endColumn: finding.endColumn,
      accessKeyId: facts.accessKeyId ?? null,
    }))
    const byPlace = (a: { path: string; startLine: number }, b: typeof a): number =>
      a.path < b.path ? -1 : a.path > b.path ? 1 : a.startLine - b.startLine
    expect(found).toEqual([...expected].sort(byPlace))
  })

  it('has the same fingerprints each time, and none twice', async () => {
    const cwd = sample()
    const fingerprints = async () =>
      reported((await keysieve(['scan', '.', '--format', 'jsonl'], { cwd })).out).map(
        (one) => one.fingerprint,
      )
    const first = await fingerprints()
    expect(await fingerprints()).toEqual(first)
    expect(new Set(first).size).toBe(expected.length)
  })

  it('is told in text with its counts and next steps, and no secret', async () => {
    const { out } = await keysieve(['scan', '.'], { cwd: sample() })
    expect(out).toContain('16 findings (1 critical, 13 high, 2 medium)')
    expect(out).toContain('keysieve explain aws-access-key')
    for (const { bytes } of webshop()) {
      const planted = String(bytes).match(/(?<![\w+/])[\w+/]{40}(?![\w+/=])/g) ?? []
      for (const value of planted) if (!/example/i.test(value)) expect(out).not.toContain(value)
    }
  })
})
