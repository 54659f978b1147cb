/** One variable of an environment file. */
export interface DotenvEntry {
  readonly name: string
  /** Without its quotes, as it is written: escapes stand as they do in other files. */
  readonly written: string
  /** As a program gets it: in double quotes `\n` and other escapes are undone. */
  readonly value: string
}

const NAME = /[ \t]*(?:export[ \t]+)?(?<name>[A-Za-z_][\w.-]{0,199})[ \t]*(?:=|:(?=[ \t]))[ \t]*/y

/** A quoted value may run over several lines; the quote is the same at both ends. */
const QUOTED: Readonly<Record<string, RegExp>> = {
  '"': /"((?:[^"\\]|\\[\s\S])*)"/y,
  "'": /'([^']*)'/y,
  '`': /`([^`]*)`/y,
}

/** Up to a comment, which blanks set apart: a password may hold a `#`. */
const PLAIN = /(?:[^\s#](?:\S|[ \t]+(?=[^\s#]))*)?/y

/**
 * The variables of a `.env` file, in order: `NAME=value`, `export NAME='value'`, `NAME: value`, quoted over several lines.
 * There is no standard; this is what the readers for Node.js, Python, Ruby and Docker Compose have in common. What is no
 * variable is passed over, line by line.
 */
export const dotenvEntries = (text: string): readonly DotenvEntry[] => {
  const entries: DotenvEntry[] = []
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  for (let at = 0; at < lines.length; ) {
    const name = matchAt(NAME, lines, at)
    if (name !== null) {
      const begin = at + name[0].length
      const value = valueAt(lines, begin)
      entries.push({ name: name.groups?.name ?? '', ...value.entry })
      at = value.end
    }
    const lineEnd = lines.indexOf('\n', at)
    at = lineEnd < 0 ? lines.length : lineEnd + 1
  }
  return entries
}

interface FoundValue {
  readonly entry: Omit<DotenvEntry, 'name'>
  readonly end: number
}

const valueAt = (lines: string, begin: number): FoundValue => {
  const quote = lines.charAt(begin)
  const form = QUOTED[quote]
  const quoted = form === undefined ? null : matchAt(form, lines, begin)
  const [whole, written = whole] = quoted ?? matchAt(PLAIN, lines, begin) ?? ['']
  const value = quoted !== null && quote === '"' ? unescaped(written) : written
  return { entry: { written, value }, end: begin + whole.length }
}

const matchAt = (form: RegExp, text: string, at: number): RegExpExecArray | null => {
  form.lastIndex = at
  return form.exec(text)
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

const unescaped = (written: string): string =>
  written.replace(/\\([\s\S])/g, (_escape, character: string) => ESCAPES[character] ?? character)
