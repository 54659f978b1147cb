import { BASE32, BASE64 } from './alphabets.js'
import type { Random } from './random.js'

export interface Credential {
  readonly id: string
  readonly secret: string
  readonly token?: string
}

export interface Makers {
  /** ID and secret of an IAM user or of the root user. */
  readonly longTerm: () => Credential
  /** ID, secret and session token. */
  readonly temporary: () => Required<Credential>
  /** A long-term pair whose secret has both `+` and `/`, so that encoding changes it. */
  readonly awkward: () => Credential
}

const OLD_GENERATION = BASE32.slice(0, 16)

/** The heads of session tokens (reference, section 4), in two parts each so that no whole one stands here. */
const HEADS: readonly [string, ...string[]] = [`${'IQoJb3Jp'}Z2luX2Vj`, `${'FwoGZX'}IvYXdz`]

export const credentialsFrom = (random: Random): Makers => ({
  longTerm: () => ({ id: accessKeyId(random, 'AKIA'), secret: secretAccessKey(random, /./) }),
  temporary: () => ({
    id: accessKeyId(random, 'ASIA'),
    secret: secretAccessKey(random, /./),
    token: sessionToken(random),
  }),
  awkward: () => ({
    id: accessKeyId(random, 'AKIA'),
    secret: secretAccessKey(random, /^(?=.*\+)(?=.*\/)[^+/]/),
  }),
})

/** One in six is of the old generation, whose fifth character is A to P and which holds no account. */
const accessKeyId = (random: Random, prefix: string): string =>
  random.below(6) === 0
    ? `${prefix}${random.pick(['I', 'J', random.text(OLD_GENERATION, 1)])}${random.text(BASE32, 15)}`
    : `${prefix}${accountPart(random)}${random.text(BASE32, 7)}`

/** Nine characters: the generation bit, 40 bits of an account of twelve digits, four opaque bits. */
const accountPart = (random: Random): string => {
  const account = BigInt(random.text('0123456789', 12))
  let bits = (1n << 44n) | (account << 4n) | BigInt(random.below(16))
  let part = ''
  for (let place = 0; place < 9; place++) {
    part = `${BASE32[Number(bits & 31n)]}${part}`
    bits >>= 5n
  }
  return part
}

/** 40 characters of base64 with an upper-case letter, a lower-case letter and a digit, matching `also`. */
const secretAccessKey = (random: Random, also: RegExp): string => {
  for (;;) {
    const secret = random.text(BASE64, 40)
    if (/[A-Z]/.test(secret) && /[a-z]/.test(secret) && /\d/.test(secret) && also.test(secret)) return secret
  }
}

/** A whole number of base64 groups: 200 to 900 characters after the head. */
const sessionToken = (random: Random): string => {
  const head = random.pick(HEADS)
  const length = Math.ceil((head.length + random.between(200, 880)) / 4) * 4
  const padding = random.pick(['', '=', '=='])
  return `${head}${random.text(BASE64, length - head.length - padding.length)}${padding}`
}
