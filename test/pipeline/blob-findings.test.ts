import { describe, expect, it } from 'vitest'
import { FORMATS, render, type ScanResult, scanText } from '../../src/index.js'
import { renderJson } from '../../src/report/json.js'
import { accessKeyId, secretAccessKey } from '../support/credentials.js'
import { renderOptions } from '../support/findings.js'

const id = accessKeyId('blob')
const other = accessKeyId('other')
const secret = secretAccessKey('blob')

describe('an allow marker in the middle of a line', () => {
  const tail = `*/ aws_secret_access_key="${secret}"; db="hunter2ZQX"`

  it.each([
    ['that closes', `id="${id}" /* keysieve:allow aws-access-key -- test ${tail}`, 'test'],
    ['that does not', `id="${id}" # keysieve:allow aws-access-key -- test k="${secret}"`, 'test k= <hidden>'],
  ])('%s shows nothing of the code behind it', async (_situation, text, reason) => {
    const { suppressed } = await scanText(text)
    expect(suppressed.map((finding) => finding.suppressed?.reason)).toEqual([reason])
    expect(JSON.stringify(suppressed)).not.toContain(secret.slice(0, 6))
    expect(JSON.stringify(suppressed)).not.toContain('hunter2')
  })
})

describe('an id alone in our own report', () => {
  const idsOf = ({ findings }: ScanResult): readonly string[] => findings.map(({ redacted }) => redacted)
  const result = scanText(`key = ${id}\n\nlog ${id} and ${other}\n`, { path: 'a.txt' })

  /** All that show ids but those that are for a terminal or a log and are kept in no file. */
  const kept = FORMATS.filter((format) => format !== 'text' && format !== 'github')

  it.each(kept)('as %s is not reported again', async (format) => {
    expect(idsOf(await result)).toEqual([id, other])
    const report = [...render(await result, format, renderOptions())].join('')
    expect(report).toContain(id)
    expect(idsOf(await scanText(report))).toEqual([])
  })

  it.each([
    ['json', (text: string) => `${text}\nkey = ${accessKeyId('hidden')}`],
    [
      'json, under another key',
      (text: string) => text.replace('"unread"', `"x": "${accessKeyId('hidden')}", "unread"`),
    ],
    [
      'json, beside other text',
      (text: string) => text.replace('"redacted": "', `"redacted": "${accessKeyId('hidden')} `),
    ],
  ])('is reported where a report puts none: %s', async (_situation, change) => {
    const report = [...renderJson(await result)].join('')
    expect(idsOf(await scanText(change(report)))).toContain(accessKeyId('hidden'))
  })

  it.each(kept.filter((format) => format !== 'json' && format !== 'jsonl'))(
    'is reported on a line of its own behind a report as %s',
    async (format) => {
      const hidden = accessKeyId('hidden')
      const report = [...render(await result, format, renderOptions())].join('')
      expect(idsOf(await scanText(`${report}key = ${hidden}\n`))).toEqual([hidden])
    },
  )

  it('is reported on a line of its own behind one of jsonl', async () => {
    expect(idsOf(await scanText(`{"schema":"keysieve/v1"}\n{"accessKeyId":"${id}"}\n`))).toEqual([id])
  })

  it('is reported with its secret', async () => {
    const text = `{"schema":"keysieve/v1","accessKeyId":"${id}","secretAccessKey":"${secret}"}`
    expect((await scanText(text)).findings.map(({ ruleId }) => ruleId)).toEqual(['aws-access-key'])
  })
})

describe('many findings', () => {
  it('on one line are all told', async () => {
    const ids = Array.from({ length: 8_000 }, (_, at) => accessKeyId(`many/${at}`))
    const { findings } = await scanText(ids.join(' '))
    expect(findings.length).toBeGreaterThan(7_900)
    expect(findings.map(({ excerpt }) => excerpt.length)).toEqual(
      findings.map((_, index) => (index < 1_000 ? 1 : 0)),
    )
    expect(findings.every(({ lineHash }) => lineHash === findings[0]?.lineHash)).toBe(true)
    const longest = Math.max(...findings.map(({ excerpt }) => excerpt[0]?.text.length ?? 0))
    expect(longest).toBeLessThan(600)
  }, 20_000)

  it('of one credential name a hundred places and count the others', async () => {
    const { findings } = await scanText(`${id}\n`.repeat(5_000))
    expect(findings).toHaveLength(1)
    expect(findings[0]?.related).toHaveLength(100)
    expect(findings[0]?.related.at(-1)?.startLine).toBe(101)
    expect(findings[0]?.why.at(-1)).toBe('and 4899 more places')
  })
})
