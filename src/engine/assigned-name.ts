/**
 * The name a value is assigned to, read backwards from the value: `NAME=`, `"name": "`, `name => '`, `<name>`,
 * `name="…" value="`, `("name", "`, `NAME value` after ENV/set/export words, `--name value`. Text only: no parser
 * is needed for the one token before a value, and a broken file has a name too.
 */

const LOOK_BACK = 160
const QUOTES = '(?:\\\\*["\'`])?'
/** Begins where no name goes on: tried at every character it would cost as much as all the rest of a scan. */
const NAME = '(?<![\\w$.\\-])[\\d\\-]{0,8}([A-Za-z_$][\\w$.:\\-]{0,99})'

/** Tried in order on the text that ends where the value begins. The first group is the name. */
const SHAPES: readonly RegExp[] = [
  // {"name": "AWS_SECRET", "value": "…"} and - name: X\n  value: …, and HAR's/Postman's key/value pairs
  new RegExp(
    `${QUOTES}(?:name|key|Name|Key|ParameterKey)${QUOTES}\\s*[:=]\\s*${QUOTES}([\\w$.\\-]{1,80})${QUOTES}\\s*,?\\s*${QUOTES}(?:value|Value|ParameterValue|default|Default)${QUOTES}\\s*[:=]\\s*${QUOTES}$`,
  ),
  // <string name="aws_secret">…  <property name="x" value="…  <add key="X" value="…
  /<[\w.:-]+[^<>]{0,40}\s(?:name|key|id|Name|Key)\s*=\s*["']([\w$.\-:]{1,80})["'](?:\s+[\w.:-]+\s*=\s*["']|[^<>]{0,40}>\s*)$/,
  // <name>…</name><value>…  and plist's <key>…</key><string>…
  /<(?:name|key)>\s*([\w$.-]{1,80})\s*<\/(?:name|key)>\s*<(?:value|string)>\s*$/,
  // <secretKey>…
  /<([A-Za-z_][\w.-]{0,79})(?:\s[^<>]{0,60})?>\s*$/,
  // name = "…, 'name' => '…, name: …, name := …, $env:NAME = …, [name] = …, fs["name"] = …
  new RegExp(
    `${NAME}\\s{0,8}${QUOTES}\\s{0,8}[\\])]?\\s{0,40}(?:=>|:=|\\?=|=|:)\\s{0,40}(?:[@$rbuLfF]|new\\s+String\\()?${QUOTES}$`,
  ),
  // define('NAME', '…, setenv("NAME", "…, set("name", "…; an access key ID is an argument, not a name
  /\(\s*\\*["'`](?![A-Z0-9]{16,80}\\*["'`])([\w$.-]{3,80})\\*["'`]\s*,\s*\\*["'`]$/,
  // ENV NAME value, set -x NAME value, setx NAME value
  /(?:^|[\n;&|]\s*)(?:ENV|ARG|setx|set(?:env)?(?:\s+-\w+)*|export)\s+([A-Za-z_][\w.]{0,79})\s+["']?$/i,
  // --secret-key value, -DsecretKey value
  /(?:^|\s)--?([A-Za-z][\w.-]{1,79})\s+["']?$/,
]

/** @param start index of the value's first character in `text` @returns the name as written, or an empty string */
export const assignedName = (text: string, start: number): string => {
  const before = text.slice(Math.max(0, start - LOOK_BACK), start)
  for (const shape of SHAPES) {
    const name = shape.exec(before)?.[1]
    if (name !== undefined) return name
  }
  return ''
}

/** The form names are compared and fingerprinted in: lower case, without `_`, `-`, `.`, and what syntax glued on. */
export const normalisedName = (name: string): string => name.toLowerCase().replace(/[_\-.$:]/g, '')
