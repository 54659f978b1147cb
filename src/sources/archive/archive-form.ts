/** What a blob is by its first bytes; jar, war, apk, docx, xlsx, whl and nupkg are zip. */
export type ArchiveForm = 'zip' | 'gzip' | 'tar'

/** PKWARE APPNOTE 4.3.7: a local file header begins a zip. RFC 1952, 2.3.1: magic, deflate, no reserved flag. */
const ZIP = 0x04034b50
const GZIP = 0x1f8b08
const RESERVED_FLAGS = 0xe0

/** POSIX.1 pax, ustar header: the magic, followed by NUL; GNU tar writes a blank there. */
const TAR_MAGIC = [...Buffer.from('ustar')]
const TAR_MAGIC_AT = 257

/**
 * Asked of every blob, so it looks at two bytes where there is no archive. A tar that is older than ustar has no magic.
 * @param head the first bytes of the blob
 */
export const archiveFormOf = (head: Uint8Array): ArchiveForm | null => {
  const [a = 0, b = 0, c = 0, d = 0] = head
  if (a === 0x50 && b === 0x4b && (a | (b << 8) | (c << 16) | (d << 24)) === ZIP) return 'zip'
  if (a === 0x1f && ((a << 16) | (b << 8) | c) === GZIP && (d & RESERVED_FLAGS) === 0) return 'gzip'
  return TAR_MAGIC.every((byte, at) => head[TAR_MAGIC_AT + at] === byte) ? 'tar' : null
}
