/** By the LFS specification a pointer is shorter than this. */
const LIMIT_BYTES = 1024

/**
 * A pointer from its first byte to its last: whoever could add a line to one would have a place that nobody looks at.
 * Names of extensions are held short for the same reason.
 */
const POINTER =
  /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:ext-\d-[a-z]{1,16} sha256:[0-9a-f]{64}\n)*oid sha256:[0-9a-f]{64}\nsize \d{1,19}\n$/

/** Whether a blob of `size` bytes stands for a file that Git LFS keeps elsewhere. @param head all of it, or its beginning */
export const isLfsPointer = (head: Uint8Array, size: number): boolean =>
  size < LIMIT_BYTES &&
  head.length === size &&
  POINTER.test(Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1'))
