import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Blob, originOf } from '../../src/model/index.js'
import { createReader, openBytes } from '../../src/sources/index.js'
import { temporaryFolder, write } from '../support/repository.js'
import { blobsOf, textOf } from '../support/source-items.js'

const fileBlob = (path: string): Blob => ({
  path: 'shown/name',
  origin: originOf('worktree'),
  locator: { kind: 'file', path },
})

const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12\n`

describe('reading files', () => {
  it.each([
    ['a short one', 'hello', 64],
    ['one as long as the buffer', 'x'.repeat(64), 64],
    ['one of several pieces', 'abcdefghij'.repeat(100), 64],
    ['an empty one', '', 64],
    ['a long one that begins like a pointer of Git LFS', POINTER + 'x'.repeat(1024), 4096],
  ])('gives all bytes of %s', async (_situation, text, step) => {
    const reader = createReader({ cwd: '/' })
    expect(await textOf(reader, fileBlob(write(temporaryFolder(), 'f', text)), step)).toBe(text)
    await reader.close()
  })

  it('answers at once, without a promise, and from any place', async () => {
    const reader = createReader({ cwd: '/' })
    const blob = fileBlob(write(temporaryFolder(), 'f', '0123456789'))
    const into = new Uint8Array(4)
    const seen = [0, 4, 2, 8, 10, 99, 0].map((at) => {
      const got = reader.read(blob, into, at)
      return typeof got === 'number' ? Buffer.from(into.subarray(0, got)).toString() : got
    })
    expect(seen).toEqual(['0123', '4567', '2345', '89', '', '', '0123'])
    await reader.close()
  })

  it('goes on with files in turn', async () => {
    const reader = createReader({ cwd: '/' })
    const folder = temporaryFolder()
    const [a, b] = [fileBlob(write(folder, 'a', 'aaaaaa')), fileBlob(write(folder, 'b', 'bbbbbb'))]
    const into = new Uint8Array(4)
    expect([a, b, a, b].map((blob, index) => reader.read(blob, into, index < 2 ? 0 : 4))).toEqual([
      4, 4, 2, 2,
    ])
    await reader.close()
  })

  it.runIf(process.platform === 'linux')('reads files that claim to be empty and are not', async () => {
    const reader = createReader({ cwd: '/' })
    expect(await textOf(reader, fileBlob('/proc/self/status'))).toContain('Name:')
    await reader.close()
  })

  it.each([
    [
      'a file that is gone',
      (folder: string) => rmSync(folder, { recursive: true }),
      { class: 'unread', reason: 'vanished', detail: 'ENOENT' },
    ],
    [
      'a directory',
      (_folder: string, file: string) => mkdirSync(file),
      { class: 'unread', reason: 'io-error', detail: 'EISDIR' },
    ],
    [
      'a pointer of Git LFS',
      (folder: string) => write(folder, 'f', POINTER),
      { class: 'skipped', reason: 'lfs-pointer' },
    ],
  ])('tells of %s', async (_situation, arrange, expected) => {
    const folder = temporaryFolder()
    const file = join(folder, 'f')
    arrange(folder, file)
    const reader = createReader({ cwd: '/' })
    expect(reader.read(fileBlob(file), new Uint8Array(4096), 0)).toEqual({ ...expected, path: 'shown/name' })
    await reader.close()
  })

  it('can be closed twice', async () => {
    const reader = createReader({ cwd: '/' })
    reader.read(fileBlob(write(temporaryFolder(), 'f', 'abcdef')), new Uint8Array(2), 0)
    await reader.close()
    await reader.close()
  })
})

describe.runIf(process.platform !== 'win32')('reading what is no file', () => {
  const outcome = async (path: string) => {
    const reader = createReader({ cwd: '/' })
    const got = reader.read(fileBlob(path), new Uint8Array(16), 0)
    await reader.close()
    return got
  }
  const skipped = (reason: string) => ({ class: 'skipped', reason, path: 'shown/name' })

  it('does not wait for a FIFO', async () => {
    const pipe = join(temporaryFolder(), 'pipe')
    execFileSync('mkfifo', [pipe])
    expect(await outcome(pipe)).toEqual(skipped('fifo'))
  })

  it('does not follow a link', async () => {
    const folder = temporaryFolder()
    symlinkSync(write(folder, 'target', 'x'), join(folder, 'link'))
    expect(await outcome(join(folder, 'link'))).toEqual(skipped('symlink'))
  })

  it('knows a socket', async () => {
    const path = join(temporaryFolder(), 's')
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(path, resolve))
    expect(await outcome(path)).toEqual(skipped('socket'))
    await new Promise((resolve) => server.close(resolve))
  })

  it('does not read a device to its end', async () =>
    expect(await outcome('/dev/zero')).toEqual(skipped('device')))
})

describe('standard input', () => {
  it('is one blob that carries its bytes', async () => {
    const bytes = new TextEncoder().encode(POINTER)
    const source = openBytes({ cwd: '/somewhere', bytes, rest: 'none', name: '<stdin>' })
    const [blob] = await blobsOf(source)
    expect([source.root, blob?.path, blob?.origin.kind, blob?.size]).toEqual([
      '/somewhere',
      '<stdin>',
      'stdin',
      bytes.length,
    ])
    const reader = createReader({ cwd: '/' })
    expect(blob && (await textOf(reader, blob, 16))).toBe(POINTER)
    await reader.close()
  })
})
