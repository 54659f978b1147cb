import type { Candidate, Detection } from '../model/index.js'
import type { Claim } from './claim.js'
import { credentialFacts } from './credential-facts.js'
import { gapOf, partsNear } from './credential-parts.js'
import { groupBy, mapped } from './groups.js'
import { classifySecretName } from './part-name.js'

interface SmtpCredential {
  readonly password: Candidate
  /** The user name: the ID of the access key that the password was derived from. */
  readonly id: Candidate | null
}

/**
 * SMTP passwords of SES with their user names. A password is 44 characters that others have too: it counts beside an
 * access key ID or where the text speaks of SES.
 * @param parts ids and secret access keys among others; sorted, as the passwords are
 */
export const sesPasswords = (
  passwords: readonly Candidate[],
  parts: readonly Candidate[],
  path: string,
): Claim => {
  const named = passwords.filter(({ name }) => isPasswordName(name))
  if (named.length === 0) return { detections: [], taken: new Set() }
  const ids = parts.filter(({ role }) => role === 'id')
  const secrets = parts.filter(({ role }) => role === 'secret')
  const taken = new Set<Candidate>()
  const credentials: SmtpCredential[] = []
  for (const password of named) {
    const free = partsNear(password, ids).filter((id) => !taken.has(id))
    const id = userNameOf(password, free)
    if (id === null && !speaksOfSes(password)) continue
    credentials.push({ password, id })
    if (id !== null && isUserNameOnly(id, secrets)) taken.add(id)
  }
  return { detections: detectionsOf(credentials, path), taken }
}

/** `smtp_password`, `ses_secret`, `AWS_SES_PASS`; a digest or another service's secret it can't be. */
const isPasswordName = (name: string): boolean =>
  name === '' ||
  (/pass|pwd|secret|smtp|ses(?!sion)|key|auth|credential|value|default/.test(name) &&
    (classifySecretName(name) !== 'foreign' || /smtp|mail/.test(name)))

/** Nearest first; a name that says user is worth ten lines. */
const userNameOf = (password: Candidate, ids: readonly Candidate[]): Candidate | null => {
  let best: { readonly id: Candidate; readonly price: number } | null = null
  for (const id of ids) {
    const lines = Math.abs(id.place.line - password.place.line)
    const price = lines * 50 + Math.min(gapOf(id, password), 50) + (isUserName(id.name) ? 0 : 500)
    if (best === null || price < best.price) best = { id, price }
  }
  return best?.id ?? null
}

const isUserName = (name: string): boolean => /user|login|smtp|mail|ses(?!sion)/.test(name)

/** An id that may have a secret access key as well is left for that: Terraform's state holds all three together. */
const isUserNameOnly = (id: Candidate, secrets: readonly Candidate[]): boolean =>
  isUserName(id.name) || partsNear(id, secrets).length === 0

/** The service by its host, its domain or its name in a word of its own. */
const speaksOfSes = ({ around: { text, start, end }, name }: Candidate): boolean =>
  /(?:^|aws|amazon)ses(?!sion)/.test(name) ||
  /email-smtp|amazonses|(?<![A-Za-z])(?:SES|ses)(?![A-Za-z])|Amazon Simple Email/.test(
    text.slice(Math.max(0, start - 1024), end + 512),
  )

const detectionsOf = (credentials: readonly SmtpCredential[], path: string): readonly Detection[] =>
  groupBy(credentials, ({ password, id }) => `${id?.value ?? ''} ${password.value}`).map((same) => {
    const [{ password, id }] = same
    return {
      ruleId: password.ruleId,
      values: { ...(id ? { id: id.value } : {}), secret: password.value },
      primary: 'secret',
      occurrences: mapped(same, (one) => ({
        parts: [
          { role: 'secret', span: one.password.span },
          ...(one.id ? [{ role: 'id' as const, span: one.id.span }] : []),
        ],
        name: one.password.name,
      })),
      also: [],
      confidence: password.confidence,
      facts: id ? credentialFacts(id.value, path) : {},
      why: [id ? 'has its form, and stands beside its user name' : 'has its form, near words of SES'],
    } satisfies Detection
  })
