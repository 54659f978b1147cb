import type { Credential } from './credentials.js'
import { json, lines } from './draft.js'
import type { Material } from './material.js'

/** Whole files to be hidden in other ones. */
export type SampleText = (m: Material, k: Credential) => { readonly path: string; readonly text: string }

const tokenLine = (k: Credential, before: string): readonly string[] =>
  k.token === undefined ? [] : [`${before}${k.token}`]

export const credentialsText: SampleText = (m, k) => ({
  path: 'credentials',
  text: lines(
    '[default]',
    `aws_access_key_id = ${k.id}`,
    `aws_secret_access_key = ${k.secret}`,
    tokenLine(k, 'aws_session_token = '),
    `region = ${m.region()}`,
  ),
})

export const envText: SampleText = (m, k) => ({
  path: '.env',
  text: lines(
    `NODE_ENV=production`,
    `S3_BUCKET=${m.bucket()}`,
    `AWS_ACCESS_KEY_ID=${k.id}`,
    `AWS_SECRET_ACCESS_KEY=${k.secret}`,
    tokenLine(k, 'AWS_SESSION_TOKEN='),
    `GIT_COMMIT=${m.hex(40)}`,
    `PORT=${m.digits(4)}`,
  ),
})

export const csvText: SampleText = (_, k) => ({
  path: 'accessKeys.csv',
  text: lines('Access key ID,Secret access key', `${k.id},${k.secret}`),
})

export const jsonText: SampleText = (m, k) => ({
  path: 'credentials.json',
  text: json({
    profile: m.name(),
    accessKeyId: k.id,
    secretAccessKey: k.secret,
    ...(k.token === undefined ? {} : { sessionToken: k.token }),
    region: m.region(),
  }),
})

export const propertiesText: SampleText = (m, k) => ({
  path: 'application.properties',
  text: lines(
    `spring.application.name=${m.name()}`,
    `cloud.aws.region.static=${m.region()}`,
    `cloud.aws.credentials.accessKey=${k.id}`,
    `build.revision=${m.hex(40)}`,
    `cloud.aws.credentials.secretKey=${k.secret}`,
    `server.port=${m.digits(4)}`,
  ),
})

export const scriptText: SampleText = (m, k) => ({
  path: 'deploy.ps1',
  text: lines(
    `# ${m.name()}`,
    `$env:AWS_SECRET_ACCESS_KEY = "${k.secret}"`,
    `$env:AWS_ACCESS_KEY_ID = "${k.id}"`,
    `Write-S3Object -BucketName ${m.bucket()} -Folder .\\dist -KeyPrefix ${m.word()}`,
  ),
})
