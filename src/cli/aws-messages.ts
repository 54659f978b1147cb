import { unreachable } from '../model/index.js'
import type { IamFault, OfflineRefusal, ReportRefusal, StepFault } from '../remote/index.js'
import { lines } from './message-lines.js'
import { printable } from './printable.js'

/** The error texts of `keysieve aws`. What was typed is not repeated where it may be a secret. */

const UNCHANGED = 'Nothing was changed. (exit 2)'

export const offlineRefusalMessage = (refusal: OfflineRefusal, id: string): string => {
  switch (refusal.kind) {
    case 'not-an-access-key-id':
      return lines(
        refusal.inspection.defect === null
          ? `${id} names something in AWS and is no access key.`
          : 'this is not an access key ID: AKIA and 16 of the characters A-Z and 2-7.',
        `See why:  keysieve aws inspect ID. ${UNCHANGED}`,
      )
    case 'example':
      return lines(
        `${id} stands in public documentation and belongs to nobody.`,
        `AWS was not asked. ${UNCHANGED}`,
      )
    case 'canary':
      return lines(
        `${id} is a canary key, of account ${refusal.account}: using it alerts its owner, and nobody else may change it.`,
        `Ask whoever looks after your canaries. To go on all the same: --canary-too. ${UNCHANGED}`,
      )
    case 'temporary':
      return lines(
        `${id} is a temporary key; AWS has no way to deactivate it. It ends by itself, after 36 hours at most.`,
        'To end it now, refuse all sessions of its role: AWS console → IAM → Roles → the role → Revoke sessions.',
        'If it came from a user (GetSessionToken), attach the same policy to the user and deactivate their keys too.',
        `Which role it was:  aws cloudtrail lookup-events --lookup-attributes AttributeKey=AccessKeyId,AttributeValue=${id}`,
        UNCHANGED,
      )
    case 'service-credential':
      return lines(
        `${id} is a credential for one AWS service, not an access key.`,
        'Switch it off:  aws iam update-service-specific-credential --status Inactive --service-specific-credential-id ID',
        UNCHANGED,
      )
    default:
      return unreachable(refusal)
  }
}

export const reportRefusalMessage = (refusal: ReportRefusal, id: string): string => {
  switch (refusal.kind) {
    case 'other-account':
      return lines(
        `${id} belongs to account ${refusal.keyAccount}, and you act in account ${refusal.caller.account}:`,
        refusal.caller.arn,
        `Choose credentials of account ${refusal.keyAccount} with --profile. ${UNCHANGED}`,
      )
    case 'root-key':
      return lines(
        `AWS names no user for ${id}: it is the root user's key, and only root can end it.`,
        'Sign in as root and delete it:  AWS console → Security credentials (root keys should not exist).',
        'Or, with its secret at hand:  keysieve aws deactivate ID --with-leaked',
        UNCHANGED,
      )
    case 'unknown-key':
      return lines(
        `AWS does not know ${id} in account ${refusal.caller.account}: it was deleted, or belongs to another account.`,
        `Asked as ${refusal.caller.arn}. ${UNCHANGED}`,
      )
    case 'untold':
      return lines(
        `AWS refuses to tell ${refusal.caller.arn} whose key ${id} is (iam:GetAccessKeyLastUsed).`,
        'Either this identity may not ask, or the key was deleted, or it belongs to another account.',
        'Use an administrative identity of its account, with --profile. Nothing was changed. (exit 3)',
      )
    case 'fault':
      return faultMessage(refusal.fault)
    default:
      return unreachable(refusal)
  }
}

/** A fault that came before any change. */
export const faultMessage = ({ kind, detail }: IamFault): string =>
  lines(beginningSmall(printable(detail)), `Nothing was changed. (exit ${kind === 'no-credentials' ? 2 : 3})`)

/** A fault of the change itself. */
export const changeFaultMessage = ({ kind, detail }: IamFault, id: string): string =>
  lines(
    beginningSmall(detail),
    kind === 'unreachable' || kind === 'unclear'
      ? `It is not certain whether the change was made. See:  keysieve aws last-used ${id}  (exit 3)`
      : 'Nothing was changed. (exit 3)',
  )

/** A new key that was not made, or may have been. */
export const createFaultMessage = ({ kind, detail }: IamFault, user: string): string =>
  lines(
    kind === 'limit'
      ? `${user} has two access keys already, which is all that AWS allows.`
      : beginningSmall(detail),
    kind === 'unreachable' || kind === 'unclear'
      ? `A key may have been made whose secret nobody has. See, and delete it:  aws iam list-access-keys --user-name ${user}  (exit 3)`
      : 'No key was made. (exit 3)',
  )

const beginningSmall = (sentence: string): string =>
  /^[A-Z][a-z]* /.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence

export const noTerminalMessage = (): string =>
  lines(
    'there is no terminal to confirm this on.',
    `Add --yes to do it without a question, or --dry-run to see what would be done. ${UNCHANGED}`,
  )

export const declinedMessage = (): string => lines('not confirmed.', UNCHANGED)

export const noSecretMessage = (): string =>
  lines(
    'what came in is not a secret access key (40 characters, on one line).',
    `--with-leaked reads it from standard input, never from the command line. ${UNCHANGED}`,
  )

export const badIamEndpointMessage = (problem: string): string =>
  lines(`--iam-endpoint: ${problem.charAt(0).toLowerCase()}${problem.slice(1)}`, UNCHANGED)

export const stepFaultMessage = (fault: StepFault, id: string, others: readonly string[]): string => {
  switch (fault) {
    case 'gone':
      return lines(`${id} is not among its user's keys any more: it was deleted.`, UNCHANGED)
    case 'already-replaced':
      return lines(
        `its user already has a newer key, ${others.join(', ')}.`,
        `If that is the replacement, go on:  keysieve aws rotate ${id} --step deactivate  (exit 2)`,
      )
    case 'two-keys':
      return lines(
        `its user has two keys, which is all that AWS allows: ${id} and ${others.join(', ')}.`,
        `See what the other is used for:  keysieve aws last-used ${others.at(0) ?? 'ID'}`,
        `Delete one of them first, or only switch this one off:  keysieve aws deactivate ${id}  (exit 2)`,
      )
    case 'not-inactive':
      return lines(
        `${id} is still active; deleting can't be undone, so it is switched off first.`,
        `keysieve aws rotate ${id} --step deactivate  (exit 2)`,
      )
    default:
      return unreachable(fault)
  }
}

export const rootRotationMessage = (): string =>
  lines(
    "this is the root user's key, which is not to be replaced: root keys should not exist.",
    'Give what uses it a role or an IAM user, then delete it:  AWS console → Security credentials.',
    UNCHANGED,
  )

export const keysUnlistedMessage = (user: string): string =>
  lines(
    `this identity may not list the keys of ${user} (iam:ListAccessKeys), so it can't be told where the rotation stands.`,
    'Use another, administrative identity, with --profile. Nothing was changed. (exit 3)',
  )

/** What is wrong with a file that a new key is to be written to. */
export type NewKeyFileFault =
  | { readonly kind: 'exists' | 'no-directory' | 'committable' }
  | { readonly kind: 'not-writable' | 'git'; readonly detail: string }

export const newKeyFileMessage = (file: string, fault: NewKeyFileFault): string => {
  const name = printable(file)
  switch (fault.kind) {
    case 'exists':
      return lines(`${name} is there already, and a key is never written over something else.`, NO_KEY)
    case 'no-directory':
      return lines(`can't write ${name}: there is no such directory.`, `Create it first. ${NO_KEY}`)
    case 'committable':
      return lines(
        `${name} would lie in a git repository that does not ignore it, so the next commit could hold the new key.`,
        `Choose a place outside, or add it to .gitignore first. ${NO_KEY}`,
      )
    case 'git':
      return lines(`git can't tell whether it ignores ${name}: ${printable(fault.detail)}.`, NO_KEY)
    case 'not-writable':
      return lines(`can't write ${name}: ${fault.detail}.`, `Choose another place. ${NO_KEY}`)
    default:
      return unreachable(fault)
  }
}

const NO_KEY = 'No key was made. (exit 2)'

export const noPlaceForKeyMessage = (): string =>
  lines(
    "the new key's secret is told once, and there is no terminal to ask whether to show it on.",
    `Name a file for it:  --write-to FILE. ${NO_KEY}`,
  )

/** @param undone whether the key that nobody can use was deleted again */
export const lostKeyMessage = (newId: string, code: string, undone: 'deleted' | 'left'): string =>
  lines(
    `the new key ${newId} was made, but its secret could not be written (${code}), and AWS does not tell it again.`,
    undone === 'deleted'
      ? 'That key was deleted again; the old one is as it was. (exit 3)'
      : `Delete that key:  aws iam delete-access-key --access-key-id ${newId}  (exit 3)`,
  )
