/**
 * Which names may be read beside a hidden value. A name tells the reader what leaked, but it may be a secret itself
 * (`{"<40 characters>": 1}`), and no rule may be asked. So a name is judged by what it is made of: words that
 * programmers put into names don't count towards a run of characters that could be a secret; what is left must be
 * short and the smaller part. Random text contains such words too rarely to matter (see `isReadableName`).
 */

const WORDS = new Set(
  `access accesskey accesskeyid account address admin alias amazon analytics api app application arn assume auth
  authorization aws backend backup base basic bearer bot bucket build cache cert certificate cli client cloud cluster
  code com common config configuration connect connection consumer container cookie cred credential credentials data
  database db debug default deploy dest dev development docker domain dynamo dynamodb email encryption endpoint env
  environment environ external file frontend fs git github gitlab google hadoop header hidden host hostname http https iam
  id image input instance internal jenkins json jwt key keyid keys lambda live local log login mail main master minio
  mongo my mysql name new oauth old org output parameter param params pass passphrase passwd password path pin port
  postgres private prod production profile project prop properties property provider proxy public pwd query queue rds redis
  region registry release remote repo repository role root sandbox sdk secret secretaccesskey secretkey secrets security
  send server service services ses session sessiontoken settings shared signing smtp sns source spring sql sqs ssh stage staging
  storage store string sts system target temp temporary test text token tokens type upload uri url user username users
  value vault version web webhook worker workflow`.split(/\s+/),
)

/** From here on a run of characters may be a secret, whatever rules there are (docs/security.md). */
const SECRET_LENGTH = 12
/** Names have few digits (`KEY_2`), random text has many. */
const MOST_DIGITS = 2
const MOST_CHARACTERS = 60
/** `myCompKey` has one word that nobody knows, `xKqWvZpL` five. */
const MOST_UNKNOWN_WORDS = 2

const IDENTIFIER = /^[A-Za-z_$][\w$.-]*$/
/** Borders of words: what is no letter, `aB`, `ABc`. */
const WORD = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g
/** Words with a digit: between separators or as a word of camel case. */
const DIGIT_WORD =
  /(?:(?<![A-Za-z0-9])(?:s3[an]?|ec2|oauth2|v[124])|(?:(?<![A-Za-z0-9])|(?<=[a-z]))(?:S3[AN]?|EC2|Ec2|OAuth2|OAUTH2|V[124]))(?![a-z0-9])/g
/** A shorter word (`key`, `id`) stands in random text by chance: alone between separators it counts, else not at all. */
const TELLING_LENGTH = 4
const SEPARATOR = /[_.-]/

/**
 * Whether a name that stands unquoted left of an operator may be shown. One with digits is made of known words. One
 * without is shown when it is shorter than 12 characters; a longer one when at least half of its letters belong to known
 * words and no 12 characters in a row belong to none. Twelve random base64 characters pass with a chance of about one in
 * a million.
 */
export const isReadableName = (name: string): boolean => {
  if (name.length > MOST_CHARACTERS || !IDENTIFIER.test(name)) return false
  if (/\d/.test(name)) return isNumberedName(name)
  const unknown = (name.match(WORD) ?? []).filter((word) => !isKnown(word)).length
  return unknown <= MOST_UNKNOWN_WORDS && (name.length < SECRET_LENGTH || isMadeOfWords(name))
}

/** Whether every word of a name is a known one: such a name may be shown anywhere. */
export const isKnownName = (name: string): boolean => {
  if (name.length > MOST_CHARACTERS) return false
  const rest = name.replace(DIGIT_WORD, '_data_')
  return /^[A-Za-z_.-]+$/.test(rest) && (rest.match(WORD)?.every(isKnown) ?? false)
}

/** `prod2_aws_key`, `ec2Secret`, `DATABASE_PASSWORD_12`: known words, one digit behind a word or two between separators. */
const isNumberedName = (name: string): boolean => {
  const rest = name.replace(DIGIT_WORD, '_')
  return (
    rest.replace(/\D/g, '').length <= MOST_DIGITS &&
    !/[A-Za-z]\d\d/.test(rest) &&
    (rest.match(WORD) ?? []).every(isKnown)
  )
}

const isKnown = (word: string): boolean => WORDS.has(word.toLowerCase())

const isMadeOfWords = (name: string): boolean => {
  let known = 0
  let unknown = 0
  const rest = name.replace(WORD, (word, at: number) => {
    const telling = word.length >= TELLING_LENGTH || isSeparated(name, at, at + word.length)
    if (!WORDS.has(word.toLowerCase())) unknown += word.length
    else if (telling) known += word.length
    return telling && WORDS.has(word.toLowerCase()) ? ' ' : word
  })
  return known >= unknown && rest.split(' ').every((run) => run.length < SECRET_LENGTH)
}

const isSeparated = (name: string, start: number, end: number): boolean =>
  (start === 0 || SEPARATOR.test(name.charAt(start - 1))) &&
  (end === name.length || SEPARATOR.test(name.charAt(end)))
