import { spawn } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
/** The bundle that users run; test/package proves that it is what the sources build. */
export const CLI = join(ROOT, 'dist', 'cli.js')

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Circumstances {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string | Uint8Array
}

/** The environment of a fresh login: nothing of ours, of git's (tests may run inside a hook) or of colour settings. */
export const plainEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || /^(?:KEYSIEVE_|GIT_|AWS_|FORCE_COLOR$|NO_COLOR$|CI$)/.test(name)
        ? []
        : [[name, value]],
    ),
  )

/** Runs the bundle to its end. */
export const keysieve = (
  args: readonly string[],
  { cwd, env = {}, input = '' }: Circumstances,
): Promise<Ended> => runToEnd(process.execPath, [CLI, ...args], { cwd, env, input })

export const runToEnd = (
  command: string,
  args: readonly string[],
  { cwd, env = {}, input = '' }: Circumstances,
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...plainEnvironment(), ...env } })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    )
    // A program that fails early does not read its input; that is not this test's fault.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })

/** A new empty folder outside any repository, gone after the test. */
export const emptyFolder = (): string => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'keysieve-cli-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
