import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { err, ok, type Result } from '../model/index.js'
import { gitEnvironment, PINNED_ARGUMENTS, type RepositoryChoice } from './git-environment.js'

/** The one module that starts git: never through a shell, always pinned (`git-environment.ts`). */
export interface GitCall {
  /** Absolute. */
  readonly cwd: string
  readonly args: readonly string[]
  readonly repository: RepositoryChoice
  /** Absolute: the repository itself, where none is to be looked for (a bare one would not be taken). */
  readonly gitDir?: string | undefined
}

interface GitOutput {
  readonly stdout: Buffer
  /** Warnings of a call that succeeded. */
  readonly stderr: string
}

export type GitFailure =
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'failed'
      readonly command: string
      readonly code: number | null
      readonly stderr: string
    }

/** The whole output of one git process, spawned directly. */
export const runGit = async (call: GitCall): Promise<Result<GitOutput, GitFailure>> => {
  const chunks: Buffer[] = []
  const done = await streamGit(call, (chunk) => chunks.push(chunk))
  return done.ok ? ok({ stdout: Buffer.concat(chunks), stderr: done.value }) : done
}

/** Like `runGit` for output of any length, handed over piece by piece. The value is what was written to stderr. */
export const streamGit = (
  call: GitCall,
  onChunk: (chunk: Buffer) => void,
): Promise<Result<string, GitFailure>> =>
  new Promise((resolve) => {
    const fail = (cause: unknown) => resolve(err(failureOf(call, null, messageOf(cause))))
    try {
      const child = spawn('git', argumentsOf(call), {
        ...optionsOf(call),
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      // First of all: where the system has no pipes left, there is nothing else to listen to.
      child.on('error', fail)
      const stderr: Buffer[] = []
      child.stdout.on('data', onChunk)
      child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
      child.on('close', (code) => {
        const text = Buffer.concat(stderr).toString('utf8')
        resolve(code === 0 ? ok(text) : err(failureOf(call, code, text)))
      })
    } catch (cause) {
      // What the system refuses at once (E2BIG, ENOMEM) is thrown and not told by an event.
      fail(cause)
    }
  })

/** A git process that answers questions until its stdin ends. @throws Error where the system starts no more */
export const startGit = (call: GitCall): ChildProcessByStdio<Writable, Readable, Readable> => {
  const child = spawn('git', argumentsOf(call), {
    ...optionsOf(call),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  // The process that did not start shows by its streams; an event that nobody listens to would end the run.
  child.on('error', () => undefined)
  return child
}

/**
 * A short question about a repository, by simple-git, which is loaded here: a hook, which can't afford that, asks by
 * `runGit`. Exit code 1 is an answer, too (git's "no"), whatever warnings come with it.
 */
export const askGit = async (call: GitCall): Promise<Result<string, GitFailure>> => {
  const { simpleGit } = await import('simple-git')
  const environment = gitEnvironment(process.env, call.repository)
  try {
    const git = simpleGit({
      baseDir: call.cwd,
      // Its default waits 50 ms more for an exit event.
      completion: { onExit: false, onClose: true },
      allowEnvironment: Object.keys(environment),
      unsafe: OPENED,
      errors: (error, { exitCode }) => (exitCode === 1 ? undefined : error),
    })
    return ok(await git.env(environment).raw(argumentsOf(call)))
  } catch (cause) {
    return err(failureOf(call, null, messageOf(cause)))
  }
}

/** simple-git refuses these settings even where they switch a danger off, which is all that they do here. */
const OPENED = {
  allowUnsafeFsMonitor: true,
  allowUnsafeHooksPath: true,
  allowUnsafeConfigPaths: true,
  allowUnsafeConfigEnvCount: true,
  allowUnsafeExec: true,
}

const argumentsOf = ({ args, gitDir }: GitCall): string[] => [
  ...PINNED_ARGUMENTS,
  ...(gitDir === undefined ? [] : [`--git-dir=${gitDir}`]),
  ...args,
]

const optionsOf = ({ cwd, repository }: GitCall) => ({
  cwd,
  env: gitEnvironment(process.env, repository),
  windowsHide: true,
})

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : '')

const failureOf = ({ args }: GitCall, code: number | null, stderr: string): GitFailure =>
  /\bspawn git ENOENT\b/.test(stderr)
    ? { kind: 'missing' }
    : { kind: 'failed', command: ['git', ...args].join(' '), code, stderr }
