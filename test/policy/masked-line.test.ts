import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskLine, type OwnPart } from '../../src/policy/masked-line.js'
import { accessKeyId, draw, secretAccessKey } from '../support/credentials.js'

const id = accessKeyId('masked')
const secret = secretAccessKey('masked')
const SHOWN = '<40 characters hidden>'

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The line as it is shown, where the secret (if it stands there) is the finding's own part. */
const shown = (text: string): string => maskLine({ text, begins: 'at-start', own: ownIn(text) }).text

const ownIn = (text: string): readonly OwnPart[] => {
  const start = text.indexOf(secret)
  return start < 0 ? [] : [{ start, end: start + secret.length, shown: SHOWN, emphasis: 'marked' }]
}

describe('a line with a finding shows the name and the redacted form', () => {
  it.each([
    ['an environment file', `AWS_SECRET_ACCESS_KEY=${secret}`, `AWS_SECRET_ACCESS_KEY=${SHOWN}`],
    ['an INI file', `aws_secret_access_key = ${secret}`, `aws_secret_access_key = ${SHOWN}`],
    ['JSON', `  "secretAccessKey": "${secret}",`, `  "secretAccessKey": "${SHOWN}",`],
    ['a byte order mark', `\uFEFFsecret_key: ${secret}`, `\uFEFFsecret_key: ${SHOWN}`],
    [
      'JSON on one line',
      `{"AccessKeyId":"${id}","SecretAccessKey":"${secret}"}`,
      `{"AccessKeyId":"${id}","SecretAccessKey":"${SHOWN}"}`,
    ],
    ['JSON without quotes', `{"id":1,"secretKey":${secret}}`, `{"id":<hidden>"secretKey":${SHOWN}}`],
    ['a record whose second cell is a word', `bob:password:${secret}`, `bob:<hidden>${SHOWN}`],
    ['properties', `fs.s3a.secret.key=${secret}`, `fs.s3a.secret.key=${SHOWN}`],
    ['a Dockerfile', `ENV AWS_SECRET_ACCESS_KEY ${secret}`, `ENV AWS_SECRET_ACCESS_KEY ${SHOWN}`],
    ['a Dockerfile with =', `ENV AWS_SECRET_ACCESS_KEY=${secret}`, `ENV AWS_SECRET_ACCESS_KEY=${SHOWN}`],
    ['a Ruby symbol', `:secret_access_key => "${secret}"`, `:secret_access_key => "${SHOWN}"`],
    ['a name with a digit', `const key1 = "${secret}"`, `const key1 = "${SHOWN}"`],
    ['a service with a digit', `s3_key: ${secret}`, `s3_key: ${SHOWN}`],
    ['XML', `<SecretAccessKey>${secret}</SecretAccessKey>`, `<SecretAccessKey>${SHOWN}<hidden>`],
    ['a CSV file', `${id},${secret}`, `${id},${SHOWN}`],
    ['a call', `new Client("${id}", "${secret}")`, `<hidden>${id}", "${SHOWN}")`],
    [
      'a shell',
      `docker run -e AWS_SECRET_ACCESS_KEY=${secret} app`,
      `<hidden> AWS_SECRET_ACCESS_KEY=${SHOWN} <hidden>`,
    ],
    [
      'a comment behind it',
      `key = ("${id}", "${secret}")  # old, hunter2`,
      `key = ("${id}", "${SHOWN}")  <hidden>`,
    ],
    ['a URL', `s3://${id}:${secret}@bucket`, `s3:<hidden>${id}:${SHOWN}<hidden>`],
  ])('%s', (_situation, text, expected) => expect(shown(text)).toBe(expected))
})

describe('a line without a part of a finding keeps', () => {
  it.each([
    ['a name', 'password = hunter2', 'password = <hidden>'],
    ['the first name only', 'user=bob password=hunter2', 'user=<hidden>'],
    ['a quoted name', '"db.password": "hunter2"', '"db.password": <hidden>'],
    ['a tag', '<password>hunter2</password>', '<password><hidden>'],
    ['a scheme', 'postgres://root:hunter2@host/db', 'postgres:<hidden>'],
    ['an arrow', "'pin' => 483920,", "'pin' => <hidden>"],
    ['a walrus', 'pin := 483920', 'pin := <hidden>'],
    ['a name with nothing behind it', 'credentials:', 'credentials:'],
    ['punctuation', '  });', '  });'],
    ['nothing', '', ''],
    ['an id', `old key ${id} of bob`, `<hidden> ${id} <hidden>`],
  ])('%s', (_situation, text, expected) => expect(shown(text)).toBe(expected))
})

describe('a line without an operator of its own hides', () => {
  it.each([
    ['CSV cells', 'bob,hunter2,483920'],
    ['words of a comment', '# bob says hunter2'],
    ['netrc', 'machine example.com login bob password hunter2'],
    ['a flag', 'mysql --password hunter2'],
    ['the end of wrapped base64', 'kJHgfdSAqwe='],
    ['the end of wrapped base64 in quotes', 'kJHgfdSAqwe=";'],
    ['a name that is a number', '483920: 1'],
    ['an id that is longer than one', `${id}A`],
    ['an id behind a letter', `x${id}`],
    ['an id behind base64', `+${id}`],
    ['an id before base64', `${id}+`],
    ['other operators', 'hunter2：483920'],
    ['letters beyond ASCII', 'Пароль хантер'],
  ])('%s', (_situation, text) => expect(shown(text)).toBe('<hidden>'))
})

describe('a password at the beginning of a line with an id is hidden', () => {
  it.each([
    ['quoted', `"Tr0ub4dor": "${id}"`],
    ['quoted, of letters only', `'hunter': "${id}"`],
    ['in brackets', `[hunter] = ${id}`],
    ['with a digit', `Zq7kLm2w:${id}`],
    ['in mixed case', `xKqWvZpL:${id}`],
    ['as a tag', `<hunter2ZQ>${id}`],
    ['behind a keyword', `ENV hunter2ZQ ${id}`],
    ['behind a keyword, of letters only', `set hunter ${id}`],
    ['amid known words', `token_Zq7kLm2w_secret=${id}`],
    ['amid known words, without digits', `token_ZqwKhmTw_secret=${id}`],
    ['with more than one digit behind a word', `admin12: ${id}`],
  ])('%s', (_situation, text) => {
    const { start, end } = { start: text.indexOf(id), end: text.indexOf(id) + id.length }
    const masked = maskLine({
      text,
      begins: 'at-start',
      own: [{ start, end, shown: id, emphasis: 'marked' }],
    }).text
    expect(masked.replace(id, '')).toMatch(/^<hidden>[\s"=]*$/)
  })
})

it('a line that holds no part of the finding, which is hashed, shows known names only', () => {
  expect(['hunter: x', 'tmpx = y', 'ENV hunter z'].map(shown)).toEqual(Array(3).fill('<hidden>'))
})

it('an id at a cut may be a piece of something longer', () => {
  const at = (begins: 'at-start' | 'inside', ends: 'at-end' | 'inside') =>
    maskLine({ text: `${id} ${id}`, begins, ends, own: [] }).text
  expect(at('at-start', 'at-end')).toBe(`${id} ${id}`)
  expect(at('inside', 'at-end')).toBe(`<hidden> ${id}`)
  expect(at('at-start', 'inside')).toBe(`${id} <hidden>`)
})

it.each([
  ['a name of random characters', `{"${secretAccessKey('name')}": 1}`],
  ['a random name without digits', `${draw('letters', BASE64.slice(0, 32), 16)}: x`],
  ['a random name behind a word', `secret_${draw('letters', BASE64.slice(0, 32), 16)}: x`],
])('%s is hidden', (_situation, text) => expect(shown(text)).toMatch(/^<hidden>$/))

it('a text cut out of a line has no name at its beginning', () => {
  expect(maskLine({ text: 'ecret = hunter2', begins: 'inside', own: [] }).text).toBe('<hidden>')
})

describe('the mark', () => {
  const own = (start: number, end: number, emphasis: OwnPart['emphasis']): OwnPart => ({
    start,
    end,
    shown: SHOWN,
    emphasis,
  })

  it('is the column range of the redacted form', () => {
    const text = `export KEY="${secret}" # x`
    const { text: masked, mark } = maskLine({ text, begins: 'at-start', own: ownIn(text) })
    expect(mark).toEqual({ start: 13, end: 13 + SHOWN.length })
    expect(masked.slice(12, 12 + SHOWN.length)).toBe(SHOWN)
  })

  it('is null where the part is not the primary one', () => {
    expect(
      maskLine({ text: `key=${secret}`, begins: 'at-start', own: [own(4, 44, 'plain')] }).mark,
    ).toBeNull()
  })

  it('counts what became shorter before it', () => {
    const text = `😀😀😀😀😀😀😀😀 ${secret}`
    expect(maskLine({ text, begins: 'at-start', own: ownIn(text) }).mark).toEqual({ start: 10, end: 32 })
  })

  it('survives parts that overlap', () => {
    const { text, mark } = maskLine({
      text: `key=${secret}`,
      begins: 'at-start',
      own: [own(4, 44, 'marked'), own(20, 44, 'plain')],
    })
    expect([text, mark]).toEqual([`key=${SHOWN}`, { start: 5, end: 27 }])
  })
})

/** Syntax around a value, everything that assigns, quotes or lists it. */
const PLACES: readonly ((value: string) => string)[] = [
  (value) => `pin = ${value}`,
  (value) => `pin="${value}"`,
  (value) => `  "pin": '${value}', "next": 1`,
  (value) => `pin:${value}`,
  (value) => `pin => ${value}`,
  (value) => `pin := ${value} // ${value}`,
  (value) => `<pin>${value}</pin>`,
  (value) => `<add key="pin" value="${value}"/>`,
  (value) => `ENV PIN ${value}`,
  (value) => `name,${value},${id}`,
  (value) => `${value},name`,
  (value) => `https://bob:${value}@example.com/`,
  (value) => `run --pin ${value} --key ${secret}`,
  (value) => `key = "${secret}" # ${value}`,
  (value) => `a=${value}=${secret}`,
  (value) => `a: ${value}: "${secret}"`,
  (value) => `x "${value}" => "${secret}"`,
  (value) => `'${value}'`,
  (value) => `Пароль ${value}`,
]

const everyPlace = fc.constantFrom(...PLACES)

it('no short password is shown, and nothing depends on it', () => {
  const word = fc.string({ unit: fc.constantFrom(...'hunterpasd0123456789'), minLength: 4, maxLength: 11 })
  const pin = fc.nat(999_999).map((n) => String(n).padStart(6, '0'))
  // Those words would be seen in the frame around them.
  const value = fc.oneof(word, pin).filter((text) => !shown(`key = ${secret}<hidden>pinnext`).includes(text))
  fc.assert(
    fc.property(everyPlace, value, (place, text) => {
      expect(shown(place(text))).not.toContain(text)
      expect(shown(place(text))).toBe(shown(place('hunter2')))
    }),
    { numRuns: 2_000 },
  )
})

it('no random base64 is shown anywhere, not four characters of it', () => {
  // An array: `fc.string` likes to make names of object properties, which are words and no random text.
  const base64 = fc
    .array(fc.constantFrom(...BASE64), { minLength: 12, maxLength: 60 })
    .map((characters) => characters.join(''))
  const frame = fc.constantFrom('', '=', '": 1}', ': x', ' = x', '>', ',')
  const lead = fc.constantFrom('', '{"', 'export ', '# ', '<', '[', `${id} `, `${id}:`)
  fc.assert(
    fc.property(lead, base64, frame, everyPlace, (before, value, after, place) => {
      for (const line of [`${before}${value}${after}`, place(value)]) {
        const kept = shown(line).replaceAll(id, '').replaceAll(SHOWN, '').replaceAll('<hidden>', '')
        const runs = Array.from({ length: value.length - 3 }, (_, i) => value.slice(i, i + 4))
        expect(runs.filter((run) => kept.includes(run))).toEqual([])
      }
    }),
    { numRuns: 5_000 },
  )
})

// With work that grows with the square of the length, these would not end before the runner's time is up.
it('ends with a line that is as bad as can be', () => {
  for (const unit of [' ', '\t', '"', 'a', '=', 'a ', 'export ', '<', '=>', `${id} `, '"= ']) {
    expect(typeof shown(unit.repeat(Math.ceil(400_000 / unit.length))), JSON.stringify(unit)).toBe('string')
  }
})

it('ends with a line of a hundred thousand parts', () => {
  const own = Array.from({ length: 100_000 }, (_, at) => ({
    start: at * 10,
    end: at * 10 + 9,
    shown: SHOWN,
    emphasis: 'plain' as const,
  }))
  const { text } = maskLine({ text: 'a = 12345 '.repeat(100_000), begins: 'at-start', own })
  expect(text).not.toContain('12345')
})
