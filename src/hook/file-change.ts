import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { err, ok, type Result } from '../model/index.js'
import type { HookFault } from './hook-fault.js'

export interface ExistingFile {
  readonly bytes: Buffer
  readonly mode: number
}

/** A file before and after; null where there is none. */
export interface FileChange {
  /** Absolute. */
  readonly file: string
  readonly before: ExistingFile | null
  readonly after: Buffer | null
  /** Permissions of a file that is new. */
  readonly mode: number
}

/** A file that may be written to; null where there is none. Links are not followed: they may lead to what others use. */
export const readExisting = (file: string): Result<ExistingFile | null, HookFault> => {
  try {
    const stats = lstatSync(file, { throwIfNoEntry: false })
    if (stats === undefined) return ok(null)
    if (stats.isSymbolicLink()) return err({ kind: 'not-a-file', file, what: 'link' })
    if (stats.isDirectory()) return err({ kind: 'not-a-file', file, what: 'directory' })
    if (!stats.isFile()) return err({ kind: 'not-a-file', file, what: 'special' })
    return ok({ bytes: readFileSync(file), mode: stats.mode & 0o7777 })
  } catch (error) {
    return err({ kind: 'no-access', file, code: codeOf(error) })
  }
}

/** Writes all of them or none: each beside its place and then renamed, and those before a failure put back. */
export const applyChanges = (changes: readonly FileChange[]): Result<null, HookFault> => {
  for (const change of changes) {
    const fault = faultOfPlace(change)
    if (fault !== null) return err(fault)
  }
  const done: FileChange[] = []
  for (const change of changes) {
    try {
      apply(change.file, change.after, change.before?.mode ?? change.mode)
      done.push(change)
    } catch (error) {
      for (const { file, before, mode } of done) apply(file, before?.bytes ?? null, before?.mode ?? mode)
      return err({ kind: 'no-access', file: change.file, code: codeOf(error) })
    }
  }
  return ok(null)
}

/** Renaming would replace a write-protected file without a word. */
const faultOfPlace = ({ file, before }: FileChange): HookFault | null => {
  if (before !== null && (before.mode & 0o222) === 0) return { kind: 'no-access', file, code: 'read-only' }
  try {
    if (before !== null) accessSync(file, constants.W_OK)
    return null
  } catch (error) {
    return { kind: 'no-access', file, code: codeOf(error) }
  }
}

const apply = (file: string, content: Buffer | null, mode: number): void => {
  if (content === null) {
    rmSync(file, { force: true })
    return
  }
  if (!existsSync(dirname(file))) mkdirSync(dirname(file), { recursive: true })
  const beside = join(dirname(file), `.${basename(file)}.${process.pid}.keysieve`)
  try {
    writeFileSync(beside, content, { mode, flag: 'wx' })
    chmodSync(beside, mode)
    renameSync(beside, file)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

/** The system's code. What carries none is a defect and is thrown on. */
const codeOf = (error: unknown): string => {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  throw error
}
