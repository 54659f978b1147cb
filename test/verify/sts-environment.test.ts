import fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createStsVerifier } from '../../src/verify/index.js'
import { accessKeyId, secretAccessKey, sessionToken } from '../support/credentials.js'
import { found, longTermKey } from '../support/sts-credentials.js'
import { type StsServer, startStsServer } from '../support/sts-server.js'

const user = longTermKey('user')
/** What the machine that scans has of its own. */
const own = { id: accessKeyId('own'), secret: secretAccessKey('own'), token: sessionToken('own') }
let ours: StsServer
let decoy: StsServer
let home: string

beforeEach(async () => {
  // An hour ahead, so that a setting that switches the SDK's clock correction off would show.
  ours = await startStsServer({ credentials: [user], clockAheadMs: 3_600_000 })
  decoy = await startStsServer({})
  home = await fs.mkdtemp(path.join(tmpdir(), 'keysieve-home-'))
  await fs.mkdir(path.join(home, '.aws'))
  const settings = [
    `region = eu-central-1`,
    `endpoint_url = ${decoy.endpoint}`,
    'services = all',
    'max_attempts = 9',
    'retry_mode = adaptive',
    'use_fips_endpoint = true',
    'use_dualstack_endpoint = true',
    'disable_clock_skew_correction = true',
    'sdk_ua_app_id = planted',
    'auth_scheme_preference = noAuth',
    'defaults_mode = mobile',
    `aws_access_key_id = ${own.id}`,
    `aws_secret_access_key = ${own.secret}`,
  ].join('\n')
  const services = `[services all]\nsts =\n  endpoint_url = ${decoy.endpoint}\n`
  await fs.writeFile(
    path.join(home, '.aws', 'config'),
    `[default]\n${settings}\n[profile planted]\n${settings}\n${services}`,
  )
  await fs.writeFile(
    path.join(home, '.aws', 'credentials'),
    `[default]\naws_access_key_id = ${own.id}\naws_secret_access_key = ${own.secret}\n`,
  )
  const environment = {
    HOME: home,
    USERPROFILE: home,
    AWS_PROFILE: 'planted',
    AWS_CONFIG_FILE: path.join(home, '.aws', 'config'),
    AWS_SHARED_CREDENTIALS_FILE: path.join(home, '.aws', 'credentials'),
    AWS_ACCESS_KEY_ID: own.id,
    AWS_SECRET_ACCESS_KEY: own.secret,
    AWS_SESSION_TOKEN: own.token,
    AWS_REGION: 'eu-central-1',
    AWS_DEFAULT_REGION: 'eu-central-1',
    AWS_ENDPOINT_URL: decoy.endpoint,
    AWS_ENDPOINT_URL_STS: decoy.endpoint,
    AWS_STS_REGIONAL_ENDPOINTS: 'legacy',
    AWS_USE_FIPS_ENDPOINT: 'true',
    AWS_USE_DUALSTACK_ENDPOINT: 'true',
    AWS_MAX_ATTEMPTS: '9',
    AWS_RETRY_MODE: 'adaptive',
    AWS_DEFAULTS_MODE: 'mobile',
    AWS_AUTH_SCHEME_PREFERENCE: 'noAuth',
    AWS_SIGV4A_SIGNING_REGION_SET: '*',
    AWS_DISABLE_CLOCK_SKEW_CORRECTION: 'true',
    AWS_EXECUTION_ENV: 'planted',
    AWS_SDK_UA_APP_ID: 'planted',
    HTTP_PROXY: decoy.endpoint,
    HTTPS_PROXY: decoy.endpoint,
  }
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
})

afterEach(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  await Promise.all([ours.close(), decoy.close(), fs.rm(home, { recursive: true })])
})

// First in this file: the SDK warns once for a process.
it('warns of nothing on stderr', async () => {
  const warned = vi.spyOn(process, 'emitWarning')
  const verifier = createStsVerifier({
    endpoint: ours.endpoint,
    timeoutMs: 10_000,
    version: '1.0.0',
    pauseMs: 1,
  })
  await verifier.verify(found(user))
  verifier.close()
  expect(warned.mock.calls).toEqual([])
})

describe("the machine's own AWS settings", () => {
  it('have no say: only our endpoint, only the credential that was found', async () => {
    const read = vi.spyOn(fs, 'readFile')
    const verifier = createStsVerifier({
      endpoint: ours.endpoint,
      timeoutMs: 10_000,
      version: '1.0.0',
      pauseMs: 1,
    })
    const answer = await verifier.verify(found(user))
    verifier.close()

    expect(answer).toMatchObject({ status: 'active', arn: user.arn })
    expect(decoy.calls).toEqual([])
    expect(ours.calls.map(({ accessKeyId, region, token }) => ({ accessKeyId, region, token }))).toEqual([
      { accessKeyId: user.accessKeyId, region: 'us-east-1', token: 'none' },
      { accessKeyId: user.accessKeyId, region: 'us-east-1', token: 'none' },
    ])
    expect(ours.calls.map((call) => call.userAgent).join()).not.toContain('planted')
    expect(read.mock.calls.map(([file]) => String(file)).filter((file) => file.includes('.aws'))).toEqual([])
  })

  it('retries no more often than we do', async () => {
    const failing = await startStsServer({
      script: Array(20).fill({ kind: 'error', status: 500, code: 'InternalFailure', message: 'x' }),
    })
    const verifier = createStsVerifier({
      endpoint: failing.endpoint,
      timeoutMs: 10_000,
      version: '1.0.0',
      pauseMs: 1,
    })
    await verifier.verify(found(user))
    verifier.close()
    expect(failing.calls).toHaveLength(4)
    await failing.close()
  })

  it('are left as they were', async () => {
    const before = { ...process.env }
    const verifier = createStsVerifier({
      endpoint: ours.endpoint,
      timeoutMs: 10_000,
      version: '1.0.0',
      pauseMs: 1,
    })
    await verifier.verify(found(user))
    verifier.close()
    expect(process.env).toEqual(before)
  })
})
