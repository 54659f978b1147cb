import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { accessKeyId, draw, secretAccessKey, sessionToken } from '../support/credentials.js'
import { detected, type Seen } from '../support/detect.js'

const id = accessKeyId('forms')
const secret = secretAccessKey('forms')
const token = sessionToken('forms')
const lines = (...parts: string[]): string => parts.join('\n')

describe('half a credential', () => {
  it.each<[string, string, readonly Seen[]]>([
    ['an id', `key: ${id}`, [{ rule: 'aws-access-key-id', id }]],
    ...[
      '\x1b[33m',
      '\\u001b[33m',
      '\\x1b[1;33m',
      '\\033[1m',
      '\\e[0m',
      '\x1b[m',
      '[33m',
      'id=3D',
      'id=20',
    ].map((before): [string, string, readonly Seen[]] => [
      `an id behind ${JSON.stringify(before)}`,
      `${before}${id}`,
      [{ rule: 'aws-access-key-id', id }],
    ]),
    [
      'an id in a scope that is forty characters long',
      `${id}%2F20260101%2Feu%2Fs3%2Faws4`,
      [{ rule: 'aws-access-key-id', id }],
    ],
    ['an id after an underscore', `KEY_${id}`, [{ rule: 'aws-access-key-id', id }]],
    [
      'an id in a URL',
      `https://b.s3.amazonaws.com/o?AWSAccessKeyId=${id}&Expires=1`,
      [{ rule: 'aws-access-key-id', id }],
    ],
    [
      'an id in a percent-encoded credential scope',
      `X-Amz-Credential%3D${id}%2F20260101%2Fus-east-1`,
      [{ rule: 'aws-access-key-id', id }],
    ],
    [
      'a secret under its own name',
      `AWS_SECRET_ACCESS_KEY=${secret}`,
      [{ rule: 'aws-secret-access-key', secret }],
    ],
    [
      'a secret under a general name near the word aws',
      lines('provider "aws" {', `  secret_key = "${secret}"`, '}'),
      [{ rule: 'aws-secret-access-key', secret }],
    ],
    ['a session token', `AWS_SESSION_TOKEN=${token}`, [{ rule: 'aws-session-token', token }]],
    [
      'a real secret beside an example id',
      lines('AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE', `AWS_SECRET_ACCESS_KEY=${secret}`),
      [{ rule: 'aws-secret-access-key', secret }],
    ],
    [
      'a real id beside an example secret',
      lines(`AWS_ACCESS_KEY_ID=${id}`, 'AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'),
      [{ rule: 'aws-access-key-id', id }],
    ],
  ])('%s', (_form, text, expected) => {
    expect(detected(text)).toEqual(expected)
  })
})

/** `S` stands for the secret. */
describe("a secret under AWS's own name, however the name stands there", () => {
  it.each([
    ['JavaScript, or', "process.env.AWS_SECRET_ACCESS_KEY || 'S'"],
    ['JavaScript, if null', 'process.env.AWS_SECRET_ACCESS_KEY ?? "S"'],
    ['JavaScript, subscript', "process.env['AWS_SECRET_ACCESS_KEY'] || 'S'"],
    ['shell, default', 'k="$' + '{AWS_SECRET_ACCESS_KEY:-S}"'],
    ['shell, assigned default', ': "$' + '{AWS_SECRET_ACCESS_KEY:=S}"'],
    ['shell, list', 'aws_secret_access_key=(\n "S"'],
    ['shell, command', 'AWS_SECRET_ACCESS_KEY=$(echo S)'],
    ['compose, default', 'AWS_SECRET_ACCESS_KEY: $' + '{AWS_SECRET_ACCESS_KEY:-S}'],
    ['Python, or', "os.getenv('AWS_SECRET_ACCESS_KEY') or 'S'"],
    ['Python, named default', 'config("AWS_SECRET_ACCESS_KEY", default="S")'],
    ['Python, with a type', 'aws_secret_key: Optional[str] = "S"'],
    ['Python, wrapped', 'aws_secret_key = SecretStr("S")'],
    ['Ruby, or', "ENV['AWS_SECRET_ACCESS_KEY'] || 'S'"],
    ['Ruby, block', "ENV.fetch('AWS_SECRET_ACCESS_KEY') { 'S' }"],
    ['Ruby, setting', "set :aws_secret_key, 'S'"],
    ['Kotlin', 'System.getenv("AWS_SECRET_ACCESS_KEY") ?: "S"'],
    ['Kotlin, with a type', 'val awsSecretKey: String = "S"'],
    ['Swift', 'ProcessInfo.processInfo.environment["AWS_SECRET_ACCESS_KEY"] ?? "S"'],
    ['Objective-C', '[config setAwsSecretKey:@"S"];'],
    ['Rust', 'env::var("AWS_SECRET_ACCESS_KEY").unwrap_or("S".to_string())'],
    ['Rust, closure', 'env::var("AWS_SECRET_ACCESS_KEY").unwrap_or_else(|_| "S".into())'],
    ['Rust, with a type', 'static AWS_SECRET_KEY: &\'static str = "S";'],
    ['R', 'aws_secret_key <- "S"'],
    ['Perl', "$ENV{AWS_SECRET_ACCESS_KEY} // 'S'"],
    ['PHP', "getenv('AWS_SECRET_ACCESS_KEY') ?: 'S'"],
    ['Go, with a type', 'var awsSecretKey string = "S"'],
    ['C', 'const char aws_secret_key[41] = "S";'],
    ['C preprocessor', '#define AWS_SECRET_KEY "S"'],
    ['C#', 'Environment.GetEnvironmentVariable("AWS_SECRET_ACCESS_KEY") ?? "S"'],
    ['Java, builder', 'builder.secretAccessKey("S")'],
    ['Java, else', 'Optional.ofNullable(System.getenv("AWS_SECRET_ACCESS_KEY")).orElse("S")'],
    ['Spring', '@Value("$' + '{aws.secretAccessKey:S}")'],
    ['Jenkins', "string(name: 'AWS_SECRET_ACCESS_KEY', defaultValue: 'S')"],
    ['Groovy', 'awsSecretKey "S"'],
    ['Clojure', '{:aws-secret-key "S"}'],
    ['Lisp', '(setq aws-secret-key "S")'],
    ['SQL', "SECRET_ACCESS_KEY 'S'"],
    ['a tab', 'AWS_SECRET_ACCESS_KEY\tS'],
    ['two blanks', 'AWS_SECRET_ACCESS_KEY  S'],
    ['a comma', 'AWS_SECRET_ACCESS_KEY,S'],
    ['CSV of two quoted cells', '"AWS_SECRET_ACCESS_KEY","S"'],
    ['properties, colon', 'aws.secretKey : S'],
    ['nginx', 'aws_secret_key S;'],
    ['TOML, inline table', 'aws = { region = "x", secret_access_key = "S" }'],
    ['YAML, tag', 'aws_secret_access_key: !!str S'],
    ['YAML, anchor', 'aws_secret_access_key: &key S'],
    ['YAML, block', 'aws_secret_access_key: >-\n  S'],
    ['XML, CDATA', '<secretAccessKey><![CDATA[S]]></secretAccessKey>'],
    ['HTML, cells', '<td>Secret Access Key</td>\n  <td><code>S</code></td>'],
    ['Markdown, table', '| AWS_SECRET_ACCESS_KEY | S |'],
    ['Markdown, table with a head', '| AWS secret access key |\n|---|\n| S |'],
    ['Markdown, list', '- **AWS Secret Access Key**: `S`'],
    ['a sentence', 'The AWS secret key is S.'],
    ['two lines', 'Secret access key\nS'],
    ['a prompt', 'AWS Secret Access Key [****************ABCD]: S'],
    ['GitHub CLI', 'gh secret set AWS_SECRET_ACCESS_KEY --body "S"'],
    ['GitHub CLI, short', 'gh secret set AWS_SECRET_ACCESS_KEY -b"S"'],
    ['GitHub CLI, piped', 'echo "S" | gh secret set AWS_SECRET_ACCESS_KEY'],
    ['AWS CLI', 'aws configure set aws_secret_access_key S'],
    [
      'AWS CLI, options between',
      'aws ssm put-parameter --name /x/AWS_SECRET_ACCESS_KEY --type SecureString --value "S"',
    ],
    ['an option', 'tool --aws-secret-key=S'],
    ['a comment behind', '"S", // AWS secret access key'],
    ['colours of a terminal', 'AWS_SECRET_ACCESS_KEY=\x1b[33mS\x1b[0m'],
    ['quoted-printable', 'AWS_SECRET_ACCESS_KEY=3DS'],
  ])('%s', (_form, text) => {
    const [before = '', after = ''] = text.split(/(?<![A-Za-z])S(?![A-Za-z])|(?<=3D)S|(?<=\[33m)S/)
    expect(detected(`${before}${secret}${after}\n`)).toEqual([{ rule: 'aws-secret-access-key', secret }])
  })
})

describe('an id near what is no secret stays alone', () => {
  const base64 = (seed: string, length: number): string =>
    draw(seed, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', length)
  const base64url = (seed: string, length: number): string =>
    draw(seed, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789A9', length)
  const block = ['a', 'b', 'c'].map((seed) => base64(seed, 64)).concat(base64('d', 40))
  const begin = '-----BEGIN CERTIFICATE-----'
  const end = '-----END CERTIFICATE-----'

  it.each([
    ['an identifier', 'x = RuleWithUseExpectToHaveBeenCalledOptions'],
    ['an identifier with digits', 'type: GoogleCloudVisionV1p3beta1ReferenceImage'],
    ['an URL', 'https://developer.mozilla.org/docs/Web/API/File/webkitRelativePath'],
    ['a mangled name', '_ZNK4llvm6object14MachOBindEntry6addendEv'],
    ['a certificate', lines(begin, ...block, end)],
    ['a certificate, CR LF', [begin, ...block, end].join('\r\n')],
    ['a certificate, indented', lines('ca: |', ...[begin, ...block, end].map((line) => `    ${line}`))],
    ['a certificate in a JSON string', JSON.stringify({ ca: lines(begin, ...block, end) })],
    ['a certificate as lines of source', [...block].map((line) => `  "${line}\\n" +`).join('\n')],
    ['base64 in lines of 76', lines(base64('e', 76), base64('f', 76), base64('g', 40))],
    ['base64 in a comment', block.map((line) => `# ${line}`).join('\n')],
    [
      'a piece of a base64url token',
      `token: eyJ.${base64url('i', 50)}_${base64url('j', 40)}-${base64url('k', 90)}`,
    ],
    ['the end of a base64url digest', `sha256=b4_${base64url('j', 40)},4923`],
    ['a block of one line', lines(begin, base64('h', 40), end)],
    ['a signature with its checksum', lines(...block, '=Ab3d', '-----END PGP SIGNATURE-----')],
  ])('%s', (_what, text) => {
    expect(detected(lines(`KEY="${id}"`, text, ''))).toEqual([{ rule: 'aws-access-key-id', id }])
  })

  it('but a secret behind a digest or a session token is none of their lines', () => {
    const temporary = accessKeyId('forms', 'ASIA')
    const digest = draw('sha256', '0123456789abcdef', 64)
    expect(detected(lines(temporary, token, secret))).toEqual([
      { rule: 'aws-access-key', id: temporary, secret, token },
    ])
    expect(detected(`prod-${id}_${secret}-old`)).toEqual([{ rule: 'aws-access-key', id, secret }])
    expect(detected(lines(id, digest, secret))).toEqual([{ rule: 'aws-access-key', id, secret }])
  })
})

describe('silence', () => {
  const sha1 = draw('sha1', '0123456789abcdef', 40)
  it.each([
    [
      'documentation',
      lines(
        'AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE',
        'AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      ),
    ],
    [
      'placeholders',
      lines(
        'AWS_ACCESS_KEY_ID=<your key id>',
        'AWS_SECRET_ACCESS_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
      ),
    ],
    [
      'references',
      lines(
        'aws-access-key-id: $' + '{{ secrets.AWS_ACCESS_KEY_ID }}',
        'aws-secret-access-key: $' + '{{ secrets.AWS_SECRET_ACCESS_KEY }}',
      ),
    ],
    ['a commit id under an AWS name', `aws_secret_version_key: ${sha1}`],
    ['role and user ids', lines(`role: AROA${id.slice(4)}X`, `user: AIDA${id.slice(4)}X`)],
    ['an id inside a longer word', `X${id}Y`],
    ['a lower-case id', id.toLowerCase()],
    [
      "a web application's session token",
      `Cookie: shop_sessionToken=${draw('web', 'ABCDEFGHabcdefgh', 300)}`,
    ],
    ['a secret that is too long', `AWS_SECRET_ACCESS_KEY=${secret}A`],
    [
      'an integrity string',
      `"integrity": "sha512-${Buffer.from(draw('i', 'abcdefghijklmnop', 64)).toString('base64')}", "aws-sdk": 1`,
    ],
    ['40 random characters without a name', `checksum ${secret} of the aws bundle`],
    ['40 random characters under a digest name', lines('aws:', `  etag: "${secret}"`)],
    [
      'a base64 image in an AWS file',
      `aws_secret_logo = "data:image/png;base64,${draw('png', 'ABCDEFGHIJKLMNOPabcdefghijklmnop0123456789+/ABCDEFGHIJKLMNOPQR', 4000)}"`,
    ],
    ["another service's secret in an AWS file", lines('# aws', `SESSION_SECRET=${secret}`)],
    ['a name further up', `AWS_SECRET_ACCESS_KEY is required; the digest of the image is ${secret}`],
    ['an identifier under the own name', 'awsSecretAccessKey = AwsSecretAccessKeyFromVaultProviderV2Cfg'],
    ['a digest beside an id alone', lines(`AKIAIOSFODNN7EXAMPLE`, `sha1: ${sha1}`)],
  ])('%s', (_form, text) => {
    expect(detected(text)).toEqual([])
  })
})
