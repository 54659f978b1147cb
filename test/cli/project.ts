import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { accessKeyId, secretAccessKey } from '../support/credentials.js'
import type { KnownCredential } from '../support/sts-judge.js'

/** What a test reads of a finding in a `jsonl` report. */
export interface ReportedFinding {
  readonly ruleId: string
  readonly severity: string
  readonly path: string
  readonly container: readonly string[] | null
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
  readonly redacted: string
  readonly fingerprint: string
  readonly origin: { readonly author: string | null }
  readonly facts: Readonly<Record<string, unknown>>
  readonly partners: readonly string[]
  readonly confidence: string
  readonly verification: {
    readonly status: string
    readonly reason: string | null
    readonly detail: string | null
  }
}

export const reported = (jsonl: string): readonly ReportedFinding[] =>
  jsonl
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

/** Writes files below a folder, directories as needed. */
export const writeFiles = (folder: string, files: Readonly<Record<string, string | Uint8Array>>): void => {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

export const pairOf = (seed: string): { readonly id: string; readonly secret: string } => ({
  id: accessKeyId(seed),
  secret: secretAccessKey(seed),
})

/** Lines of an environment file with the key of a seed. */
export const dotenv = (seed: string): string => {
  const { id, secret } = pairOf(seed)
  return `AWS_ACCESS_KEY_ID=${id}\nAWS_SECRET_ACCESS_KEY=${secret}\n`
}

/** An environment file with a credential that a test's STS knows. */
export const credentialFile = ({
  accessKeyId: id,
  secretAccessKey: secret,
  sessionToken: token,
}: KnownCredential): string =>
  `AWS_ACCESS_KEY_ID=${id}\nAWS_SECRET_ACCESS_KEY=${secret}\n${token === null ? '' : `AWS_SESSION_TOKEN=${token}\n`}`
