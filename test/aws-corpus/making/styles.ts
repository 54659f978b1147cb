import type { Casing } from './casing.js'
import { lines } from './draft.js'
import type { Style } from './settings-form.js'

const hash = (text: string): string => `# ${text}`
const slashes = (text: string): string => `// ${text}`

/** `NAME=value` under a `#` heading. */
export const envStyle = (before = '', after = ''): Style => ({
  casing: 'UPPER_SNAKE',
  setting: (name, value) => `${before}${name}=${value}${after}`,
  comment: hash,
  whole: (settings, m) => lines(`# ${m.name()} ${m.pick(['settings', 'environment'])}`, '', settings),
})

export const quotedEnvStyle = (quote: string): Style => ({
  ...envStyle(),
  setting: (name, value) => `${name}=${quote}${value}${quote}`,
})

/** `name = value` in a section. */
export const iniStyle = (section: string, assign = ' = '): Style => ({
  casing: 'lower_snake',
  setting: (name, value) => `${name}${assign}${value}`,
  comment: (text) => `; ${text}`,
  whole: (settings, m) => lines(`[main]`, `title${assign}${m.word()}`, '', `[${section}]`, settings),
})

/** Java properties. */
export const propertiesStyle = (assign = '='): Style => ({
  casing: 'dotted',
  setting: (name, value) => `${name}${assign}${value}`,
  comment: hash,
  whole: (settings, m) => lines(`# ${m.name()}, version ${m.version()}`, settings),
})

/** YAML mappings, `depth` levels of two spaces in, below `head`. */
export const yamlStyle = (casing: Casing, depth: number, head: readonly string[], quote = ''): Style => {
  const indent = '  '.repeat(depth)
  return {
    casing,
    setting: (name, value) => `${indent}${name}: ${quote}${value}${quote}`,
    comment: (text) => `${indent}# ${text}`,
    whole: (settings) => lines(head, settings),
  }
}

/** One JSON object inside another. */
export const jsonStyle = (casing: Casing, outer: string): Style => ({
  casing,
  setting: (name, value) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  whole: (settings, m) =>
    lines('{', `  "name": "${m.name()}",`, `  "${outer}": {`, settings.join(',\n'), '  }', '}'),
})

/** Arguments of a block of HCL. */
export const hclStyle = (head: readonly string[], tail: readonly string[] = ['}']): Style => ({
  casing: 'lower_snake',
  setting: (name, value) => `  ${name} = "${value}"`,
  comment: (text) => `  # ${text}`,
  whole: (settings) => lines(head, settings, tail),
})

/** Assignments in code, between a head and a tail. */
export const codeStyle = (of: {
  readonly casing: Casing
  readonly setting: (name: string, value: string) => string
  readonly comment?: 'hash' | 'slashes'
  readonly head: readonly string[]
  readonly tail: readonly string[]
}): Style => ({
  casing: of.casing,
  setting: of.setting,
  comment: of.comment === 'slashes' ? slashes : hash,
  whole: (settings) => lines(of.head, settings, of.tail),
})

/** One XML element per setting. */
export const xmlStyle = (
  casing: Casing,
  element: (name: string, value: string) => string,
  head: readonly string[],
  tail: readonly string[],
): Style => ({
  casing,
  setting: element,
  comment: (text) => `  <!-- ${text} -->`,
  whole: (settings) => lines('<?xml version="1.0" encoding="UTF-8"?>', head, settings, tail),
})

/** Name and value are siblings: `[{"name": …, "value": …}]`. */
export const nameValueJsonStyle = (
  nameKey: string,
  valueKey: string,
  head: readonly string[],
  tail: readonly string[],
): Style => ({
  casing: 'UPPER_SNAKE',
  setting: (name, value) => `      { "${nameKey}": "${name}", "${valueKey}": "${value}" }`,
  whole: (settings) => lines(head, settings.join(',\n'), tail),
})
