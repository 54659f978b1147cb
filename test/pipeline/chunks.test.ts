import fc from 'fast-check'
import { expect, it } from 'vitest'
import { awsChecks, awsFacts, linkAwsCredentials } from '../../src/aws/index.js'
import { CHUNK_OVERLAP, createEngine, type Engine } from '../../src/engine/index.js'
import { createTwin } from '../../src/kernel/index.js'
import { scanBlob } from '../../src/pipeline/blob-scan.js'
import { builtinRules } from '../../src/rules/index.js'
import { createReader } from '../../src/sources/index.js'
import { bytesBlob } from '../support/bytes-blob.js'
import { accessKeyId, secretAccessKey, sessionToken } from '../support/credentials.js'

const engineWith = (memory: number): Engine =>
  createEngine({
    rules: builtinRules,
    checks: awsChecks,
    facts: awsFacts,
    linkers: { 'aws-credential': linkAwsCredentials },
    kernel: createTwin,
    memoryBytes: memory,
  })

const reader = createReader({ cwd: '.' })

const found = async (engine: Engine, bytes: Uint8Array): Promise<unknown> => {
  const scanned = await scanBlob(engine, reader, bytesBlob(bytes), null)
  if (scanned.class !== 'scanned') return scanned
  const { detections, examples } = scanned
  return { detections, examples, bytes: scanned.bytes }
}

const whole = engineWith(1 << 20)

it('a blob in chunks holds what it holds whole', async () => {
  const credential = fc.nat(40).map((seed) => {
    const temporary = seed % 3 === 0 ? `AWS_SESSION_TOKEN=${sessionToken(`${seed}`)}\n` : ''
    const id = accessKeyId(`${seed}`, seed % 3 === 0 ? 'ASIA' : 'AKIA')
    return `AWS_ACCESS_KEY_ID=${id}\n${temporary}AWS_SECRET_ACCESS_KEY=${secretAccessKey(`${seed}`)}\n`
  })
  const filler = fc
    .tuple(fc.constantFrom('x', 'x = 1\n', 'aws ', 'é'), fc.nat(30_000))
    .map(([text, count]) => text.repeat(count))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(credential, filler), { maxLength: 12 }),
      fc.integer({ min: CHUNK_OVERLAP + 5_000, max: CHUNK_OVERLAP + 60_000 }),
      async (parts, memory) => {
        const bytes = new TextEncoder().encode(parts.join('').slice(0, 900_000)).subarray(0, 1_000_000)
        expect(await found(engineWith(memory), bytes)).toEqual(await found(whole, bytes))
      },
    ),
    { numRuns: 60 },
  )
})
