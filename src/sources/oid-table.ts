const FIRST_SLOTS = 1 << 12

/** Object ids of one repository in few bytes each: a million of them as strings would take 100 MB. */
export class OidTable {
  /** Ids one after the other, of equal length. */
  #ids = Buffer.alloc(FIRST_SLOTS * 20)
  #count = 0
  /** Bytes of an id; 20 for SHA-1, 32 for SHA-256; known with the first. */
  #width = 0
  /** Places of ids + 1, by their first bytes; 0 where there is none. */
  #slots = new Uint32Array(FIRST_SLOTS * 2)

  get size(): number {
    return this.#count
  }

  /** @param oid full object id, hex */
  add(oid: string): void {
    this.#put(Buffer.from(oid, 'hex'))
  }

  /** @param oid full object id, hex */
  has(oid: string): boolean {
    const id = Buffer.from(oid, 'hex')
    return id.length === this.#width && this.#slots[this.#slotOf(id)] !== 0
  }

  /** One byte that says the length of an id, then the ids. */
  bytes(): Uint8Array {
    return Buffer.concat([Buffer.of(this.#width), this.#ids.subarray(0, this.#count * this.#width)])
  }

  /** @param bytes as `bytes` gave them */
  addAll(bytes: Uint8Array): void {
    const width = bytes[0] ?? 0
    if (width !== 20 && width !== 32) return
    for (let at = 1; at + width <= bytes.length; at += width) this.#put(bytes.subarray(at, at + width))
  }

  #put(id: Uint8Array): void {
    if (this.#width === 0) this.#width = id.length
    if (id.length !== this.#width) return
    if (this.#count * 2 >= this.#slots.length) this.#widen()
    const slot = this.#slotOf(id)
    if (this.#slots[slot] !== 0) return
    const at = this.#count * this.#width
    if (at + this.#width > this.#ids.length)
      this.#ids = Buffer.concat([this.#ids, Buffer.alloc(this.#ids.length)])
    this.#ids.set(id, at)
    this.#count++
    this.#slots[slot] = this.#count
  }

  /** Where an id is, or would be put: ids are as good as random, so their own bytes spread them. */
  #slotOf(id: Uint8Array): number {
    const mask = this.#slots.length - 1
    const first = ((id[0] ?? 0) << 24) | ((id[1] ?? 0) << 16) | ((id[2] ?? 0) << 8) | (id[3] ?? 0)
    for (let slot = first & mask; ; slot = (slot + 1) & mask) {
      const place = this.#slots[slot] ?? 0
      if (place === 0 || this.#isAt(place - 1, id)) return slot
    }
  }

  #isAt(place: number, id: Uint8Array): boolean {
    const at = place * this.#width
    return this.#ids.compare(id, 0, this.#width, at, at + this.#width) === 0
  }

  #widen(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2)
    for (let place = 0; place < this.#count; place++) {
      const at = place * this.#width
      this.#slots[this.#slotOf(this.#ids.subarray(at, at + this.#width))] = place + 1
    }
  }
}
