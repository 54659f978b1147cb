/** 0-based offset in the bytes of the outermost file. */
export type ByteOffset = number

/** Half-open range of bytes in the outermost file: `end` is not part of it. */
export interface Span {
  readonly start: ByteOffset
  readonly end: ByteOffset
}

/**
 * The same range as people and editors count it. Lines and columns are 1-based, columns count UTF-16 code
 * units of the decoded line (a byte order mark counts for nothing), the end is exclusive; bytes are 0-based.
 * Lines end at LF or CR LF.
 */
export interface Region {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
  readonly startByte: ByteOffset
  readonly endByte: ByteOffset
}
