import { type Form, json, lines, silent } from '../making/draft.js'
import { kind } from '../making/kind.js'
import type {} from '../making/material.js'

const [ID, SECRET] = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']

/** Credentials that only who has another key can read. */
export const encryptedValues: readonly Form[] = [
  kind('encrypted-value', {
    sops: (m) =>
      silent(
        'secrets.enc.yaml',
        lines(
          'aws:',
          `    access_key_id: ENC[AES256_GCM,data:${m.base64(20)},iv:${m.base64(32)},tag:${m.base64(16)},type:str]`,
          `    secret_access_key: ENC[AES256_GCM,data:${m.base64(40)},iv:${m.base64(32)},tag:${m.base64(16)},type:str]`,
          'sops:',
          `    kms: [{ arn: "arn:aws:kms:${m.region()}:${m.account()}:key/${m.uuid()}" }]`,
        ),
      ),
    kms: (m) =>
      silent(
        'config.enc.json',
        json({
          aws_access_key_id: `AQICAHh${m.base64(180)}`,
          aws_secret_access_key: `AQICAHh${m.base64(210)}`,
        }),
      ),
    'sealed-secret': (m) =>
      silent(
        'sealed.yaml',
        lines(
          'kind: SealedSecret',
          'spec:',
          '  encryptedData:',
          `    ${ID}: AgB${m.base64(500)}`,
          `    ${SECRET}: AgA${m.base64(520)}`,
        ),
      ),
    travis: (m) =>
      silent(
        '.travis.yml',
        lines(
          'deploy:',
          '  provider: s3',
          '  access_key_id:',
          `    secure: "${m.base64(512)}"`,
          '  secret_access_key:',
          `    secure: "${m.base64(512)}"`,
        ),
      ),
    'ansible-vault': (m) =>
      silent(
        'group_vars/vault.yml',
        lines(
          'aws_secret_key: !vault |',
          '  $ANSIBLE_VAULT;1.1;AES256',
          Array.from({ length: 6 }, () => `  ${m.text('3', 1)}${m.digits(79)}`),
        ),
      ),
    jenkins: (m) =>
      silent(
        'credentials.xml',
        lines(
          '<com.cloudbees.jenkins.plugins.awscredentials.AWSCredentialsImpl>',
          '  <accessKey></accessKey>',
          `  <secretKey>{AQAAABAAAAAw${m.base64(60)}}</secretKey>`,
          '</com.cloudbees.jenkins.plugins.awscredentials.AWSCredentialsImpl>',
        ),
      ),
    'rails-credentials': (m) =>
      silent('config/credentials.yml.enc', `${m.base64(600)}--${m.base64(12)}--${m.base64(16)}`),
    eyaml: (m) =>
      silent(
        'hiera/common.eyaml',
        lines(
          '---',
          `profile::aws::secret_access_key: ENC[PKCS7,${m.base64(420)}]`,
          `profile::aws::region: ${m.region()}`,
        ),
      ),
  }),
]
