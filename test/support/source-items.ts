import type { Blob, Reader, SourceItem } from '../../src/model/index.js'
import { createReader, openTree, type Source } from '../../src/sources/index.js'

/** A blob as its path; what is left out or unread as `path: reason`. */
export const shown = (item: SourceItem): string =>
  item.class === 'blob' ? item.blob.path : `${item.path}: ${item.reason}`

export const itemsOf = async (source: Source): Promise<readonly SourceItem[]> => {
  const items: SourceItem[] = []
  for await (const item of source.items()) items.push(item)
  return items
}

export const blobsOf = async (source: Source): Promise<readonly Blob[]> =>
  (await itemsOf(source)).flatMap((item) => (item.class === 'blob' ? [item.blob] : []))

/** Everything that a source yields, in its order. */
export const listed = async (source: Source): Promise<readonly string[]> => (await itemsOf(source)).map(shown)

/** @throws Error where it was not to be opened */
export const opened = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T => {
  if (!result.ok) throw new Error(`not opened: ${JSON.stringify(result.error)}`)
  return result.value
}

export interface TreeWish {
  readonly paths?: readonly string[]
  readonly include?: readonly string[]
  readonly exclude?: readonly string[]
}

export const tree = async (cwd: string, { paths = [], include = [], exclude = [] }: TreeWish = {}) =>
  opened(await openTree({ cwd, paths, include, exclude }))

/** The whole blob as text, or the reason why it has none; read `step` bytes at a time. */
export const textOf = async (reader: Reader, blob: Blob, step = 65_536): Promise<string> => {
  const pieces: Buffer[] = []
  for (let at = 0; ; at += step) {
    const into = new Uint8Array(step)
    const got = await reader.read(blob, into, at)
    if (typeof got !== 'number') return `${got.class}: ${got.reason}`
    pieces.push(Buffer.from(into.subarray(0, got)))
    if (got < step) return Buffer.concat(pieces).toString('utf8')
  }
}

/** Path and text of every blob, read as the pipeline does. */
export const contents = async (source: Source): Promise<Readonly<Record<string, string>>> => {
  const reader = createReader({ cwd: source.root })
  try {
    const texts: Record<string, string> = {}
    for (const blob of await blobsOf(source)) texts[blob.path] = await textOf(reader, blob)
    return texts
  } finally {
    await reader.close()
  }
}
