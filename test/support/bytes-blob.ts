import { type Blob, originOf } from '../../src/model/index.js'

/** A blob that carries its bytes, for the product's own reader. */
export const bytesBlob = (bytes: Uint8Array): Blob => ({
  path: 'x',
  origin: originOf('stdin'),
  locator: { kind: 'bytes', bytes },
})
