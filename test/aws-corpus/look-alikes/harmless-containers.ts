import type { Draft } from '../case-model.js'
import { gzip, type Member, member, tar, zip } from '../making/archives.js'
import { type Form, json, lines } from '../making/draft.js'
import { utf16 } from '../making/hiding.js'
import { awsRemark, kind } from '../making/kind.js'
import type { Material } from '../making/material.js'

const packed = (path: string, bytes: Uint8Array): Draft => ({
  files: [{ path, bytes }],
  expected: [],
  dropped: [],
})

const members = (m: Material): readonly Member[] => [
  member(
    'README.md',
    lines(
      `# ${m.name()}`,
      '',
      awsRemark(m),
      'aws_access_key_id = AKIAIOSFODNN7EXAMPLE',
      'aws_secret_access_key = <your secret>',
    ),
  ),
  member(
    'config/.env.example',
    lines('AWS_ACCESS_KEY_ID=', 'AWS_SECRET_ACCESS_KEY=changeme', `GIT_COMMIT=${m.hex(40)}`),
  ),
  member(
    'src/aws.js',
    lines(
      'export const secretAccessKey = process.env.AWS_SECRET_ACCESS_KEY',
      `export const build = '${m.uuid()}'`,
    ),
  ),
  { path: 'assets/image.bin', bytes: m.bytes(1500) },
]

const deflated = (list: readonly Member[]): Uint8Array => zip(list, 'deflated')

/** Archives and UTF-16 text without secrets. */
export const harmlessContainers: readonly Form[] = [
  kind('harmless-archive', {
    zip: (m) => packed('release.zip', deflated(members(m))),
    'zip-stored': (m) => packed('function.zip', zip(members(m), 'stored')),
    tar: (m) => packed('backup.tar', tar(members(m))),
    'tar-gz': (m) => packed('backup.tar.gz', gzip(tar(members(m)))),
    gzip: (m) =>
      packed(
        'app.log.gz',
        gzip(
          Buffer.from(
            lines(
              Array.from(
                { length: 30 },
                () => `${m.date()} ${m.time()} ${awsRemark(m)} ${m.uuid()} ${m.hex(40)}`,
              ),
            ),
          ),
        ),
      ),
    jar: (m) =>
      packed(
        'libs/aws.jar',
        deflated([
          member(
            'META-INF/MANIFEST.MF',
            lines('Manifest-Version: 1.0', 'Name: com/acme/Keys.class', `SHA-256-Digest: ${m.base64(32)}`),
          ),
          ...members(m),
        ]),
      ),
    docx: (m) =>
      packed(
        'docs/guide.docx',
        deflated([
          member(
            'word/document.xml',
            `<w:document><w:body><w:p><w:r><w:t>${awsRemark(m)}</w:t></w:r></w:p><w:p><w:r><w:t>Secret access key: ask ${m.person()}</w:t></w:r></w:p></w:body></w:document>`,
          ),
        ]),
      ),
    'zip-in-tar-gz': (m) =>
      packed('nightly.tgz', gzip(tar([{ path: 'inner.zip', bytes: deflated(members(m)) }]))),
    truncated: (m) => packed('broken.zip', deflated(members(m)).slice(0, 900)),
  }),
  kind('utf16-text', {
    'little-endian-example': (m) =>
      packed(
        'notes.txt',
        utf16(
          lines(awsRemark(m), 'AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE', 'AWS_SECRET_ACCESS_KEY=$env:SECRET'),
          'little-endian',
        ),
      ),
    'big-endian-json': (m) =>
      packed(
        'settings.json',
        utf16(json({ accessKeyId: '', secretAccessKey: null, revision: m.hex(40) }), 'big-endian'),
      ),
    'powershell-script': (m) =>
      packed(
        'Get-Keys.ps1',
        utf16(
          lines(
            `# ${awsRemark(m)}`,
            '$secret = Get-SECSecretValue -SecretId aws/key',
            '$env:AWS_SECRET_ACCESS_KEY = $secret.SecretString',
            `Write-Host "${m.uuid()}"`,
          ),
          'little-endian',
        ),
      ),
  }),
]
