import { appendFileSync, closeSync, openSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { err, ok, type Result } from '../model/index.js'
import type { Format } from '../report/index.js'
import { errorCode } from './error-code.js'
import type { OutputFault } from './messages.js'
import type { OutputRequest } from './options.js'

/** A file that was found writable before the scan. */
export interface OutputFile {
  readonly format: Format
  /** As given, for messages. */
  readonly file: string
  /** Absolute, symbolic links followed. */
  readonly target: string
  /** `replace`: written beside and renamed, so that no reader sees half a report; `through`: a pipe or device. */
  readonly way: 'replace' | 'through'
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
  if (existing !== undefined && !existing.isFile()) return ok({ format, file, target: given, way: 'through' })
  const directory = dirname(given)
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) {
    return err({ kind: 'no-directory', file, directory: dirname(file) })
  }
  try {
    // An existing file is opened too: a directory may allow new files where this one is write-protected.
    if (existing !== undefined) closeSync(openSync(given, 'r+'))
    const target = existing === undefined ? given : realpathSync(given)
    closeSync(openSync(neighbourOf(target), 'wx'))
    rmSync(neighbourOf(target))
    return ok({ format, file, target, way: 'replace' })
  } catch (error) {
    return err({ kind: 'not-writable', file, code: errorCode(error) })
  }
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
