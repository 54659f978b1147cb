/** A source of numbers that depends on its seed alone. */
export interface Random {
  /** An integer from 0 to `limit - 1`. */
  readonly below: (limit: number) => number
  /** An integer from `least` to `most`. */
  readonly between: (least: number, most: number) => number
  readonly pick: <T>(list: readonly [T, ...T[]]) => T
  /** `length` characters of `alphabet`. */
  readonly text: (alphabet: string, length: number) => string
  readonly bytes: (length: number) => Uint8Array
  readonly shuffled: <T>(list: readonly T[]) => T[]
}

/** 32 bits of the seed's text (FNV-1a); `salt` gives independent ones. */
const hashOf = (seed: string, salt: number): number => {
  let hash = (0x811c9dc5 ^ salt) >>> 0
  for (const char of seed) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash
}

/** Chris Doty-Humphrey's sfc32: 128 bits of state, passes the usual batteries. */
const sfc32 = (seed: string): (() => number) => {
  let [a, b, c, counter] = [hashOf(seed, 1), hashOf(seed, 2), hashOf(seed, 3), 1]
  const next = (): number => {
    const sum = (a + b + counter) >>> 0
    counter = (counter + 1) >>> 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) >>> 0
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0
    return sum
  }
  for (let round = 0; round < 16; round++) next()
  return next
}

export const randomOf = (seed: string): Random => {
  const next = sfc32(seed)
  const below = (limit: number): number => Math.floor((next() / 0x1_0000_0000) * limit)
  const text = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet[below(alphabet.length)]).join('')
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    pick: <T>(list: readonly [T, ...T[]]): T => list[below(list.length)] ?? list[0],
    text,
    bytes: (length) => Uint8Array.from({ length }, () => below(256)),
    shuffled: (list) => {
      const left = [...list]
      return list.flatMap(() => left.splice(below(left.length), 1))
    },
  }
}
