import { originOf } from '../model/index.js'
import type { Source } from './source.js'

/** One blob that carries its bytes. @param name what reports show as its path */
export const openBytes = (input: {
  readonly cwd: string
  readonly bytes: Uint8Array
  readonly name: string
}): Source => ({
  root: input.cwd,
  items: () => [
    {
      class: 'blob',
      blob: {
        path: input.name,
        origin: originOf('stdin'),
        size: input.bytes.length,
        locator: { kind: 'bytes', bytes: input.bytes },
      },
    },
  ],
})
