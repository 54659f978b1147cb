import type { RuleDescription } from '../model/index.js'

/** A plain web address: nothing that ends a link in some mark-up, and no other scheme, which could run a script. */
const ADDRESS = /^https:\/\/[\w.~:/?#@!$&'*+,;=%-]+$/

/** Where the provider's documentation is; null where that is no address to link. */
export const documentationOf = ({ docs }: RuleDescription): string | null =>
  ADDRESS.test(docs) ? docs : null
