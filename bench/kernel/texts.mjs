// The kinds of text that the kernel is timed on, cut into chunks of one megabyte.
import { sourceTexts } from './corpus.mjs'
import { numbers } from './numbers.mjs'

export const CHUNK_BYTES = 1_000_000
const KIND_BYTES = 16_000_000

/** Lines longer than a person writes. */
const isMinified = ({ bytes }) => bytes.length > 5_000 && bytes.length / (1 + newlines(bytes)) > 300
const newlines = (bytes) => bytes.reduce((count, byte) => count + (byte === 10 ? 1 : 0), 0)

/** @param mixedBytes most bytes of mixed source @returns chunks by kind of text */
export const benchTexts = (mixedBytes, anchors) => ({
  'mixed source': chunked(sourceTexts(mixedBytes)),
  'minified JS': chunked(sourceTexts(200_000_000, /\.[cm]?js$/), isMinified),
  'JSON and maps': chunked(sourceTexts(KIND_BYTES, /\.(?:json|map)$/)),
  prose: chunked(sourceTexts(KIND_BYTES, /\.(?:md|txt)$|^LICENSE/)),
  base64: filled((random) => BASE64[Math.floor(random() * 64)]),
  'random bytes': filled((random) => Math.floor(random() * 256)),
  'anchors only': [anchorsOnly(anchors)],
})

const BASE64 = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')

function chunked(texts, isMeant = () => true) {
  const all = Buffer.concat([...texts].filter(isMeant).map(({ bytes }) => bytes))
  const chunks = []
  for (let at = 0; at < all.length; at += CHUNK_BYTES) chunks.push(all.subarray(at, at + CHUNK_BYTES))
  return chunks
}

function filled(byteFrom) {
  const random = numbers(3)
  return Array.from({ length: 4 }, () =>
    Buffer.from(Array.from({ length: CHUNK_BYTES }, () => byteFrom(random))),
  )
}

/** One anchor after the other, a space between them. */
function anchorsOnly(anchors) {
  const random = numbers(5)
  const pieces = []
  for (let length = 0; length < CHUNK_BYTES; length += pieces.at(-1).length)
    pieces.push(Buffer.concat([anchors[Math.floor(random() * anchors.length)].bytes, Buffer.from(' ')]))
  return Buffer.concat(pieces).subarray(0, CHUNK_BYTES)
}
