import type { Facts } from '../model/index.js'

/**
 * What the name of a caller says of it, after AWS has told the name. It decides no severity: a live key is critical
 * anyway. Keys of `identityFacts`: `privileged` (`root` or `admin-like`), `canaryLike`.
 */
export const identityFacts = (arn: string | null): Facts => {
  if (arn === null) return {}
  const privileged = privilegeOf(arn)
  return {
    ...(privileged === null ? {} : { privileged }),
    ...(isCanaryLike(arn) ? { canaryLike: true } : {}),
  }
}

/** Sentences for people about the same; none where there is nothing to tell. */
export const identityRemarks = ({ privileged, canaryLike }: Facts): readonly string[] => [
  ...(privileged === 'root' ? ['It is the root user: it can do everything in the account.'] : []),
  ...(privileged === 'admin-like' ? ['By its name an administrator.'] : []),
  ...(canaryLike === true
    ? ['It looks like a canary by its name: if it is one, its owner has been alerted by this check.']
    : []),
]

/** Names that say administrator; who only deploys or builds may have few rights. */
const ADMINS: ReadonlySet<string> = new Set([
  'admin',
  'admins',
  'administrator',
  'administrators',
  'administration',
  'sysadmin',
  'superadmin',
  'superuser',
  'poweruser',
  'powerusers',
  'root',
  'breakglass',
])

/** Roles that AWS itself gives all rights (AWS Organizations and Control Tower user guides). */
const ADMIN_ROLES = /^(?:OrganizationAccountAccessRole|AWSControlTowerExecution|AWSControlTowerAdmin)$/

const privilegeOf = (arn: string): 'root' | 'admin-like' | null => {
  if (/:root$/.test(arn)) return 'root'
  // Of a role's session the role counts: who opens the session names it as it likes.
  const [, kind, rest = ''] = /:(user|assumed-role|federated-user)\/(.+)$/.exec(arn) ?? []
  const names = kind === 'assumed-role' ? rest.split('/').slice(0, 1) : rest.split('/')
  return names.some((name) => ADMIN_ROLES.test(name) || saysAdmin(name)) ? 'admin-like' : null
}

const saysAdmin = (name: string): boolean => {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/power[ _-]user/g, 'poweruser')
    .replace(/break[ _-]glass/g, 'breakglass')
    .split(/[^a-z]+/)
  return words.some(
    (word, index) => ADMINS.has(word) && !['no', 'non', 'not'].includes(words[index - 1] ?? ''),
  )
}

/**
 * Users of canarytokens.org (`canarytokens.com@@…`), SpaceCrab (a path) and SpaceSiren (a version 4 UUID): as told by
 * trufflehog's README, RhinoSecurityLabs/pacu and CloudGoat.
 */
const isCanaryLike = (arn: string): boolean =>
  /canarytokens\.(?:com|org)|\/SpaceCrab\//i.test(arn) ||
  /:user\/(?:.*\/)?[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(arn)
