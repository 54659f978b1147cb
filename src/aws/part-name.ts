/**
 * What the name beside a value says about it. Names come normalised: lower case without `_`, `-`, `.`.
 * The names are those of the SDKs and tools in which credentials are configured (AWS SDK and tools reference guide,
 * "Settings reference"; Hadoop's S3A guide; Terraform's AWS provider; and their like).
 */
export type SecretNameClass =
  /** Nobody calls anything else so: AWS_SECRET_ACCESS_KEY, secretAccessKey, fs.s3a.secret.key. */
  | 'own'
  /** A secret of whatever service: secret_key, secret, password. */
  | 'generic'
  /** No name: a positional argument, a CSV cell. */
  | 'none'
  /** Some other name; it speaks against a secret access key, though people name things oddly. */
  | 'other'
  /** A digest, an identifier, a public key, another service's secret: whatever it is, it is no secret access key. */
  | 'foreign'

/** Short ones only where a part's word follows: `ses` stands in `session`, `iam` in `diamond`. */
const AWS_WORD =
  /aws|amazon|amzn|s3|ec2|sqs|dynamo|(?:^|env)(?:ses(?!sion)|sns|iam)|(?:ses|sns|iam)(?=user|smtp|access|key)/
const FOREIGN =
  /hash|sha\d|md5|digest|checksum|integrity|signature|^sig$|etag|commit|revision|nonce|csrf|uuid|guid|fingerprint|thumbprint|public|certificate|^cert|arn$|bucket|url|(?<!sec)uri|path|jwt|session|oauth|webhook|nextauth|stripe|github|gitlab|slack|twitter|facebook|google|azure|consumer|salt|cookie|requestid|traceid|^id$|^id2$|amzid2/
const GENERIC =
  /secret|^sk$|^key$|^accesskey$|^apikey$|password|^passwd$|^pwd$|^pass$|^value$|^default$|privatekey|credential|^auth$|^user$/

export const classifySecretName = (name: string): SecretNameClass => {
  if (name === '') return 'none'
  if (/secretaccess(?:key)?/.test(name) || /secaccesskey/.test(name)) return 'own'
  if (AWS_WORD.test(name) && /secret|seckey/.test(name)) return 'own'
  if (FOREIGN.test(name)) return 'foreign'
  if (/(?:aws|amazon|s3).*(?:key|password|pwd|pass)/.test(name)) return 'own'
  return GENERIC.test(name) ? 'generic' : 'other'
}

export const isSessionTokenName = (name: string): boolean =>
  /sessiontoken|securitytoken|s3asessiontoken|awstoken/.test(name)

const ID_WORDS = /accesskeyid|accesskey|keyid|awsid|accessid|key|id/g
const SECRET_WORDS =
  /secretaccesskey|accesssecret|secretkey|secaccesskey|seckey|keysecret|secret|accesskey|key/g
const TOKEN_WORDS = /sessiontoken|securitytoken|session|security|token/g

/**
 * What is left of a name without the words that say which part it is: `prodawsaccesskeyid` and
 * `prodawssecretaccesskey` both leave `prodaws`, so they belong together at any distance.
 */
export const stemOf = (role: 'id' | 'secret' | 'token', name: string): string =>
  name.replace(role === 'id' ? ID_WORDS : role === 'secret' ? SECRET_WORDS : TOKEN_WORDS, '')
