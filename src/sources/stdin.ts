import { originOf, type SourceItem } from '../model/index.js'
import type { Source } from './source.js'

/** What came in at once. */
export interface InputBytes {
  readonly cwd: string
  readonly bytes: Uint8Array
  /** `left`: more came in than was taken. */
  readonly rest: 'none' | 'left'
  /** What reports show as its path. */
  readonly name: string
}

/** One blob that carries its bytes, and what is to be said of the rest. */
export const openBytes = ({ cwd, bytes, rest, name }: InputBytes): Source => ({
  root: cwd,
  items: () => [
    {
      class: 'blob',
      blob: {
        path: name,
        origin: originOf('stdin'),
        size: bytes.length,
        locator: { kind: 'bytes', bytes },
      },
    },
    ...(rest === 'none' ? [] : [restOf(name, bytes.length)]),
  ],
})

const restOf = (path: string, taken: number): SourceItem => ({
  class: 'unread',
  path,
  reason: 'too-much-input',
  detail: `only the first ${taken >> 20} MiB were read; scan a file instead`,
})
