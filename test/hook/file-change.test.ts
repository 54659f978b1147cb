import { chmodSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applyChanges, type FileChange, readExisting } from '../../src/hook/file-change.js'
import { installHooks } from '../../src/hook/index.js'
import { asOrdinaryUser } from '../support/ordinary-user.js'
import { createRepository, temporaryFolder, write } from '../support/repository.js'

const existing = (file: string) => {
  const read = readExisting(file)
  if (!read.ok || read.value === null) throw new Error(`${file} can't be read`)
  return read.value
}

describe('changes of files', () => {
  it('keep permissions and leave nothing else behind', () => {
    const folder = temporaryFolder()
    const file = write(folder, 'a', 'old')
    chmodSync(file, 0o750)
    const changes: readonly FileChange[] = [
      { file, before: existing(file), after: Buffer.from('new'), mode: 0o644 },
      { file: join(folder, 'b', 'c'), before: null, after: Buffer.from('made'), mode: 0o755 },
    ]
    expect(applyChanges(changes)).toEqual({ ok: true, value: null })
    expect(readFileSync(file, 'utf8')).toBe('new')
    expect(statSync(file).mode & 0o777).toBe(0o750)
    expect(statSync(join(folder, 'b', 'c')).mode & 0o777).toBe(0o755)
    expect(readdirSync(folder).sort()).toEqual(['a', 'b'])
  })

  it.runIf(process.platform !== 'win32')('are made all or none', async () => {
    const folder = temporaryFolder()
    const [changed, gone] = [write(folder, 'open/a', 'old'), write(folder, 'open/gone', 'here')]
    const closed = write(folder, 'closed/b', 'old')
    await asOrdinaryUser(folder, async () => {
      chmodSync(join(folder, 'closed'), 0o555)
      const applied = applyChanges([
        { file: changed, before: existing(changed), after: Buffer.from('new'), mode: 0o644 },
        { file: gone, before: existing(gone), after: null, mode: 0o644 },
        { file: join(folder, 'open', 'made'), before: null, after: Buffer.from('made'), mode: 0o644 },
        { file: closed, before: existing(closed), after: Buffer.from('new'), mode: 0o644 },
      ])
      expect(applied).toEqual({ ok: false, error: { kind: 'no-access', file: closed, code: 'EACCES' } })
    })
    expect([changed, gone, closed].map((file) => readFileSync(file, 'utf8'))).toEqual(['old', 'here', 'old'])
    expect(readdirSync(join(folder, 'open')).sort()).toEqual(['a', 'gone'])
  })

  it.runIf(process.platform !== 'win32')('are refused in a folder of hooks that is closed', async () => {
    const { top } = createRepository()
    const hooks = join(top, '.git', 'hooks')
    const file = join(hooks, 'pre-commit')
    await asOrdinaryUser(top, async () => {
      chmodSync(hooks, 0o555)
      const request = {
        cwd: top,
        program: { script: '/opt/cli.js', nodeFolder: '/opt' },
        path: [],
        manager: null,
        reach: 'this-repository',
      } as const
      expect(await installHooks(request, ['pre-commit'], 'real')).toEqual({
        ok: false,
        error: { kind: 'no-access', file, code: 'EACCES' },
      })
      chmodSync(hooks, 0o755)
    })
    expect(existsSync(file)).toBe(false)
  })
})
