import { expect, it } from 'vitest'
import { preparePush } from '../../src/pipeline/index.js'

const line = `refs/heads/main ${'1'.repeat(40)} refs/heads/main ${'2'.repeat(40)}\n`

it.each([
  ['all of it', 'none', { ok: true }],
  ['a part of it, however well formed', 'left', { ok: false, error: { kind: 'push-too-long' } }],
] as const)('what git tells a pre-push hook, %s', async (_what, rest, expected) => {
  expect(await preparePush('origin', { bytes: Buffer.from(line), rest })).toMatchObject(expected)
})
