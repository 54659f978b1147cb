/** How often a byte stands in [from, to): the least that a scanner must do, as the measure of what else it does. */
export function byteCount(from: usize, to: usize, byte: u32): u32 {
  const wanted = i8x16.splat(<i8>byte)
  let total: u32 = 0
  for (let at = from; at < to; ) {
    // Lanes of eight bits hold 255 rounds.
    const end = min(to, at + 255 * 16)
    let counts = i8x16.splat(0)
    for (; at < end; at += 16) counts = i8x16.sub(counts, i8x16.eq(v128.load(at), wanted))
    const sums = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(counts))
    total += i32x4.extract_lane(sums, 0) + i32x4.extract_lane(sums, 1)
    total += i32x4.extract_lane(sums, 2) + i32x4.extract_lane(sums, 3)
  }
  return total
}
