import { describe, expect, it } from 'vitest'
import { accessKeyId, secretAccessKey } from '../support/credentials.js'
import { detected, type Seen, scanned } from '../support/detect.js'
import { smtpPassword } from '../support/service-credentials.js'

const id = accessKeyId('services')
const secret = secretAccessKey('services')
const lines = (...parts: string[]): string => `${parts.join('\n')}\n`
const factsOf = (text: string) => scanned(text).detections.map(({ facts }) => facts)

describe('an SMTP password of SES', () => {
  const password = smtpPassword('services')
  const smtp: Seen = { rule: 'aws-ses-smtp-password', id, secret: password }
  const keyOf = (seed: string) => ({ id: accessKeyId(seed), secret: secretAccessKey(seed) })
  const other = keyOf('other')
  const otherPair: Seen = { rule: 'aws-access-key', ...other }

  it.each<[string, string, readonly Seen[]]>([
    [
      'Django',
      lines(
        "EMAIL_HOST = 'email-smtp.eu-west-1.amazonaws.com'",
        `EMAIL_HOST_USER = '${id}'`,
        `EMAIL_HOST_PASSWORD = '${password}'`,
      ),
      [smtp],
    ],
    [
      'Laravel',
      lines(
        'MAIL_HOST=email-smtp.us-east-1.amazonaws.com',
        `MAIL_USERNAME=${id}`,
        `MAIL_PASSWORD=${password}`,
      ),
      [smtp],
    ],
    [
      "the console's CSV",
      lines('IAM User Name,Smtp Username,Smtp Password', `ses,${id},${password}`),
      [smtp],
    ],
    ["the console's CSV, quoted", lines('"Smtp Username","Smtp Password"', `"${id}","${password}"`), [smtp]],
    [
      'nodemailer',
      `nodemailer.createTransport({ host: smtp, auth: { user: '${id}', pass: '${password}' } })`,
      [smtp],
    ],
    ['a URL', `smtp://${id}:${encodeURIComponent(password)}@email-smtp.eu-west-1.amazonaws.com:587`, [smtp]],
    [
      'the region-less version',
      lines(`SMTP_USER=${id}`, `SMTP_PASSWORD=${smtpPassword('old', 'Aq')}`),
      [{ ...smtp, secret: smtpPassword('old', 'Aq') }],
    ],
    [
      'without its user, by the host',
      lines('host: email-smtp.eu-west-1.amazonaws.com', `password: ${password}`),
      [{ rule: 'aws-ses-smtp-password', secret: password }],
    ],
    [
      'without its user, by its name',
      `AWS_SES_SMTP_PASSWORD=${password}`,
      [{ rule: 'aws-ses-smtp-password', secret: password }],
    ],
    [
      'beside an access key of its own',
      lines(
        `AWS_ACCESS_KEY_ID=${other.id}`,
        `AWS_SECRET_ACCESS_KEY=${other.secret}`,
        `SMTP_USERNAME=${id}`,
        `SMTP_PASSWORD=${password}`,
      ),
      [otherPair, smtp],
    ],
    [
      'above an access key of its own',
      lines(
        `SMTP_USERNAME=${id}`,
        `SMTP_PASSWORD=${password}`,
        `AWS_ACCESS_KEY_ID=${other.id}`,
        `AWS_SECRET_ACCESS_KEY=${other.secret}`,
      ),
      [smtp, otherPair],
    ],
    [
      'beside a secret without an id, whose id the user is not',
      lines(`SMTP_USERNAME=${id}`, `SMTP_PASSWORD=${password}`, `AWS_SECRET_ACCESS_KEY=${secret}`),
      [smtp, { rule: 'aws-secret-access-key', secret }],
    ],
    [
      "Terraform's state: all three of one key",
      lines(
        '"type": "aws_iam_access_key",',
        '"attributes": {',
        `  "id": "${id}",`,
        `  "secret": "${secret}",`,
        `  "ses_smtp_password_v4": "${password}",`,
        '}',
      ),
      [{ rule: 'aws-access-key', id, secret }, smtp],
    ],
    [
      'its user once more elsewhere',
      lines(
        `# user ${id}`,
        ...Array.from({ length: 20 }, () => ''),
        `SMTP_USER=${id}`,
        `SMTP_PASSWORD=${password}`,
      ),
      [smtp],
    ],
  ])('%s', (_form, text, expected) => {
    expect(detected(text)).toEqual(expected)
  })

  it.each([
    ["another provider's", lines('SMTP_HOST=smtp.example.org', `SMTP_PASSWORD=${password}`)],
    [
      'another version',
      lines('host: email-smtp.eu-west-1.amazonaws.com', `password: ${smtpPassword('x', 'CA')}`),
    ],
    ['a digest', lines('host: email-smtp.eu-west-1.amazonaws.com', `sha256: ${password}`)],
    ['a piece of a longer one', lines('host: email-smtp.eu-west-1.amazonaws.com', `password: ${password}=`)],
    ['no mail near', lines(`password: ${password}`)],
  ])('%s is none', (_form, text) => {
    expect(detected(text)).toEqual([])
  })

  it('names the key it ends with', () => {
    expect(factsOf(lines(`SMTP_USER=${id}`, `SMTP_PASSWORD=${password}`))).toMatchObject([
      { accessKeyId: id, keyKind: 'long-term', canary: false },
    ])
  })
})
