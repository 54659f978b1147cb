import {
  appendFileSync,
  closeSync,
  constants,
  fchmodSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { err, ok, type Result } from '../model/index.js'
import type { Format } from '../report/index.js'
import { errorCode } from './error-code.js'
import type { OutputFault } from './messages.js'
import type { OutputRequest } from './output-option.js'

/** A file that was found writable before the scan. */
export interface OutputFile {
  readonly format: Format
  /** As given, for messages. */
  readonly file: string
  /** Absolute. */
  readonly target: string
  /** `replace`: written beside and renamed, so that no reader sees half a report; `through`: a pipe or device. */
  readonly way: 'replace' | 'through'
  /** Permissions of the file that is replaced; null where there is none. */
  readonly mode: number | null
}

/**
 * Checks every file by creating its temporary neighbour and taking it away again: what can't be written is said
 * before minutes of scanning, and the scan never meets our own temporary files.
 */
export const checkOutputs = (
  requests: readonly OutputRequest[],
  cwd: string,
): Result<readonly OutputFile[], OutputFault> => {
  const files: OutputFile[] = []
  for (const request of requests) {
    const checked = checkOutput(request, cwd)
    if (!checked.ok) return checked
    const { target } = checked.value
    if (files.some((file) => file.target === target))
      return err({ kind: 'same-file-twice', file: request.file })
    files.push(checked.value)
  }
  return ok(files)
}

const checkOutput = ({ format, file }: OutputRequest, cwd: string): Result<OutputFile, OutputFault> => {
  const given = resolve(cwd, file)
  const existing = statSync(given, { throwIfNoEntry: false })
  if (existing?.isDirectory()) return err({ kind: 'is-a-directory', file })
  const directory = dirname(given)
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) {
    return err({ kind: 'no-directory', file, directory: dirname(file) })
  }
  if (isThrough(existing)) return checkThrough({ format, file, target: given, way: 'through', mode: null })
  if (isRedirected(given, cwd)) return err({ kind: 'is-a-link', file })
  try {
    // An existing file is opened too: a directory may allow new files where this one is write-protected.
    if (existing !== undefined) closeSync(openSync(given, 'r+'))
    closeSync(openSync(neighbourOf(given), 'wx'))
    rmSync(neighbourOf(given))
    return ok({ format, file, target: given, way: 'replace', mode: existing?.mode ?? null })
  } catch (error) {
    return err({ kind: 'not-writable', file, code: errorCode(error) })
  }
}

const isThrough = (existing: Stats | undefined): boolean => existing !== undefined && !existing.isFile()

/** A pipe that nobody reads from would be waited for without end, so that is tried without waiting. */
const checkThrough = (output: OutputFile): Result<OutputFile, OutputFault> => {
  try {
    closeSync(openSync(output.target, constants.O_WRONLY | (constants.O_NONBLOCK ?? 0)))
    return ok(output)
  } catch (error) {
    return err({ kind: 'not-writable', file: output.file, code: errorCode(error) })
  }
}

/**
 * Whether a link decides where the report goes. The repository that is scanned may hold one under the very name that
 * its owner's scripts write to: neither the file may be a link, nor may one lead out of the current directory.
 */
const isRedirected = (given: string, cwd: string): boolean => {
  if (lstatSync(given, { throwIfNoEntry: false })?.isSymbolicLink()) return true
  const isInside = (path: string, root: string): boolean => path === root || path.startsWith(root + sep)
  return isInside(dirname(given), cwd) && !isInside(realpathSync(dirname(given)), realpathSync(cwd))
}

/** The temporary file's name; the process id keeps two runs apart. */
const neighbourOf = (target: string): string =>
  join(dirname(target), `.${basename(target)}.${process.pid}.keysieve`)

/** Written without a pause, so that an interruption leaves either the old file or the whole new one. */
export const writeOutput = (output: OutputFile, chunks: Iterable<string>): Result<null, OutputFault> => {
  const path = output.way === 'replace' ? neighbourOf(output.target) : output.target
  try {
    const descriptor = openSync(path, output.way === 'replace' ? 'wx' : 'w')
    try {
      if (output.mode !== null) fchmodSync(descriptor, output.mode & 0o777)
      for (const piece of inPieces(chunks)) appendFileSync(descriptor, piece)
    } finally {
      closeSync(descriptor)
    }
    if (output.way === 'replace') renameSync(path, output.target)
    return ok(null)
  } catch (error) {
    if (output.way === 'replace') rmSync(path, { force: true })
    return err({ kind: 'broke', file: output.file, code: errorCode(error) })
  }
}

const PIECE_CHARACTERS = 1 << 16

/** Joins small chunks, so that a long report doesn't cost a system call a line. */
export function* inPieces(chunks: Iterable<string>): Generator<string> {
  let piece = ''
  for (const chunk of chunks) {
    piece += chunk
    if (piece.length < PIECE_CHARACTERS) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}
