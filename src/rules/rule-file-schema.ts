/**
 * JSON Schema (draft 2020-12) of a rule file: the one description of what may stand there, for the compiler and for
 * editors.
 */
const slug = '^[a-z0-9]+(?:-[a-z0-9]+)*$'

const anchor = {
  description: 'A literal of three or more bytes that every true match contains.',
  oneOf: [
    { type: 'string', minLength: 3, maxLength: 64 },
    {
      type: 'object',
      additionalProperties: false,
      required: ['any-case'],
      properties: { 'any-case': { type: 'string', minLength: 3, maxLength: 64, pattern: '^[^A-Z]*$' } },
    },
  ],
} as const

const rule = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'name', 'description', 'source', 'severity', 'confidence', 'remedy', 'examples'],
  properties: {
    id: { description: 'Begins with the provider: aws-…, github-…', type: 'string', pattern: slug },
    name: { type: 'string', minLength: 1, maxLength: 255 },
    description: {
      description: 'What it is and what it opens.',
      type: 'string',
      minLength: 1,
      maxLength: 1000,
    },
    source: {
      description: 'documented by its provider, agreed between two independent tools, or observed by one.',
      enum: ['documented', 'agreed', 'observed'],
    },
    severity: { description: 'Critical comes from proof alone.', enum: ['info', 'low', 'medium', 'high'] },
    confidence: { description: 'What a match alone proves.', enum: ['low', 'medium', 'high'] },
    role: {
      description: 'Which part of a credential this is; secret by default.',
      enum: ['id', 'secret', 'token'],
    },
    strength: {
      description:
        'identifier: shown whole. strong: 80 random bits or more by its format. guessable: nothing is shown.',
      enum: ['identifier', 'strong', 'guessable'],
    },
    anchors: { type: 'array', minItems: 1, uniqueItems: true, items: anchor },
    boundary: {
      description:
        '"token": the match may not touch a character of its own alphabet; or the inside of a character class.',
      type: 'string',
      minLength: 1,
    },
    pattern: {
      description: 'Regular expression over latin1 text with a group named "secret".',
      type: 'string',
    },
    run: {
      description:
        'The secret is so long at least: text without such a run of the characters of its pattern is not looked at. For companions, whose words stand everywhere.',
      type: 'integer',
      minimum: 8,
      maximum: 1000,
    },
    longest: {
      description: 'With `run`: the secret is no longer than this where it is written without escapes.',
      type: 'integer',
      minimum: 8,
      maximum: 10_000,
    },
    prefix: { description: 'Constant beginning of the secret, which a report may show.', type: 'string' },
    entropy: {
      description: 'Bits a character, of the secret without its prefix.',
      type: 'number',
      minimum: 0,
      maximum: 8,
    },
    checks: {
      description: 'Named offline checks, and what a miss means.',
      type: 'array',
      items: {
        type: 'object',
        minProperties: 1,
        maxProperties: 1,
        propertyNames: { pattern: slug },
        additionalProperties: { enum: ['drop', 'lower', 'ignore'] },
      },
    },
    facts: {
      description:
        'Named maker of facts: what a match says of itself offline (account, expiry), never any of what is secret. A linker states them itself.',
      type: 'string',
      pattern: slug,
    },
    overlap: {
      description:
        'wins: what other rules match inside of a match is a piece of it. yields: a match inside of the finding of another rule is not told again; for rules of general forms.',
      enum: ['wins', 'yields'],
    },
    window: {
      description: 'Bytes around an anchor that the pattern may need; 4096 by default.',
      type: 'integer',
      minimum: 64,
      maximum: 16384,
    },
    companion: {
      description: 'The rule runs only around the anchors of other rules and around these words.',
      type: 'object',
      additionalProperties: false,
      required: ['lines', 'bytes'],
      anyOf: [{ required: ['of'] }, { required: ['words'] }],
      properties: {
        of: { type: 'array', minItems: 1, items: { type: 'string', pattern: slug } },
        words: { type: 'array', minItems: 1, items: anchor },
        lines: { type: 'integer', minimum: 0, maximum: 1000 },
        bytes: { type: 'integer', minimum: 64, maximum: 16384 },
        near: {
          description: 'How far from a word, where that is less: names stand right before what they name.',
          type: 'object',
          additionalProperties: false,
          required: ['lines', 'bytes'],
          properties: {
            lines: { type: 'integer', minimum: 0, maximum: 1000 },
            bytes: { type: 'integer', minimum: 64, maximum: 16384 },
          },
        },
      },
    },
    linked: {
      description:
        'A named linker makes the findings: out of matches of other rules (parts) alone, or, beside a pattern, out of matches of this rule and of the parts.',
      type: 'object',
      additionalProperties: false,
      required: ['linker', 'parts'],
      properties: {
        linker: { type: 'string', pattern: slug },
        parts: {
          type: 'object',
          additionalProperties: false,
          properties: { id: { type: 'string' }, secret: { type: 'string' }, token: { type: 'string' } },
        },
      },
    },
    encoded: {
      description:
        'Words near which the rule is sought in encoded text as well (base64, escapes, values in pieces). Those in one case are found encoded, too.',
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: anchor,
    },
    docs: {
      description: "Where its own page differs from the file's.",
      type: 'string',
      pattern: '^https://',
    },
    remedy: { description: 'What to do about a leak.', type: 'string', minLength: 1 },
    examples: {
      description: 'Templates; see CONTRIBUTING.md.',
      type: 'object',
      additionalProperties: false,
      required: ['match', 'clean'],
      properties: {
        match: { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } },
        clean: { type: 'array', minItems: 2, items: { type: 'string', minLength: 1 } },
      },
    },
  },
  // A rule is found by its own anchors, around others' (companion), or not by itself at all (linked alone).
  oneOf: [
    {
      required: ['linked'],
      properties: { linked: { properties: { parts: { minProperties: 2 } } } },
      not: { anyOf: ['anchors', 'pattern', 'companion', 'facts'].map((key) => ({ required: [key] })) },
    },
    { required: ['pattern', 'anchors', 'boundary'], not: { required: ['companion'] } },
    { required: ['pattern', 'companion', 'boundary'], not: { required: ['anchors'] } },
  ],
} as const

export const RULE_FILE_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'keysieve rule file',
  type: 'object',
  additionalProperties: false,
  required: ['provider', 'docs', 'rules'],
  properties: {
    provider: { description: 'Who issues these credentials.', type: 'string', minLength: 1 },
    docs: { description: "The provider's page on them.", type: 'string', pattern: '^https://' },
    rules: { type: 'array', minItems: 1, items: rule },
  },
} as const
