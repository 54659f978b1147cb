/**
 * Credentials that stand in public documentation and belong to nobody: never findings. AWS marks its fakes with the
 * word EXAMPLE, at the end of ids and before KEY in secrets. A random id, secret or token holds that word with a
 * probability below 10⁻⁷ (tokens, any case) and 10⁻⁹ (ids), so the word itself is the rule. Only the value is
 * judged: an example id may stand beside a real secret.
 */

/**
 * Ids published together with their accounts, prefix and body apart so that no scanner takes this list for a leak.
 * Sources: A. Steele, "AWS Access Key ID formats", and T. Be'ery, "A short note on AWS KEY ID" (the temporary ones);
 * the trufflehog README's sample and trufflesecurity/test_keys (canary keys).
 */
const PUBLISHED_IDS: ReadonlySet<string> = new Set(
  [
    { prefix: 'ASIA', body: 'Y34FZKBOKMUTVV7A' },
    { prefix: 'ASIA', body: 'QNZGKIQY56JQ7WML' },
    { prefix: 'AKIA', body: 'YVP4CIPPERUVIFXG' },
    { prefix: 'AKIA', body: 'QYLPMN5HHHFPZAM2' },
  ].map(({ prefix, body }) => prefix + body),
)

/** AKIAIOSFODNN7EXAMPLE, AKIAI44QH8DHBEXAMPLE, ASIAIOSFODNN7EXAMPLE, AKIDEXAMPLE and all others made that way. */
export const isExampleAccessKeyId = (id: string): boolean => id.includes('EXAMPLE') || PUBLISHED_IDS.has(id)

/**
 * wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY (in the SigV4 test suite with `+`), je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY
 * and all others made that way; any case, since people retype them.
 */
export const isExampleSecretAccessKey = (value: string): boolean => /example/i.test(value)

/**
 * Heads of the documentation's tokens that are cut before the word EXAMPLE: `AQoDYXdzEJr…<remainder of token>` (a
 * form that STS has not issued for years), and the repeated head of the CLI guide, where a real token goes on `X2Vj`.
 */
const DOCUMENTED_TOKEN = /^AQoDYXdzEJr|IQoJb3JpZ2luX2IQoJb3JpZ2luX2/

export const isExampleSessionToken = (value: string): boolean =>
  /example/i.test(value) || DOCUMENTED_TOKEN.test(value)
