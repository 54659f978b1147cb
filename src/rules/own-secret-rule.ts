import { Buffer } from 'node:buffer'
import type { Anchor, CompiledRule } from './compiled-rule.js'

/** The one rule whose patterns are not data: what it looks for is what the person who runs it keeps secret. */
export const OWN_SECRET = 'own-secret'

/** Also the name of the linker that says where a value is kept: the engine knows only what it is handed in. */
const LINKER = OWN_SECRET

/**
 * Bytes of a value's middle that the kernel looks for. Heads are often alike (`-----BEGIN`, `eyJhbGciOi`, a provider's
 * prefix), and so would wake the pattern where nothing is.
 */
const ANCHOR_BYTES = 24

/** Bytes of the longest value that can be looked for. */
export const MOST_OWN_BYTES = 8 * 1024

/**
 * The rule that finds these values as they are, wherever they stand. It asks for no boundary: of 48 bits and more none
 * stand by chance in something longer, and what stands there all the same (`Bearer:…`, a URL, an escape) is the secret.
 * @param values each of 3 to `MOST_OWN_BYTES` bytes; with none it finds nothing
 */
export const ownSecretRule = (values: readonly string[]): CompiledRule => {
  // Where one value begins with another, the longer one is meant.
  const literals = [...new Set(values.map(literalOf))].sort((a, b) => b.length - a.length)
  return {
    id: OWN_SECRET,
    provider: 'any provider',
    name: 'One of your own credentials',
    description:
      'A value that you keep secret on this machine stands here as it is: it is in your AWS profiles, in an environment variable whose name says so, or in a .env file that git ignores. Nothing is more certain than a secret that one knows.',
    remedy:
      'Take it out of the file; your own copy stays where it is. If it was ever pushed or shared, make a new one where it was issued, and revoke this one.',
    docs: 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
    severity: 'high',
    confidence: 'high',
    baseline: 'never',
    source: 'observed',
    anchors: literals.map(anchorOf),
    pattern: literals.length === 0 ? null : `(?<secret>${literals.map(escaped).join('|')})`,
    run: null,
    role: 'secret',
    strength: 'guessable',
    prefix: '',
    entropy: null,
    checks: [],
    companion: null,
    linked: { linker: LINKER, parts: { secret: OWN_SECRET } },
    encoded: [],
    facts: null,
    overlap: 'shares',
    window: Math.max(64, literals[0]?.length ?? 0),
  }
}

/** As patterns see bytes: one latin1 character each. */
export const literalOf = (value: string): string => Buffer.from(value, 'utf8').toString('latin1')

const anchorOf = (literal: string): Anchor => {
  const start = Math.max(0, Math.floor((literal.length - ANCHOR_BYTES) / 2))
  return { literal: literal.slice(start, start + ANCHOR_BYTES), caseInsensitive: false }
}

/** Every character but letters and digits by its code: none means anything else, in a pattern or in a message. */
const escaped = (literal: string): string =>
  literal.replace(/[^A-Za-z0-9]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`)
