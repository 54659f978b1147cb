/**
 * The name a value is assigned to, read backwards from the value: `NAME=`, `"name": "`, `name => '`, `<name>`,
 * `name="…" value="`, `("name", "`, `NAME value` after ENV/set/export words, `--name value`. Text only: no parser
 * is needed for the one token before a value, and a broken file has a name too.
 */

const LOOK_BACK = 160
const QUOTES = '(?:\\\\*["\'`])?'
/** Begins where no name goes on: tried at every character it would cost as much as all the rest of a scan. */
const NAME = '(?<![\\w$.\\-])[\\d\\-]{0,8}([A-Za-z_$][\\w$.:\\-]{0,99})'

/** `secretKey: String`, `secret: &'static str`, Go's `secretKey string`, C's `secret[41]`. */
const TYPE =
  "(?:\\s?:\\s?(?:&(?:'\\w{1,10}\\s)?|Optional[\\[<]|Final[\\[<]|std::)?(?:[Ss]tring|[Ss]tr)(?![\\w.])[?\\]>]{0,2}(?:\\s?\\|\\s?(?:undefined|null|None))?|\\sstring(?=\\s)|\\[\\d{0,3}\\])?"
/** What gives a value to a name, or one for the case that it has none: `NAME || '…'`, `${NAME:-…}`. */
const GIVES = '(?:=>|:=|<-|\\?\\?=?|\\|\\|=?|\\?[:=]|:-|==|=|:|(?<=[\\s"\')\\]])or(?=\\s))'
/** YAML's anchors and tags. */
const MARK = '(?:[&!]{1,2}\\w{1,20}\\s{1,4})?'

/** Tried in order on the text that ends where the value begins. The first group is the name. */
const SHAPES: readonly RegExp[] = [
  // {"name": "AWS_SECRET", "value": "…"} and - name: X\n  value: …, and HAR's/Postman's key/value pairs
  new RegExp(
    `${QUOTES}(?:name|key|Name|Key|ParameterKey)${QUOTES}\\s*[:=]\\s*${QUOTES}([\\w$.\\-]{1,80})${QUOTES}\\s*,?\\s*${QUOTES}(?:value|Value|ParameterValue|default|Default|defaultValue)${QUOTES}\\s*[:=]\\s*${QUOTES}$`,
  ),
  // <string name="aws_secret">…  <property name="x" value="…  <add key="X" value="…
  /<[\w.:-]+[^<>]{0,40}\s(?:name|key|id|Name|Key)\s*=\s*["']([\w$.\-:]{1,80})["'](?:\s+[\w.:-]+\s*=\s*["']|[^<>]{0,40}>\s*)$/,
  // <name>…</name><value>…  and plist's <key>…</key><string>…
  /<(?:name|key)>\s*([\w$.-]{1,80})\s*<\/(?:name|key)>\s*<(?:value|string)>\s*$/,
  // <secretKey>…
  /<([A-Za-z_][\w.-]{0,79})(?:\s[^<>]{0,60})?>\s*(?:<!\[CDATA\[)?$/,
  // name = "…, 'name' => '…, name: …, name := …, getenv('NAME') or '…, name: String = "…, $env:NAME = …, [name] = …, fs["name"] = …
  new RegExp(
    `${NAME}${TYPE}\\s{0,8}${QUOTES}\\s{0,8}[\\])}]?\\s{0,40}${GIVES}\\s{0,40}${MARK}(?:[@$rbuLfF]|new\\s+String\\()?${QUOTES}$`,
  ),
  // define('NAME', '…, setenv("NAME", "…, set("name", "…; an access key ID is an argument, not a name
  /\(\s*\\*["'`](?![A-Z0-9]{16,80}\\*["'`])([\w$.-]{3,80})\\*["'`]\s*,\s*\\*["'`]$/,
  // ENV NAME value, set -x NAME value, setx NAME value
  /(?:^|[\n;&|]\s*)(?:ENV|ARG|setx|set(?:env)?(?:\s+-\w+)*|export)\s+([A-Za-z_][\w.]{0,79})\s+["']?$/i,
  // Clojure's :name "…, Ruby's set :name, "…
  /(?<![\w:]):([A-Za-z][\w.-]{1,79})\s{0,4}[\s,]\s{0,4}["']$/,
  // name value, alone on a line, where the name says what it is; an nginx file, a Groovy builder, a TSV
  /(?:^|[\n{;(,])[ \t]{0,40}(?=[\w.-]{0,60}(?:secret|passw|token|(?:access|sec)_key|key_id))([A-Za-z_][\w.-]{1,79})[ \t]{1,40}["']?$/i,
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
