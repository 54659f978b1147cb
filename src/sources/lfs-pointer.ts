/** By the LFS specification a pointer is shorter than this, and its first line is this one. */
const LIMIT_BYTES = 1024
const FIRST_LINE = new TextEncoder().encode('version https://git-lfs.github.com/spec/v1')

/** Whether a blob of `size` bytes that begins with `head` stands for a file that Git LFS keeps elsewhere. */
export const isLfsPointer = (head: Uint8Array, size: number): boolean =>
  size < LIMIT_BYTES && head.length >= FIRST_LINE.length && FIRST_LINE.every((byte, at) => head[at] === byte)
