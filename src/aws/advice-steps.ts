/**
 * The steps that advice is made of. Each is one sentence, with a command alone on a second line where one belongs to
 * it. Commands use options and statuses of the AWS CLI's iam and cloudtrail references; every value in them was
 * checked by the caller, so that a pasted command is never more than it looks.
 */
type Id = string | null
type Arn = string | null

/** Stand-ins where a value is not known; words, since `<…>` would be a redirection in a shell. */
const ID = 'ACCESS_KEY_ID'
const USER = 'USER_NAME'
const ROLE = 'ROLE_NAME'

export const step = (sentence: string, command: string): string => `${sentence}\n${command}`

/** IAM names allow letters, digits and `_+=,.@-`, none of which a shell changes. */
const nameIn = (arn: Arn, form: RegExp): string | null => arn?.match(form)?.groups?.name ?? null
const userOf = (arn: Arn): string => nameIn(arn, /:user\/(?:[^\s]*\/)?(?<name>[\w+=,.@-]{1,64})$/) ?? USER
const roleOf = (arn: Arn): string => nameIn(arn, /:assumed-role\/(?<name>[\w+=,.@-]{1,64})\//) ?? ROLE

/** IAM of the other partitions answers only if the CLI is told one of their regions. */
const inPartition = (arn: Arn): string => {
  if (arn?.startsWith('arn:aws-us-gov:')) return ' --region us-gov-west-1'
  if (arn?.startsWith('arn:aws-cn:')) return ' --region cn-north-1'
  return ''
}

const lastUsed = (id: Id, arn: Arn, why: string): string =>
  step(why, `aws iam get-access-key-last-used --access-key-id ${id ?? ID}${inPartition(arn)}`)

/** Long-term keys: off first, since a public leak is tried within minutes; then replace, then delete. */
export const endLongTermKey = (id: Id, arn: Arn): readonly string[] => {
  const user = `--user-name ${userOf(arn)}`
  const key = `--access-key-id ${id ?? ID}${inPartition(arn)}`
  return [
    userOf(arn) === USER
      ? lastUsed(id, arn, 'Ask AWS whose key it is and where it was used last, with an identity of your own:')
      : lastUsed(id, arn, 'Ask AWS where the key was used last, with an identity of your own:'),
    step(
      'Switch the key off; this can be undone, so do it before anything else if the key was ever public:',
      `aws iam update-access-key ${user} ${key} --status Inactive`,
    ),
    step(
      'Where something needs a key still, make a new one and deploy it (a role without any key is better):',
      `aws iam create-access-key ${user}${inPartition(arn)}`,
    ),
    step(
      'When nothing asks for the old key any more, delete it:',
      `aws iam delete-access-key ${user} ${key}`,
    ),
  ]
}

export const deleteIfListed = (id: Id, arn: Arn): readonly string[] => [
  lastUsed(id, arn, 'Ask AWS whose key it was; an error means that AWS does not know it here:'),
  step(
    'See whether it is still listed as inactive:',
    `aws iam list-access-keys --user-name ${userOf(arn)}${inPartition(arn)}`,
  ),
  step(
    'If it is, delete it:',
    `aws iam delete-access-key --user-name ${userOf(arn)} --access-key-id ${id ?? ID}${inPartition(arn)}`,
  ),
]

/** Without a user name the CLI acts on the caller, which here must be the root user. */
export const deleteRootKey = (id: Id): string =>
  step(
    'Sign in as the root user and delete the key under Security credentials, or run this as the root user:',
    `aws iam delete-access-key --access-key-id ${id ?? ID}`,
  )

export const confirmNoRootKey = step(
  'Check that no root key is left; AccountAccessKeysPresent must be 0:',
  'aws iam get-account-summary',
)

export const secureRoot = "Change the root user's password and turn on MFA for it."

export const useAnIdentityInstead =
  'Give what used the key a role, or an IAM user with only the rights it needs.'

/** Deny-by-issue-time is what the console's "Revoke active sessions" attaches; service-linked roles don't allow it. */
export const endSession = (id: Id, arn: Arn): readonly string[] => {
  const role = roleOf(arn)
  const origin =
    role === ROLE
      ? [
          step(
            'Find the role or user that the session came from, in the region where it was used:',
            eventsOf(id),
          ),
        ]
      : []
  if (role.startsWith('AWSReservedSSO_')) {
    return [
      `Revoke the session in IAM Identity Center: ${role} is one of its roles and can't be changed in IAM.`,
    ]
  }
  return [
    ...origin,
    step(
      'Refuse all sessions issued until now, with the current UTC time for NOW (in the console: the role, Revoke sessions):',
      `aws iam put-role-policy --role-name ${role}${inPartition(arn)} --policy-name AWSRevokeOlderSessions --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"DateLessThan":{"aws:TokenIssueTime":"NOW"}}}]}'`,
    ),
    "If the session came from an IAM user's key, deactivate that key too and attach the same policy to the user: sessions outlive the key that opened them.",
  ]
}

export const endServiceSpecific = (id: Id, arn: Arn): readonly string[] => {
  const key = `--user-name ${userOf(arn)} --service-specific-credential-id ${id ?? ID}${inPartition(arn)}`
  return [
    step(
      'Find the user it belongs to:',
      `aws iam list-service-specific-credentials --user-name ${userOf(arn)}${inPartition(arn)}`,
    ),
    step('Switch it off:', `aws iam update-service-specific-credential ${key} --status Inactive`),
    step(
      'When nothing asks for it any more, delete it:',
      `aws iam delete-service-specific-credential ${key}`,
    ),
  ]
}

const eventsOf = (id: Id): string =>
  `aws cloudtrail lookup-events --lookup-attributes AttributeKey=AccessKeyId,AttributeValue=${id ?? ID}`

export const investigate = (id: Id): readonly string[] => [
  step('See what was done with it in the last 90 days, once for each region you use:', eventsOf(id)),
]

export const findSecretOf = (id: Id): readonly string[] => [
  step(
    "Look for its secret beside it, in other files and in the repository's history:",
    `git log --all --oneline -S ${id ?? ID}`,
  ),
]

export const findIdOf =
  'Find its access key ID (AKIA and 16 characters): in files nearby, in the history, or with whoever wrote this line.'

export const findTheirWay =
  'Find out what wrote them here: a pasted shell session, a log, a cached CLI reply or a build step.'

export const askCanaryOwner =
  'Ask whoever looks after your canaries; a canary that nobody knows came in with code from elsewhere.'

export const allowCanary =
  'If it belongs here, allow it on its line with a reason; otherwise remove it without using it.'

/** Last, since it takes the key back from nobody who has seen it. */
export const clean: readonly string[] = [
  'Take the value out of the file and let the program get its credentials from a role, the environment or a secret store.',
  'Only then, if you need to, rewrite the history (git filter-repo) and force-push: clones, forks and logs keep what they have.',
]
