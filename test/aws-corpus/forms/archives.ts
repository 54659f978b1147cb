import type { CorpusFile, Draft } from '../case-model.js'
import { gzip, type Member, member, tar, zip } from '../making/archives.js'
import type { Credential } from '../making/credentials.js'
import { type Form, pairOf } from '../making/draft.js'
import type { Material } from '../making/material.js'
import {
  credentialsText,
  csvText,
  envText,
  jsonText,
  propertiesText,
  type SampleText,
} from '../making/sample-texts.js'

const packed = (credentials: readonly Credential[], path: string, bytes: Uint8Array): Draft => {
  const file: CorpusFile = { path, bytes }
  return { files: [file], expected: credentials.map(pairOf), dropped: ['unpacked'] }
}

/** What an archive holds beside the file that matters. */
const companions = (m: Material): readonly Member[] => [
  member('README.md', `# ${m.name()}\n\nUnpack and run \`make\`. Built from ${m.hex(40)}.\n`),
  member('src/index.js', `module.exports = () => '${m.uuid()}'\n`.repeat(8)),
  { path: 'assets/logo.bin', bytes: m.bytes(700) },
]

type Packing = (members: readonly Member[]) => Uint8Array

const archive =
  (path: string, sample: SampleText, pack: Packing, keys: 'long-term' | 'temporary' = 'long-term') =>
  (m: Material): Draft => {
    const k = keys === 'temporary' ? m.temporary() : m.longTerm()
    const { path: name, text } = sample(m, k)
    const [first, ...rest] = companions(m)
    const members = [...(first === undefined ? [] : [first]), member(`app/${name}`, text), ...rest]
    return packed([k], path, pack(members))
  }

const single =
  (path: string, sample: SampleText) =>
  (m: Material): Draft => {
    const k = m.longTerm()
    return packed([k], path, gzip(Buffer.from(sample(m, k).text)))
  }

const deflated: Packing = (members) => zip(members, 'deflated')
const tarGz: Packing = (members) => gzip(tar(members))

export const archives: readonly Form[] = [
  {
    name: 'archive-zip',
    variants: {
      credentials: archive('backup/home.zip', credentialsText, deflated),
      temporary: archive('lambda.zip', envText, deflated, 'temporary'),
      stored: archive('dist/function.zip', jsonText, (members) => zip(members, 'stored')),
      'two-members': (m) => {
        const [a, b] = [m.longTerm(), m.longTerm()]
        const members = [
          member('staging/.env', envText(m, a).text),
          ...companions(m),
          member('prod/.env', envText(m, b).text),
        ]
        return packed([a, b], 'envs.zip', deflated(members))
      },
    },
  },
  {
    name: 'archive-tar',
    variants: {
      credentials: archive('backup.tar', credentialsText, tar),
      csv: archive('downloads.tar', csvText, tar),
    },
  },
  {
    name: 'archive-tar-gz',
    variants: {
      credentials: archive('backup.tar.gz', credentialsText, tarGz),
      env: archive('release.tgz', envText, tarGz, 'temporary'),
    },
  },
  {
    name: 'archive-gzip',
    variants: {
      log: single('logs/app.log.gz', envText),
      json: single('state/config.json.gz', jsonText),
    },
  },
  {
    name: 'archive-jar',
    variants: {
      properties: archive('libs/service.jar', propertiesText, (members) =>
        deflated([
          member('META-INF/MANIFEST.MF', 'Manifest-Version: 1.0\r\nMain-Class: App\r\n'),
          ...members,
        ]),
      ),
      war: archive('deploy/site.war', propertiesText, (members) =>
        deflated(members.map((one) => ({ ...one, path: `WEB-INF/classes/${one.path}` }))),
      ),
    },
  },
  {
    name: 'archive-docx',
    variants: {
      paragraphs: (m) => {
        const k = m.longTerm()
        return packed(
          [k],
          'docs/Handover.docx',
          docx([
            `Handover of ${m.date()}`,
            `Access key ID: ${k.id}`,
            `Secret access key: ${k.secret}`,
            `Bucket: ${m.bucket()}`,
          ]),
        )
      },
      'one-paragraph': (m) => {
        const k = m.longTerm()
        return packed(
          [k],
          'docs/setup.docx',
          docx([m.name(), `Run aws configure with ${k.id} and ${k.secret}`, `Ask ${m.person()} for help.`]),
        )
      },
    },
  },
  {
    name: 'archive-xlsx',
    variants: {
      'shared-strings': (m) => {
        const k = m.longTerm()
        const strings = ['Access key ID', 'Secret access key', k.id, k.secret, m.bucket()].map(
          (text) => `<si><t>${text}</t></si>`,
        )
        const members = [
          member('[Content_Types].xml', '<Types/>'),
          member('xl/sharedStrings.xml', `<?xml version="1.0"?><sst count="5">${strings.join('')}</sst>`),
        ]
        return packed([k], 'keys.xlsx', deflated(members))
      },
    },
  },
  {
    name: 'archive-zip-in-tar-gz',
    variants: {
      credentials: archive('bundle.tar.gz', credentialsText, (members) =>
        tarGz([member('NOTE', 'see inner.zip\n'), { path: 'inner.zip', bytes: deflated(members) }]),
      ),
      env: archive('nightly.tgz', envText, (members) =>
        tarGz([{ path: 'data/app.zip', bytes: deflated(members) }]),
      ),
    },
  },
  {
    name: 'archive-gzip-in-zip',
    variants: {
      log: archive('support.zip', envText, (members) =>
        deflated(members.map(({ path, bytes }) => ({ path: `${path}.gz`, bytes: gzip(bytes) }))),
      ),
    },
  },
]

const docx = (paragraphs: readonly string[]): Uint8Array => {
  const runs = paragraphs.map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`)
  return deflated([
    member(
      '[Content_Types].xml',
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    member('_rels/.rels', '<?xml version="1.0"?><Relationships/>'),
    member(
      'word/document.xml',
      `<?xml version="1.0" encoding="UTF-8"?><w:document><w:body>${runs.join('')}</w:body></w:document>`,
    ),
  ])
}
