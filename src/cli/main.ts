#!/usr/bin/env node
import { cacheCompiledCode } from './compile-cache.js'
import { errorCode } from './error-code.js'
import type { ExitCode, Host } from './host.js'
import { internalError, nodeTooOld } from './messages.js'
import { plainStaged } from './plain-staged.js'

const host: Host = {
  cwd: process.cwd(),
  env: process.env,
  // Opened when first used: each costs milliseconds, and a clean hook uses none.
  get stdin() {
    return process.stdin
  },
  get stdout() {
    return process.stdout
  },
  get stderr() {
    return process.stderr
  },
  clock: Date.now,
}

/** yargs costs a hook more time than its whole work, so it is loaded only where there is something to parse. */
const run = async (argv: readonly string[]): Promise<ExitCode> => {
  const plain = plainStaged(argv, host.env)
  if (plain === null) return (await import('./program.js')).runProgram(argv, host)
  return (await import('./hook.js')).runHook(plain, host)
}

const failed = (error: unknown): void => {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const frames = host.env.KEYSIEVE_DEBUG ? stack.split('\n').filter((line) => /^\s+at /.test(line)) : []
  host.stderr.write(internalError(errorCode(error), frames))
  process.exitCode = 3
}

const isOldNode = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major < 20 || (major === 20 && minor < 19)
}

// What is thrown outside any promise would end with code 1, which means "findings".
process.on('uncaughtException', (error) => {
  failed(error)
  process.exit(3)
})
process.once('SIGINT', () => {
  if (host.stderr.isTTY === true) host.stderr.write('\r\u001b[K')
  process.exit(130)
})

if (isOldNode(process.versions.node)) {
  host.stderr.write(nodeTooOld(process.versions.node))
  process.exitCode = 2
} else {
  cacheCompiledCode(host.env)
  // The exit code is set, not taken: whatever standard output still holds is written first.
  run(process.argv.slice(2)).then((code) => {
    process.exitCode = code
  }, failed)
}
