import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats } from 'node:fs'
import { isLfsPointer } from './lfs-pointer.js'
import { codeOf, type Refusal, refusalOf, skipped, specialFileOf, unread } from './refusal.js'

interface OpenFile {
  readonly path: string
  readonly descriptor: number
  /** Bytes when it was opened. */
  readonly size: number
}

/**
 * Neither a link nor a FIFO may get a foothold between listing and opening: links fail, and opening never waits.
 * Windows has no such flags and no such files.
 */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0)

/** Reads files without waiting. A file longer than the buffer stays open until its end or until another is asked for. */
export class FileReader {
  #open: OpenFile | null = null

  /** As `Reader.read`. @param path absolute */
  read(path: string, into: Uint8Array, at: number): number | Refusal {
    try {
      const file = this.#opened(path)
      if ('class' in file) return file
      const got = fill(file, into, at)
      if (got < into.length) this.close()
      return at === 0 && isLfsPointer(into.subarray(0, got), file.size)
        ? this.#refuse(skipped('lfs-pointer'))
        : got
    } catch (error) {
      return this.#refuse(openRefusal(path, error))
    }
  }

  close(): void {
    const file = this.#open
    this.#open = null
    if (file !== null) closeSync(file.descriptor)
  }

  #opened(path: string): OpenFile | Refusal {
    if (this.#open?.path === path) return this.#open
    this.close()
    if (constants.O_NOFOLLOW === undefined && lstatSync(path).isSymbolicLink()) return skipped('symlink')
    const descriptor = openSync(path, FLAGS)
    const stats = fstatSync(descriptor)
    this.#open = { path, descriptor, size: stats.size }
    const refusal = refusalFor(stats)
    return refusal === null ? this.#open : this.#refuse(refusal)
  }

  #refuse(refusal: Refusal): Refusal {
    this.close()
    return refusal
  }
}

const refusalFor = (stats: Stats): Refusal | null => {
  if (stats.isFile()) return null
  const special = specialFileOf(stats)
  return special === null ? unread('io-error', 'EISDIR') : skipped(special)
}

/** The size of the open file saves the read that would find its end; files of /proc claim none. */
const fill = ({ descriptor, size }: OpenFile, into: Uint8Array, at: number): number => {
  let filled = 0
  while (filled < into.length) {
    const got = readSync(descriptor, into, filled, into.length - filled, at + filled)
    filled += got
    if (got === 0 || at + filled === size) break
  }
  return filled
}

const openRefusal = (path: string, error: unknown): Refusal => {
  const code = codeOf(error)
  if (code === 'ELOOP' || code === 'EMLINK') return skipped('symlink')
  // A socket can't be opened: the code differs by system, what lies there does not.
  const special = ['ENXIO', 'ENODEV', 'EOPNOTSUPP'].includes(code) ? specialFileAt(path) : null
  return special === null ? refusalOf(error) : skipped(special)
}

const specialFileAt = (path: string): ReturnType<typeof specialFileOf> => {
  try {
    return specialFileOf(lstatSync(path))
  } catch (error) {
    codeOf(error)
    return null
  }
}
