import { type Blob, containerOf, type Reader, type ReadOutcome, type Span } from '../model/index.js'
import type { RandomBytes } from '../sources/archives.js'

/** @param data where the archive keeps the member; of an archive in another one, that does not say where in the file */
export const memberBlob = (archive: Blob, name: string, data: Span): Blob => {
  const { path, origin, locator, member } = archive
  const stored = member?.stored ?? data
  return {
    path,
    origin,
    locator,
    member: { container: [...(member?.container ?? []), name], stored } as const,
  }
}

/** Reads one blob, whose bytes are these. What they are held in, whoever opened it closes. */
export const memberReader = (bytes: RandomBytes, blob: Blob): Reader => {
  const named = (got: Awaited<ReturnType<RandomBytes['read']>>): ReadOutcome =>
    typeof got === 'number' ? got : { ...got, path: blob.path, ...containerOf(blob) }
  return {
    read: (_, into, at) => {
      const got = bytes.read(into, at)
      return got instanceof Promise ? got.then(named) : named(got)
    },
    close: async () => {},
  }
}

/** The bytes of one blob. */
export const readerBytes = (reader: Reader, blob: Blob): RandomBytes => ({
  read: (into, at) => reader.read(blob, into, at),
})
