import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { type Detection, type MaskedLine, type Part, type PartRole, Secret } from '../../src/model/index.js'
import { type Content, heldContent } from '../../src/pipeline/content.js'
import { excerptOf } from '../../src/pipeline/excerpt.js'
import { locateParts } from '../../src/pipeline/located-parts.js'
import { accessKeyId, secretAccessKey, sessionToken } from '../support/credentials.js'

const id = accessKeyId('excerpt', 'ASIA')
const secret = secretAccessKey('excerpt')
const token = sessionToken('excerpt')
const SECRET = '<40 characters hidden>'
const TOKEN = '<360 characters hidden>'

const VALUES: Readonly<Record<PartRole, string>> = { id, secret, token }
const SECRETS = {
  id: new Secret(id, id),
  secret: new Secret(secret, SECRET),
  token: new Secret(token, TOKEN),
}

const excerptIn = async (
  content: Content,
  parts: readonly [Part, ...Part[]],
): Promise<readonly MaskedLine[]> => {
  const [first] = parts
  const detection: Detection = {
    ruleId: 'aws-access-key',
    values: VALUES,
    primary: first.role,
    occurrences: [{ parts, name: '' }],
    also: [],
    confidence: 'high',
    facts: {},
    why: [],
  }
  const locate = await locateParts(content, [detection])
  return excerptOf(content, parts.map(locate), SECRETS)
}

/** With the parts of these roles, the primary one first, where they stand in the text. */
const excerpt = (
  text: string,
  ...roles: readonly [PartRole, ...PartRole[]]
): Promise<readonly MaskedLine[]> => {
  const bytes = Buffer.from(text)
  const partOf = (role: PartRole): Part => {
    const start = bytes.indexOf(VALUES[role])
    return { role, span: { start, end: start + VALUES[role].length } }
  }
  const [first, ...rest] = roles
  return excerptIn(heldContent(bytes, 'utf-8'), [partOf(first), ...rest.map(partOf)])
}

describe('an excerpt', () => {
  it('shows the line of each part in order, the primary part marked', async () => {
    const text = `[x]\r\nid = ${id}\r\npassword = hunter2\r\naws_session_token = ${token}\r\nsecret_key = ${secret}\r\n`
    expect(await excerpt(text, 'secret', 'id', 'token')).toEqual([
      { line: 2, text: `id = ${id}`, mark: null },
      { line: 4, text: `aws_session_token = ${TOKEN}`, mark: null },
      { line: 5, text: `secret_key = ${SECRET}`, mark: { start: 14, end: 36 } },
    ])
  })

  it('shows a line with several parts once', async () => {
    expect(await excerpt(`a, b\n${id},${secret},hunter2\n`, 'secret', 'id')).toEqual([
      { line: 2, text: `${id},${SECRET}<hidden>`, mark: { start: 22, end: 44 } },
    ])
  })

  it('marks an id that stands alone', async () => {
    expect(await excerpt(`key: ${id}`, 'id')).toEqual([
      { line: 1, text: `key: ${id}`, mark: { start: 6, end: 26 } },
    ])
  })

  it('counts characters, not bytes, and no byte order mark', async () => {
    expect(await excerpt(`\uFEFFkey = "😀é" ${secret} "é"`, 'secret')).toEqual([
      { line: 1, text: `key = <hidden> ${SECRET} <hidden>`, mark: { start: 16, end: 38 } },
    ])
  })

  it('shows of a long line no name that was cut', async () => {
    const [line] = await excerpt(`x = 1; ${' secret_key = hunter2'.repeat(5_000)} "${secret}"`, 'secret')
    expect(line?.text.trim()).toBe(`<hidden> "${SECRET}"`)
  })

  it('shows of a long line the surroundings of the primary part', async () => {
    const [line, ...others] = await excerpt(`${id}${' hunter2'.repeat(5_000)} ${secret}`, 'secret', 'id')
    expect(line).toEqual({ line: 1, text: `<hidden> ${SECRET}`, mark: { start: 10, end: 32 } })
    expect(others).toEqual([])
  })

  it('leaves out a part that lies far behind the primary one', async () => {
    expect(await excerpt(`key = ${secret}${' hunter2'.repeat(5_000)} ${id}`, 'secret', 'id')).toEqual([
      { line: 1, text: `key = ${SECRET} <hidden>`, mark: { start: 7, end: 29 } },
    ])
  })

  it('shows of a value over two lines the first', async () => {
    const text = `token = ${token.slice(0, 100)}\n  ${token.slice(100)} hunter2\n`
    const start = text.indexOf(token.slice(0, 100))
    const end = text.indexOf(' hunter2')
    const content = heldContent(Buffer.from(text), 'utf-8')
    expect(await excerptIn(content, [{ role: 'token', span: { start, end } }])).toEqual([
      { line: 1, text: `token = ${TOKEN}`, mark: { start: 9, end: 9 + TOKEN.length } },
    ])
  })

  it('of UTF-16 is that of its text', async () => {
    const content = heldContent(Buffer.from(`\x1a = "\xe9"\nkey = ${secret}\n`, 'latin1'), 'utf-16le')
    expect(await excerptIn(content, [{ role: 'secret', span: { start: 14, end: 54 } }])).toEqual([
      { line: 2, text: `key = ${SECRET}`, mark: { start: 7, end: 29 } },
    ])
  })
})
