import { type Form, json, lines, silent } from '../making/draft.js'
import { wrapped } from '../making/hiding.js'
import { awsRemark, kind } from '../making/kind.js'
import type { Material } from '../making/material.js'

const pem = (m: Material, label: string, bytes: number): readonly string[] => [
  `-----BEGIN ${label}-----`,
  ...wrapped(`MII${m.text('ABCDEFGH', 1)}${m.base64(bytes)}`, 64),
  `-----END ${label}-----`,
]

/** SSH's wire form begins with the length and the name of the algorithm. */
const sshKey = (m: Material, name: string, bytes: number): string =>
  `${name} ${Buffer.concat([Buffer.from([0, 0, 0, name.length]), Buffer.from(name), m.bytes(bytes)]).toString('base64')}`

/** Public keys, certificates, and text in the alphabets of keys. */
export const publicMaterial: readonly Form[] = [
  kind('certificate', {
    chain: (m) =>
      silent(
        'certs/chain.pem',
        lines(`# ${awsRemark(m)}`, pem(m, 'CERTIFICATE', 900), pem(m, 'CERTIFICATE', 1100)),
      ),
    request: (m) => silent('certs/iot.csr', lines(pem(m, 'CERTIFICATE REQUEST', 700))),
    'rds-bundle': (m) =>
      silent(
        'rds-combined-ca-bundle.pem',
        lines(Array.from({ length: 3 }, () => pem(m, 'CERTIFICATE', 1000)).flat()),
      ),
    'json-one-line': (m) =>
      silent('saml.json', json({ idp: 'aws-sso', x509: m.base64(900), accessKeyId: '' })),
  }),
  kind('public-key', {
    pem: (m) => silent('cloudfront/public_key.pem', lines(pem(m, 'PUBLIC KEY', 290))),
    'key-group': (m) =>
      silent(
        'cdn.tf',
        lines(
          'resource "aws_cloudfront_public_key" "signer" {',
          `  name        = "${m.name()}"`,
          '  encoded_key = <<-EOT',
          pem(m, 'PUBLIC KEY', 290),
          '  EOT',
          '}',
        ),
      ),
    jwks: (m) =>
      silent(
        'jwks.json',
        json({
          keys: [
            {
              kid: m.base64(32),
              alg: 'RS256',
              e: 'AQAB',
              n: m.base64(256).replaceAll('+', '-').replaceAll('/', '_'),
            },
          ],
        }),
      ),
  }),
  kind('ssh-key', {
    'authorized-keys': (m) =>
      silent(
        '.ssh/authorized_keys',
        lines(
          `# ${awsRemark(m)}`,
          `${sshKey(m, 'ssh-rsa', 270)} ${m.person()}@aws`,
          `${sshKey(m, 'ssh-ed25519', 36)} deploy`,
        ),
      ),
    'known-hosts': (m) =>
      silent(
        '.ssh/known_hosts',
        lines(
          Array.from(
            { length: 4 },
            () => `git-codecommit.${m.region()}.amazonaws.com ${sshKey(m, 'ssh-rsa', 270)}`,
          ),
        ),
      ),
    'hashed-hosts': (m) =>
      silent(
        '.ssh/known_hosts',
        lines(
          Array.from(
            { length: 4 },
            () => `|1|${m.base64(20)}|${m.base64(20)} ${sshKey(m, 'ssh-ed25519', 36)}`,
          ),
        ),
      ),
    terraform: (m) =>
      silent(
        'key-pair.tf',
        lines(
          'resource "aws_key_pair" "deployer" {',
          `  key_name   = "deployer-key"`,
          `  public_key = "${sshKey(m, 'ssh-rsa', 270)}"`,
          '}',
        ),
      ),
    fingerprints: (m) =>
      silent(
        'docs/hosts.md',
        lines(
          '| host | SHA256 |',
          '|---|---|',
          Array.from({ length: 3 }, () => `| aws-${m.word()} | SHA256:${m.base64(32).slice(0, 43)} |`),
        ),
      ),
  }),
  kind('pgp', {
    'public-key': (m) =>
      silent(
        'keys/aws-cli.asc',
        lines(
          '-----BEGIN PGP PUBLIC KEY BLOCK-----',
          '',
          wrapped(m.base64(1500), 64),
          `=${m.base64(3)}`,
          '-----END PGP PUBLIC KEY BLOCK-----',
        ),
      ),
    message: (m) =>
      silent(
        'secrets/aws.asc',
        lines(
          '-----BEGIN PGP MESSAGE-----',
          `Comment: ${awsRemark(m)}`,
          '',
          wrapped(m.base64(900), 64),
          `=${m.base64(3)}`,
          '-----END PGP MESSAGE-----',
        ),
      ),
    signature: (m) =>
      silent(
        'awscli.zip.sig',
        lines('-----BEGIN PGP SIGNATURE-----', '', wrapped(m.base64(400), 64), '-----END PGP SIGNATURE-----'),
      ),
  }),
]
