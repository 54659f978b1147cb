import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** A key and a certificate that it signed itself, for `localhost` and 127.0.0.1; both PEM. Made anew for each test run. */
export const selfSignedCertificate = (): { readonly key: string; readonly cert: string } => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = sequence(oid(ECDSA_WITH_SHA256))
  const name = sequence(set(sequence(oid(COMMON_NAME), utf8('localhost'))))
  const now = Date.now()
  const body = sequence(
    tagged(0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    name,
    sequence(time(now - DAY_MS), time(now + DAY_MS)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(3, sequence(extension(ALTERNATIVE_NAMES, NAMES), extension(CONSTRAINTS, sequence(TRUE)))),
  )
  const signature = sign('sha256', body, privateKey)
  const der = sequence(body, algorithm, bits(signature))
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  }
}

const DAY_MS = 86_400_000

/** X.509 in DER (RFC 5280): as much of it as this certificate needs. */
const element = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  const { length } = content
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...head]), content])
}
const sequence = (...parts: readonly Buffer[]): Buffer => element(0x30, ...parts)
const set = (...parts: readonly Buffer[]): Buffer => element(0x31, ...parts)
const integer = (value: Buffer): Buffer => element(0x02, value)
const bits = (value: Buffer): Buffer => element(0x03, Buffer.from([0]), value)
const octets = (value: Buffer): Buffer => element(0x04, value)
const oid = (encoded: readonly number[]): Buffer => element(0x06, Buffer.from(encoded))
const utf8 = (text: string): Buffer => element(0x0c, Buffer.from(text))
const tagged = (number: number, content: Buffer): Buffer => element(0xa0 + number, content)
/** GeneralizedTime, UTC, to the second. */
const time = (ms: number): Buffer =>
  element(0x18, Buffer.from(`${new Date(ms).toISOString().replace(/[-:T]|\.\d+Z/g, '')}Z`))
const extension = (id: readonly number[], value: Buffer): Buffer => sequence(oid(id), octets(value))

const TRUE = element(0x01, Buffer.from([0xff]))
const ECDSA_WITH_SHA256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]
const COMMON_NAME = [0x55, 0x04, 0x03]
const ALTERNATIVE_NAMES = [0x55, 0x1d, 0x11]
const CONSTRAINTS = [0x55, 0x1d, 0x13]
const NAMES = sequence(element(0x82, Buffer.from('localhost')), element(0x87, Buffer.from([127, 0, 0, 1])))
