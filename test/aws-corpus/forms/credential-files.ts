import { type Form, holding, lines } from '../making/draft.js'
import type { Material } from '../making/material.js'

const BOM = '\uFEFF'
const crlf = (text: string): string => text.replaceAll('\n', '\r\n')

const section = (head: string, parts: readonly string[]): string => lines(`[${head}]`, parts)

const profile = (m: Material): string =>
  section('profile readonly', [
    `role_arn = arn:aws:iam::${m.account()}:role/${m.name()}`,
    'source_profile = default',
    `region = ${m.region()}`,
  ])

/** What the console and the command line interface write. */
export const credentialFiles: readonly Form[] = [
  {
    name: 'console-csv-access-keys',
    variants: {
      usual: (m) => accessKeysCsv(m, BOM, ',', crlf),
      'without-bom': (m) => accessKeysCsv(m, '', ',', String),
      semicolons: (m) => accessKeysCsv(m, BOM, ';', crlf),
      tabs: (m) => accessKeysCsv(m, '', '\t', String),
      quoted: (m) => {
        const k = m.longTerm()
        const text = lines('"Access key ID","Secret access key"', `"${k.id}","${k.secret}"`)
        return holding([k], 'accessKeys.csv', text, ['variable-name'])
      },
    },
  },
  {
    name: 'console-csv-new-user',
    variants: {
      usual: (m) => newUserCsv(m, 1, ','),
      'three-users': (m) => newUserCsv(m, 3, ','),
      'spreadsheet-export': (m) => newUserCsv(m, 2, ';'),
      'user-name-quoted': (m) => {
        const k = m.longTerm()
        const text = lines(
          '"User Name","Access Key Id","Secret Access Key"',
          `"${m.person()}",${k.id},${k.secret}`,
        )
        return holding([k], 'credentials.csv', crlf(text), ['variable-name'])
      },
    },
  },
  {
    name: 'console-rootkey-csv',
    variants: {
      usual: (m) => {
        const k = m.longTerm()
        return holding([k], 'rootkey.csv', crlf(lines(`AWSAccessKeyId=${k.id}`, `AWSSecretKey=${k.secret}`)))
      },
      'secret-first': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'Downloads/rootkey (1).csv',
          lines(`AWSSecretKey=${k.secret}`, `AWSAccessKeyId=${k.id}`),
        )
      },
      'as-table': (m) => accessKeysCsv(m, BOM, ',', crlf),
    },
  },
  {
    name: 'cli-credentials-file',
    variants: {
      usual: (m) => {
        const k = m.longTerm()
        const text = section('default', [
          `aws_access_key_id = ${k.id}`,
          `aws_secret_access_key = ${k.secret}`,
        ])
        return holding([k], '.aws/credentials', `# ${m.person()}'s laptop\n${text}`)
      },
      'three-profiles': (m) => {
        const [a, b, c] = [m.longTerm(), m.longTerm(), m.temporary()]
        const text = lines(
          section('default', [`aws_access_key_id=${a.id}`, `aws_secret_access_key=${a.secret}`]),
          section('staging', [`aws_secret_access_key = ${b.secret}`, `aws_access_key_id = ${b.id}`]),
          section(m.name(), [
            `aws_access_key_id     = ${c.id}`,
            `aws_secret_access_key = ${c.secret}`,
            `aws_session_token     = ${c.token}`,
            `x_security_token_expires = ${m.date()}T${m.time()}+00:00`,
          ]),
        )
        return holding([a, b, c], '.aws/credentials', text)
      },
      'token-first': (m) => {
        const k = m.temporary()
        const body = [
          `aws_session_token = ${k.token}`,
          `region = ${m.region()}`,
          `aws_secret_access_key = ${k.secret}`,
          `# refreshed ${m.date()}`,
          `aws_access_key_id = ${k.id}`,
        ]
        return holding([k], 'home/.aws/credentials', section(m.name(), body))
      },
      'upper-case-crlf': (m) => {
        const k = m.longTerm()
        const text = section('DEFAULT', [`AWS_ACCESS_KEY_ID=${k.id}`, `AWS_SECRET_ACCESS_KEY=${k.secret}`])
        return holding([k], 'aws/credentials.txt', crlf(text), ['usual-casing'])
      },
    },
  },
  {
    name: 'cli-config-file',
    variants: {
      usual: (m) => {
        const k = m.longTerm()
        const keys = [`aws_access_key_id = ${k.id}`, `aws_secret_access_key = ${k.secret}`, 'output = json']
        return holding(
          [k],
          '.aws/config',
          lines(section('default', [`region = ${m.region()}`]), profile(m), section('profile build', keys)),
        )
      },
      'nested-s3-settings': (m) => {
        const k = m.longTerm()
        const keys = [
          `aws_access_key_id = ${k.id}`,
          's3 =',
          '  max_concurrent_requests = 20',
          '  max_queue_size = 10000',
          '  multipart_threshold = 64MB',
          `  # ${m.hex(40)}`,
          `  addressing_style = path`,
          `aws_secret_access_key = ${k.secret}`,
        ]
        return holding([k], '.aws/config', lines(profile(m), section('profile media', keys)))
      },
    },
  },
  {
    name: 'passwd-s3fs',
    variants: {
      usual: (m) => {
        const k = m.longTerm()
        return holding([k], '.passwd-s3fs', `${k.id}:${k.secret}\n`, ['variable-name'])
      },
      'with-buckets': (m) => {
        const [a, b] = [m.longTerm(), m.longTerm()]
        const text = lines(
          '# bucket:id:secret',
          `${m.bucket()}:${a.id}:${a.secret}`,
          `${m.bucket()}:${b.id}:${b.secret}`,
        )
        return holding([a, b], 'etc/passwd-s3fs', text, ['variable-name'])
      },
      'no-newline': (m) => {
        const k = m.longTerm()
        return holding([k], 'etc/passwd-s3fs', `${k.id}:${k.secret}`, ['variable-name'])
      },
    },
  },
]

const accessKeysCsv = (m: Material, bom: string, by: string, ends: (text: string) => string) => {
  const k = m.longTerm()
  const text = ends(lines(`Access key ID${by}Secret access key`, `${k.id}${by}${k.secret}`))
  return holding([k], `${m.person()}_accessKeys.csv`, `${bom}${text}`, ['variable-name'])
}

const newUserCsv = (m: Material, users: number, by: string) => {
  const rows = Array.from({ length: users }, () => m.longTerm())
  const login = `https://${m.account()}.signin.aws.amazon.com/console`
  const text = lines(
    ['User name', 'Password', 'Access key ID', 'Secret access key', 'Console login link'].join(by),
    rows.map((k) => [m.person(), '', k.id, k.secret, login].join(by)),
  )
  return holding(rows, 'new_user_credentials.csv', `${BOM}${crlf(text)}`, ['variable-name'])
}
