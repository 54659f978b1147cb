// Where everything lies in the kernel's wasm memory, in bytes from its start. Both sides read this file: TypeScript
// through the bundle, AssemblyScript at compile time. So it holds plain numbers and nothing else.

/** At address 0 stands an entry that agrees with no text: an empty chain needs no question of its own. */
export const NO_ENTRY = 0

/** Four u32 cells that tell the kernel where the areas without a fixed place are. */
export const CONTENT_CELL = 48
/** Where the next hit is written. */
export const HITS_END_CELL = 52
/** Where the hits of this call begin: nothing before it is moved. */
export const HITS_CELL = 56
/** From here on the hit area might not hold what one more window yields. */
export const HITS_LIMIT_CELL = 60

/** Bits of the hash that choose a word of the bitmap and, with the same value, a chain of entries. */
export const HASH_BITS = 14
/** Odd, from the golden ratio (Knuth's multiplicative hash). */
export const HASH_FACTOR = 0x9e3779b1
/** Folds three bytes to lower case (and more, evenly) and drops the fourth. */
export const HASH_FOLD = 0x202020ff

/** One word of 32 bits for each hash of a window's last three bytes; its bits stand for the five low bits of the first. */
export const BITMAP = 64
export const BITMAP_BYTES = 4 << HASH_BITS

/** Address of the first entry to compare, or `NO_ENTRY`, for each hash of a window's last three bytes. */
export const CHAINS = BITMAP + BITMAP_BYTES
export const CHAINS_BYTES = 4 << HASH_BITS

/** The same for anchors of three bytes that fill the first three bytes of a window. */
export const SHORT_HASH_BITS = 10
export const SHORT_CHAINS = CHAINS + CHAINS_BYTES
export const SHORT_CHAINS_BYTES = 4 << SHORT_HASH_BITS

/** Windows that passed the bitmap, as u16 byte distances from their batch's start. */
export const QUEUE = SHORT_CHAINS + SHORT_CHAINS_BYTES
/** Content bytes whose windows are queued before any is confirmed. A multiple of 16, at most 65,536. */
export const BATCH_BYTES = 4096
/** One entry for every second byte, and one more that the last store may touch. */
export const QUEUE_BYTES = BATCH_BYTES + 16

/** Entries of variable number; behind them the pieces of anchors longer than 16 bytes, the hits, the content. */
export const ENTRIES = QUEUE + QUEUE_BYTES

/** An entry: 16 bytes or-ed to the text, 16 bytes that must come out, then four u32. */
export const ENTRY_BYTES = 48
export const ENTRY_WANTED = 16
export const ENTRY_ANCHOR = 32
/** Bytes of the anchor. */
export const ENTRY_LENGTH = 36
/** Signed: bytes from the anchor's start to the window's. */
export const ENTRY_LEAD = 40
/** Address of the pieces for the bytes from 16 on. The lowest bit marks the last entry of a chain. */
export const ENTRY_REST = 44

/** A piece: 16 bytes or-ed to the text, 16 bytes that must come out. */
export const PIECE_BYTES = 32

/** A hit: u32 anchor, u32 offset; as one u64 it sorts by offset, then anchor. */
export const HIT_BYTES = 8

/** Bytes around the content that may be read, never trusted: vectors and windows reach beyond both ends. */
export const MARGIN_BYTES = 64

/** The longest way from an anchor's start to its window. */
export const MAX_LEAD = 30
