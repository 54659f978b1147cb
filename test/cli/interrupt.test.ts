import { spawn } from 'node:child_process'
import { readdirSync, readlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { CLI, emptyFolder, plainEnvironment } from './keysieve.js'
import { dotenv, writeFiles } from './project.js'

/** Nothing of it is on disk: behind its beginning the file is one hole. Reading it takes longer than any test. */
const HUGE_BYTES = 2 ** 36

/** Files that a process has open, on Linux. */
const openFiles = (pid: number): readonly string[] => {
  try {
    const folder = `/proc/${pid}/fd`
    return readdirSync(folder).map((name) => readlinkSync(join(folder, name)))
  } catch {
    // It was closed between the two looks.
    return []
  }
}

const started = (cwd: string) => {
  const child = spawn(process.execPath, [CLI, 'scan', '.', '--format', 'jsonl'], {
    cwd,
    env: plainEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const out: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => out.push(chunk))
  const ended = new Promise<unknown>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal, printed: Buffer.concat(out).toString() })),
  )
  return { child, ended }
}

it.runIf(process.platform === 'linux')(
  'Ctrl-C in the middle of a file ends the scan with 130, and half a report is no report',
  async () => {
    const cwd = emptyFolder()
    writeFiles(cwd, { 'a.env': dotenv('interrupted'), 'huge.txt': 'text\n'.repeat(4000) })
    const huge = join(cwd, 'huge.txt')
    truncateSync(huge, HUGE_BYTES)
    const { child, ended } = started(cwd)
    while (!openFiles(child.pid ?? 0).includes(huge)) await sleep(10)
    child.kill('SIGINT')
    expect(await ended).toEqual({ code: 130, signal: null, printed: '' })
  },
)
