/**
 * A secret value that shows itself redacted wherever it is printed. The plain value comes out by `reveal()`
 * only; test/architecture/reveal-callers.test.ts lists who may call it, and counts them.
 * Not cloneable between threads: a structured clone drops private fields.
 */
export class Secret {
  readonly #plain: string
  readonly #shown: string

  /** @param shown the redacted form, see `redactedForm` */
  constructor(plain: string, shown: string) {
    this.#plain = plain
    this.#shown = shown
  }

  reveal(): string {
    return this.#plain
  }

  toString(): string {
    return this.#shown
  }

  toJSON(): string {
    return this.#shown
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.#shown
  }
}

/** How guessable a kind of value is: it decides what a redaction and a fingerprint may tell about it. */
export type Strength =
  /** Not secret by itself (an access key ID): shown whole. */
  | 'identifier'
  /** At least 80 random bits by its format: its length may be shown. */
  | 'strong'
  /** A person or a short format may have made it: nothing is shown. */
  | 'guessable'

/** What stands for a value of which nothing may be told. */
export const HIDDEN = '<hidden>'

/** @param prefix the rule's constant prefix, shown before the hidden rest of a strong secret */
export const redactedForm = (value: string, strength: Strength, prefix = ''): string => {
  switch (strength) {
    case 'identifier':
      return value
    case 'strong':
      return `${prefix}<${value.length - prefix.length} characters hidden>`
    case 'guessable':
      return HIDDEN
  }
}
