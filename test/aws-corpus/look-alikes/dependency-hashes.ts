import { ALPHANUMERIC } from '../making/alphabets.js'
import { type Form, json, lines, silent } from '../making/draft.js'
import { awsRemark, kind } from '../making/kind.js'
import type { Material } from '../making/material.js'

const PACKAGES = [
  '@aws-sdk/client-s3',
  '@aws-sdk/credential-providers',
  'aws-sdk',
  '@smithy/signature-v4',
  'left-pad',
] as const

const each = (m: Material, count: number, write: (name: string) => readonly string[]): readonly string[] =>
  Array.from({ length: count }, () => write(m.pick(PACKAGES))).flat()

/** What package managers and bundlers write down of what they fetched or built. */
export const dependencyHashes: readonly Form[] = [
  kind('npm-lock', {
    'package-lock': (m) => {
      const entries = PACKAGES.map((name) => [
        `node_modules/${name}`,
        {
          version: m.version(),
          resolved: `https://registry.npmjs.org/${name}/-/x-${m.version()}.tgz`,
          integrity: `sha512-${m.base64(64)}`,
          license: 'Apache-2.0',
        },
      ])
      return silent(
        'package-lock.json',
        json({ name: m.name(), lockfileVersion: 3, packages: Object.fromEntries(entries) }),
      )
    },
    'old-sha1': (m) =>
      silent(
        'npm-shrinkwrap.json',
        json({
          dependencies: {
            'aws-sdk': {
              version: m.version(),
              from: `aws-sdk@${m.version()}`,
              integrity: `sha1-${m.base64(20)}`,
              shasum: m.hex(40),
            },
          },
        }),
      ),
    yarn: (m) =>
      silent(
        'yarn.lock',
        lines(
          '# yarn lockfile v1',
          each(m, 6, (name) => [
            '',
            `"${name}@^${m.version()}":`,
            `  version "${m.version()}"`,
            `  resolved "https://registry.yarnpkg.com/${name}/-/x.tgz#${m.hex(40)}"`,
            `  integrity sha512-${m.base64(64)}`,
          ]),
        ),
      ),
    'yarn-berry': (m) =>
      silent(
        'yarn.lock',
        lines(
          '__metadata:',
          '  version: 8',
          each(m, 5, (name) => [
            '',
            `"${name}@npm:^${m.version()}":`,
            `  checksum: 10c0/${m.hex(128)}`,
            '  languageName: node',
          ]),
        ),
      ),
    pnpm: (m) =>
      silent(
        'pnpm-lock.yaml',
        lines(
          "lockfileVersion: '9.0'",
          'packages:',
          each(m, 6, (name) => [
            '',
            `  '${name}@${m.version()}':`,
            `    resolution: {integrity: sha512-${m.base64(64)}}`,
          ]),
        ),
      ),
  }),
  kind('cargo-lock', {
    usual: (m) =>
      silent(
        'Cargo.lock',
        lines(
          'version = 3',
          each(m, 6, () => [
            '',
            '[[package]]',
            `name = "${m.pick(['aws-sdk-s3', 'aws-sigv4', 'aws-credential-types'])}"`,
            `version = "${m.version()}"`,
            `checksum = "${m.hex(64)}"`,
          ]),
        ),
      ),
    'git-source': (m) =>
      silent(
        'Cargo.lock',
        lines(
          '[[package]]',
          'name = "aws-config"',
          `source = "git+https://github.com/awslabs/aws-sdk-rust?rev=${m.hex(40)}#${m.hex(40)}"`,
        ),
      ),
  }),
  kind('go-sum', {
    usual: (m) =>
      silent(
        'go.sum',
        lines(
          each(m, 8, () => [
            `github.com/aws/aws-sdk-go-v2/credentials v${m.version()} h1:${m.base64(32)}`,
            `github.com/aws/aws-sdk-go-v2/credentials v${m.version()}/go.mod h1:${m.base64(32)}`,
          ]),
        ),
      ),
    'work-sum': (m) =>
      silent(
        'go.work.sum',
        lines(each(m, 4, () => [`github.com/aws/smithy-go v${m.version()} h1:${m.base64(32)}`])),
      ),
  }),
  kind('composer-and-gem-lock', {
    composer: (m) =>
      silent(
        'composer.lock',
        json(
          {
            'content-hash': m.hex(32),
            packages: [
              {
                name: 'aws/aws-sdk-php',
                version: m.version(),
                source: { type: 'git', reference: m.hex(40) },
                dist: { type: 'zip', reference: m.hex(40), shasum: m.hex(40) },
              },
            ],
          },
          4,
        ),
      ),
    gemfile: (m) =>
      silent(
        'Gemfile.lock',
        lines(
          'GEM',
          '  specs:',
          `    aws-sdk-s3 (1.${m.digits(3)}.0)`,
          `    aws-sigv4 (~> ${m.version()})`,
          'CHECKSUMS',
          `  aws-sdk-s3 (${m.version()}) sha256=${m.hex(64)}`,
        ),
      ),
  }),
  kind('python-lock', {
    poetry: (m) =>
      silent(
        'poetry.lock',
        lines(
          '[[package]]',
          'name = "boto3"',
          `version = "${m.version()}"`,
          'files = [',
          Array.from(
            { length: 5 },
            () => `    {file = "boto3-${m.version()}.tar.gz", hash = "sha256:${m.hex(64)}"},`,
          ),
          ']',
        ),
      ),
    requirements: (m) =>
      silent(
        'requirements.txt',
        lines(
          `# ${awsRemark(m)}`,
          `boto3==${m.version()} \\`,
          `    --hash=sha256:${m.hex(64)} \\`,
          `    --hash=sha256:${m.hex(64)}`,
        ),
      ),
    record: (m) =>
      silent(
        'boto3.dist-info/RECORD',
        lines(
          Array.from(
            { length: 6 },
            () => `boto3/${m.word()}.py,sha256=${m.text(ALPHANUMERIC, 43)},${m.digits(4)}`,
          ),
        ),
      ),
  }),
]
