import { type Blob, type Reader, type ReadOutcome, unreachable } from '../model/index.js'
import { FileReader } from './file-reader.js'
import type { ObjectStore } from './object-process.js'
import { ObjectReader } from './object-reader.js'
import type { Refusal } from './refusal.js'

/**
 * Reads every kind of locator: files without a promise, git objects through one process that is started when the first
 * is asked for. A git locator's `oid` may also be `:path` or `<commit>:path`, and `<oid>^{commit}` or `<oid>^{tag}` for
 * what such an object says. Git LFS pointers are skipped.
 * @param store where git objects are; only a bare repository needs a `gitDir`
 */
export const createReader = (store: ObjectStore): Reader => {
  const files = new FileReader()
  const objects = new ObjectReader(store)
  return {
    read: ({ path, locator }: Blob, into, at) => {
      switch (locator.kind) {
        case 'file':
          return named(path, files.read(locator.path, into, at))
        case 'git':
          return objects.read(locator.oid, into, at).then((outcome) => named(path, outcome))
        case 'bytes':
          return copied(locator.bytes, into, at)
        default:
          return unreachable(locator)
      }
    },
    expect: (blobs) =>
      objects.expect(blobs.flatMap(({ locator }) => (locator.kind === 'git' ? [locator.oid] : []))),
    close: async () => {
      files.close()
      await objects.close()
    },
  }
}

const named = (path: string, outcome: number | Refusal): ReadOutcome =>
  typeof outcome === 'number' ? outcome : { ...outcome, path }

const copied = (bytes: Uint8Array, into: Uint8Array, at: number): number => {
  const piece = bytes.subarray(at, at + into.length)
  into.set(piece)
  return piece.length
}
