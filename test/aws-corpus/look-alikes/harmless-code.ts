import { LOWER } from '../making/alphabets.js'
import { type Form, json, lines, silent } from '../making/draft.js'
import { pieces } from '../making/hiding.js'
import { awsRemark, kind } from '../making/kind.js'

/** Code and prose about credentials, without any. */
export const harmlessCode: readonly Form[] = [
  kind('minified-code', {
    sdk: (m) =>
      silent(
        'vendor/aws-sdk.min.js',
        `!function(){var e={};e.Credentials=function(t){this.accessKeyId=t.accessKeyId,this.secretAccessKey=t.secretAccessKey,this.sessionToken=t.sessionToken},e.sign=function(t,r,n){return"AWS4-HMAC-SHA256 Credential="+t.accessKeyId+"/"+r+", SignedHeaders="+n+", Signature="+e.hmac("AWS4"+t.secretAccessKey,r)},e.v="${m.hex(40)}",e.id="${m.uuid()}"}();\n`,
      ),
    'lookup-table': (m) =>
      silent(
        'dist/base64.js',
        `var A="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=",B="ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",secretKey=function(e){return e.map(function(n){return A.charAt(n)}).join("")};//${m.hex(8)}\n`,
      ),
    template: (m) =>
      silent(
        'dist/form.js',
        `e.exports=t=>\`<input name="secretAccessKey" placeholder="Secret access key" value="\${t.secretAccessKey||""}"><input name="accessKeyId" value="\${t.accessKeyId||""}">\`;/*${m.base64(32)}*/\n`,
      ),
  }),
  kind('credential-handling-code', {
    interface: (m) =>
      silent(
        'src/types.ts',
        lines(
          `/** ${awsRemark(m)} */`,
          'export interface AwsCredentials {',
          '  readonly accessKeyId: string',
          '  readonly secretAccessKey: string',
          '  readonly sessionToken?: string',
          '}',
        ),
      ),
    dataclass: (m) =>
      silent(
        'app/models.py',
        lines(
          'from dataclasses import dataclass',
          '',
          '@dataclass',
          'class Keys:',
          '    aws_access_key_id: str = ""',
          '    aws_secret_access_key: str = ""',
          `    bucket: str = "${m.bucket()}"`,
        ),
      ),
    parameters: (m) =>
      silent(
        'lib/sign.go',
        lines(
          'package sign',
          '',
          `// Sign ${awsRemark(m)}; tested with ${m.uuid()}.`,
          'func Sign(accessKeyID, secretAccessKey, sessionToken string) (string, error) {',
          '\tkey := hmacSHA256([]byte("AWS4"+secretAccessKey), date)',
          '\treturn credentials.NewStaticCredentials(accessKeyID, secretAccessKey, sessionToken), nil',
          '}',
        ),
      ),
    'scanner-rules': (m) =>
      silent(
        '.gitleaks.toml',
        lines(
          `# ${m.name()} ${m.version()}, ${m.hex(40)}`,
          '[[rules]]',
          'id = "aws-access-token"',
          "regex = '''(?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}'''",
          'keywords = ["akia", "asia", "aws_secret_access_key"]',
        ),
      ),
    'detection-test': (m) =>
      silent(
        'test/redact.test.js',
        lines(
          `// ${awsRemark(m)}`,
          "it('redacts keys', () => {",
          "  const id = 'AKIA' + 'A'.repeat(16)",
          "  expect(redact(id)).toBe('AKIA…')",
          "  expect(redact('aws_secret_access_key=' + 'a'.repeat(40))).not.toContain('a'.repeat(40))",
          '})',
        ),
      ),
    schema: (m) =>
      silent(
        'schema.json',
        json({
          $id: m.uuid(),
          properties: {
            accessKeyId: { type: 'string', pattern: '^A(KIA|SIA)[A-Z0-9]{16}$' },
            secretAccessKey: {
              type: 'string',
              minLength: 40,
              maxLength: 40,
              pattern: '^[A-Za-z0-9/+=]{40}$',
            },
          },
        }),
      ),
  }),
  kind('documentation-prose', {
    guide: (m) =>
      silent(
        'docs/rotate.md',
        lines(
          '# Rotating access keys',
          '',
          'An access key consists of an access key ID, which begins with AKIA or ASIA, and a secret access key of 40 characters.',
          'Run `aws iam create-access-key --user-name NAME`, then set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
          `Ask ${m.person()} before you delete one in ${m.region()}.`,
        ),
      ),
    changelog: (m) =>
      silent(
        'CHANGES.rst',
        lines(
          m.version(),
          '=====',
          '',
          '* bugfix:``credentials``: aws_secret_access_key is stripped of white space',
          '* feature:``iam``: CreateAccessKey, UpdateAccessKey, GetAccessKeyLastUsed',
          `* see ${m.hex(40)}`,
        ),
      ),
    'terraform-plan': (m) =>
      silent(
        'plan.txt',
        lines(
          '  # aws_iam_access_key.ci will be created',
          '  + resource "aws_iam_access_key" "ci" {',
          '      + encrypted_secret               = (known after apply)',
          '      + id                             = (known after apply)',
          '      + secret                         = (sensitive value)',
          `      + user                           = "${m.person()}"`,
          '    }',
        ),
      ),
    'credential-report': (m) =>
      silent(
        'iam/credential-report.csv',
        lines(
          'user,arn,access_key_1_active,access_key_1_last_rotated,access_key_2_active',
          Array.from(
            { length: 5 },
            () =>
              `${m.person()},arn:aws:iam::${m.account()}:user/${m.person()},true,${m.date()}T${m.time()}+00:00,false`,
          ),
        ),
      ),
    transcript: (m) =>
      silent(
        'docs/session.txt',
        lines(
          '$ aws configure',
          'AWS Access Key ID [None]:',
          'AWS Secret Access Key [None]:',
          `Default region name [None]: ${m.region()}`,
          '$ aws sts get-session-token',
          'An error occurred (AccessDenied) when calling the GetSessionToken operation',
        ),
      ),
  }),
  kind('joined-but-harmless', {
    'javascript-url': (m) =>
      silent(
        'src/url.js',
        lines(
          `// ${awsRemark(m)}`,
          'const endpoint =',
          `  "https://${m.bucket()}" +`,
          `  ".s3.${m.region()}.amazonaws.com/" +`,
          `  "${m.word()}/${m.word()}"`,
        ),
      ),
    'python-message': (m) =>
      silent(
        'app/messages.py',
        lines(
          'MISSING = (',
          '    "AWS_SECRET_ACCESS_KEY is not set; "',
          `    "ask ${m.person()} for the secret access key "`,
          '    "or use aws sso login"',
          ')',
        ),
      ),
    'joined-digest': (m) =>
      silent(
        'src/Digest.java',
        lines(
          `// ${awsRemark(m)}`,
          'final class Digest {',
          `  static final String EXPECTED = "${m.hex(20)}"`,
          `      + "${m.hex(44)}";`,
          '}',
        ),
      ),
    'array-of-words': (m) =>
      silent(
        'web/words.js',
        lines(
          `const accessWords = [${pieces(m, m.text(LOWER, 40), 5)
            .map((part) => `"${part}"`)
            .join(', ')}].join("-")`,
          `const id = ["AKIA", "is", "the", "prefix"].join(" ")`,
        ),
      ),
    'shell-continuation': (m) =>
      silent(
        'bin/sync.sh',
        lines(
          '#!/bin/sh',
          `# ${awsRemark(m)}`,
          'aws s3 sync build/ \\',
          `  s3://${m.bucket()}/${m.word()} \\`,
          '  --delete --acl private',
        ),
      ),
  }),
]
