/** An element of a parsed document. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  /** Its own text and that of its children, references undone. */
  readonly text: string
}

const TOKEN =
  /<\?xml [^<>]*\?>\s*|<(?<name>[\w-]+)(?<attributes>(?: \w+="[^"<]*")*)(?<empty>\/?)>|<\/(?<closed>[\w-]+)>|[^<]+/y
const REFERENCES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
/** What XML 1.0 calls a character. */
const CHARACTERS = /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u

const plain = (text: string): string => {
  if (!CHARACTERS.test(text)) throw new Error('a character that XML does not allow')
  return text.replace(/&([^;]*);?/g, (_, name: string) => {
    const character = REFERENCES[name]
    if (character === undefined) throw new Error(`no such reference: ${name}`)
    return character
  })
}

/** The part of XML 1.0 that reports use, strictly: throws an Error for whatever is not well-formed. */
export const parseXml = (text: string): Element => {
  const root = { name: '', attributes: {}, children: [] as Element[], text: '' }
  const open = [root]
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex
    const match = TOKEN.exec(text)
    const inner = open.at(-1)
    if (match === null || inner === undefined) throw new Error(`not well-formed: ${text.slice(at, at + 60)}`)
    const { name, attributes = '', empty, closed } = match.groups ?? {}
    if (name !== undefined) {
      const child = { name, attributes: attributesIn(attributes), children: [], text: '' }
      inner.children.push(child)
      if (empty === '') open.push(child)
    } else if (closed !== undefined) {
      if (open.pop()?.name !== closed) throw new Error(`</${closed}> closes something else`)
    } else if (!match[0].startsWith('<?xml')) for (const one of open) one.text += plain(match[0])
  }
  const [document] = root.children
  if (open.length !== 1 || document === undefined || root.children.length !== 1)
    throw new Error('not one element')
  return document
}

const attributesIn = (text: string): Readonly<Record<string, string>> => {
  const pairs = [...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    plain(value),
  ])
  const attributes = Object.fromEntries(pairs)
  if (Object.keys(attributes).length !== pairs.length) throw new Error('an attribute stands twice')
  return attributes
}
