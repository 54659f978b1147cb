/** One literal the kernel looks for: bytes, ASCII lower case where `caseInsensitive`. At least three bytes. */
export interface KernelAnchor {
  readonly bytes: Uint8Array
  readonly caseInsensitive: boolean
}

/**
 * Finds where anchors stand in the first bytes of `memory`. The caller puts content straight into `memory`
 * (a file read, a git stream), calls `scan`, and reads the hits before the next call.
 *
 * Law: each place where an anchor stands is reported once, confirmed byte by byte, in order of offset and
 * then of anchor. Nothing is missed, nothing is reported that is not there.
 */
export interface Kernel {
  /** Which implementation answers: tests prove that the fast one really ran. */
  readonly variant: 'plain' | 'simd'
  /** Where content goes. Its length is the largest chunk that one `scan` takes. */
  readonly memory: Uint8Array
  /** @param length how many bytes of `memory` count */
  scan(length: number): HitList
}

/** Pairs (anchor index, byte offset in memory), valid until the next scan. */
export interface HitList {
  readonly count: number
  anchorAt(index: number): number
  offsetAt(index: number): number
}
