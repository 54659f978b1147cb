import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { longTermKey } from '../support/sts-credentials.js'
import { serve } from '../support/sts-stage.js'
import { emptyFolder, keysieve } from './keysieve.js'
import { credentialFile as fileOf, reported, writeFiles } from './project.js'

const key = longTermKey('cli')

describe('verify REPORT', () => {
  it.each(['json', 'jsonl'])('finds the credentials of a %s report again and asks', async (format) => {
    const server = await serve({ credentials: [key] })
    const cwd = emptyFolder()
    writeFiles(cwd, { 'a.env': fileOf(key), 'b.env': fileOf(longTermKey('gone')) })
    await keysieve(['scan', '.', '--output', `${format}=report`], { cwd })
    writeFiles(cwd, { 'b.env': 'nothing here any more\n' })
    const { code, out } = await keysieve(
      ['verify', 'report', '--sts-endpoint', server.endpoint, '--format', 'jsonl'],
      { cwd },
    )
    expect(code).toBe(1)
    expect(reported(out).map(({ path, verification: { status, reason } }) => [path, status, reason])).toEqual(
      [
        ['a.env', 'active', null],
        ['b.env', 'not-checked', 'not-found'],
      ],
    )
    expect(readFileSync(join(cwd, 'report'), 'utf8')).not.toContain(key.secretAccessKey)
  })
})

describe('verify REPORT tells what is gone from what it could not look at', () => {
  const again = async (change: (cwd: string) => void, name = 'a.env', report?: (text: string) => string) => {
    const server = await serve({ credentials: [key] })
    const cwd = emptyFolder()
    writeFiles(cwd, { [name]: fileOf(key), 'other.txt': 'x\n' })
    const { out } = await keysieve(['scan', '.', '--format', 'json'], { cwd })
    writeFiles(cwd, { report: report?.(out) ?? out })
    change(cwd)
    const ended = await keysieve(
      ['verify', 'report', '--sts-endpoint', server.endpoint, '--format', 'json', '--fail-on', 'none'],
      { cwd },
    )
    const { findings, unread } = JSON.parse(ended.out)
    return {
      code: ended.code,
      reasons: findings.map(({ verification }: { verification: { reason: string } }) => verification.reason),
      unread: unread.map(({ reason }: { reason: string }) => reason),
    }
  }

  it.each<[string, (cwd: string) => void, unknown]>([
    [
      'a line that was changed',
      (cwd) => writeFiles(cwd, { 'a.env': 'x\n' }),
      { code: 0, reasons: ['not-found'], unread: [] },
    ],
    [
      'a file that was removed',
      (cwd) => rmSync(join(cwd, 'a.env')),
      { code: 0, reasons: ['not-found'], unread: [] },
    ],
    [
      'a file that became a directory',
      (cwd) => {
        rmSync(join(cwd, 'a.env'))
        mkdirSync(join(cwd, 'a.env'))
      },
      { code: 3, reasons: ['not-read'], unread: ['io-error'] },
    ],
  ])('%s', async (_situation, change, expected) => {
    expect(await again(change)).toEqual(expected)
  })

  it('a path that leads out of the directory', async () => {
    const outside = emptyFolder()
    const moved = (cwd: string): void => {
      mkdirSync(join(cwd, 'deploy'), { recursive: true })
      renameSync(join(cwd, 'deploy'), join(outside, 'deploy'))
      symlinkSync(join(outside, 'deploy'), join(cwd, 'deploy'))
    }
    expect(await again(moved, 'deploy/a.env')).toEqual({
      code: 3,
      reasons: ['not-read'],
      unread: ['not-recoverable'],
    })
    const escaping = (text: string): string => text.replaceAll('"a.env"', '"../../etc/passwd"')
    expect(await again(() => {}, 'a.env', escaping)).toEqual({
      code: 3,
      reasons: ['not-read'],
      unread: ['not-recoverable'],
    })
  })

  it('standard input', async () => {
    const fromInput = (text: string): string => text.replaceAll('"worktree"', '"stdin"')
    expect(await again(() => {}, 'a.env', fromInput)).toEqual({
      code: 3,
      reasons: ['not-read'],
      unread: ['not-recoverable'],
    })
  })
})
