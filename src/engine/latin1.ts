import { Buffer } from 'node:buffer'

/** Bytes as text, one character a byte: indices of the text are offsets of the bytes, counted from `start`. */
export const latin1 = (bytes: Uint8Array, start: number, end: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, end)
