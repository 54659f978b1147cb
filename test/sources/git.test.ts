import { describe, expect, it } from 'vitest'
import { askGit, runGit } from '../../src/sources/git.js'
import { createReader } from '../../src/sources/index.js'
import { createRepository, temporaryFolder } from '../support/repository.js'
import { textOf } from '../support/source-items.js'

/** More than a process may be given on any system. */
const TOO_LONG = 'x'.repeat(16 * 1024 * 1024)

describe('git that the system does not start', () => {
  it.each([
    ['asked directly', runGit],
    ['asked by simple-git', askGit],
  ])('is a failure and nothing thrown: %s', async (_situation, ask) => {
    const answer = await ask({
      cwd: createRepository().top,
      args: ['version', TOO_LONG],
      repository: 'discovered',
    })
    expect(answer).toMatchObject({ ok: false, error: { kind: 'failed', code: null } })
  })

  it('leaves objects unread, whatever their number', async () => {
    const reader = createReader({ cwd: temporaryFolder() })
    const before = process.env.KEYSIEVE_TEST
    process.env.KEYSIEVE_TEST = TOO_LONG
    try {
      const outcomes = [1, 2, 3, 4, 5].map(async (digit) => {
        const locator = { kind: 'git', oid: `${digit}`.repeat(40) } as const
        const origin = { kind: 'index', commit: null, author: null, date: null, introduced: null } as const
        return textOf(reader, { path: 'x', origin, locator })
      })
      expect(await Promise.all(outcomes)).toEqual(Array(5).fill('unread: io-error'))
    } finally {
      if (before === undefined) delete process.env.KEYSIEVE_TEST
      else process.env.KEYSIEVE_TEST = before
      await reader.close()
    }
  })
})
