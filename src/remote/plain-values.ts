import { redactedForm, Secret } from '../model/index.js'

/** The only place in this folder that takes a value out of its `Secret` (a test counts the places). */
const plain = (secret: Secret): string => secret.reveal()

/** What the SDK signs with. Keep it no longer than its client, and print none of it. */
export interface PlainKey {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

export const plainKey = (accessKeyId: string, secretAccessKey: Secret): PlainKey => ({
  accessKeyId,
  secretAccessKey: plain(secretAccessKey),
})

/** A value that came in from outside, closed up at once. */
export const hiddenSecret = (value: string): Secret => new Secret(value, redactedForm(value, 'strong'))

/** A key that IAM made just now: nobody can ask for its secret a second time. */
export interface NewKey {
  readonly user: string
  readonly accessKeyId: string
  readonly secretAccessKey: Secret
}

/**
 * The new key as a section of an AWS credentials file (`aws configure` and every SDK read it). This text holds the
 * secret: it goes to a file that only its owner can read, or once to a terminal whose user asked for it.
 */
export const credentialsFileText = ({ user, accessKeyId, secretAccessKey }: NewKey): string =>
  [
    `[${user}]`,
    `aws_access_key_id = ${accessKeyId}`,
    `aws_secret_access_key = ${plain(secretAccessKey)}`,
    '',
  ].join('\n')
