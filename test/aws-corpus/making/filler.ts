import type { CorpusFile, Draft } from '../case-model.js'
import { cased } from './casing.js'
import type { Material } from './material.js'
import { loudSettings, quietSettings, remark, scoped } from './surrounding-settings.js'

type Filler = (m: Material) => readonly string[]

/** Files shorter than this get more text behind what matters, where their kind has a filler. */
const SHORT = 12

export const lengthened = (m: Material, draft: Draft): Draft => ({
  ...draft,
  files: draft.files.map((file) => lengthenedFile(m, file)),
})

const lengthenedFile = (m: Material, file: CorpusFile): CorpusFile => {
  const filler = FILLERS[endingOf(file.path)]
  if (filler === undefined || file.bytes.includes(0)) return file
  const text = Buffer.from(file.bytes).toString('utf8')
  const rows = text.split('\n').length
  // A file without a line break at its end is so on purpose, and one of CRLF lines should not mix them.
  if (rows > SHORT || !text.endsWith('\n') || text.includes('\r')) return file
  const more = Array.from({ length: m.between(1, 3) }, () => filler(m)).flat()
  return { path: file.path, bytes: Buffer.from(`${text}\n${more.join('\n')}\n`, 'utf8') }
}

const endingOf = (path: string): string => /(?:\.([a-z]+))?$/.exec(path)?.[1] ?? ''

const identifier = (m: Material): string => m.name().replace('-', '_')
const camel = (m: Material): string => cased(m.name().replace('-', ' '), 'camelCase')

const python: Filler = (m) => [
  '',
  `def ${identifier(m)}(items, limit=${m.digits(2)}):`,
  `    """${remark(m)}"""`,
  `    known = {"${m.uuid()}", "${m.hex(40)}"}`,
  '    kept = [item for item in items if item.id not in known]',
  '    return kept[:limit]',
  '',
]

const javascript: Filler = (m) => [
  '',
  `// ${remark(m)}`,
  `function ${camel(m)}(items) {`,
  `  const revision = '${m.hex(40)}'`,
  `  return items.filter((item) => item.revision !== revision).slice(0, ${m.digits(2)})`,
  '}',
]

const ruby: Filler = (m) => [
  '',
  `# ${remark(m)}`,
  `def ${identifier(m)}(items)`,
  `  items.reject { |item| item.digest == '${m.hex(64)}' }.first(${m.digits(2)})`,
  'end',
]

const php: Filler = (m) => [
  '',
  `// ${remark(m)}`,
  `function ${identifier(m)}(array $items): array`,
  '{',
  `    $tenant = '${m.uuid()}';`,
  '    return array_filter($items, fn ($item) => $item->tenant === $tenant);',
  '}',
]

const shell: Filler = (m) => [
  '',
  `# ${remark(m)}`,
  `${identifier(m)}() {`,
  `  local image="${m.name()}@sha256:${m.hex(64)}"`,
  `  docker pull "$image" && docker run --rm "$image" --region ${m.region()}`,
  '}',
]

const sql: Filler = (m) => [
  '',
  `-- ${remark(m)}`,
  `CREATE INDEX ${identifier(m)}_idx ON orders (placed_at, total);`,
  `DELETE FROM ${m.word()} WHERE tenant_id = '${m.uuid()}' AND placed_at < '${m.date()}';`,
  `UPDATE ${m.word()} SET digest = '${m.hex(64)}' WHERE id = ${m.digits(5)};`,
]

const prose: Filler = (m) => [
  '',
  `${m.person()} wrote on ${m.date()}: ${remark(m)}. The bucket ${m.bucket()} is in ${m.region()},`,
  `the account is ${m.account()}, and the last good build was ${m.hex(40)}.`,
  '',
  `- version ${m.version()}, sha256 ${m.hex(64)}`,
  `- request ${m.uuid()} failed at ${m.time()}`,
]

const log: Filler = (m) =>
  Array.from({ length: 4 }, () =>
    m.pick([
      `${m.date()} ${m.time()} INFO  request ${m.uuid()} took ${m.digits(3)} ms`,
      `${m.date()} ${m.time()} DEBUG etag ${m.hex(32)} of ${m.bucket()}`,
      `${m.date()} ${m.time()} WARN  ${m.host()} answered 503, attempt ${m.digits(1)}`,
    ]),
  )

const hashComments: Filler = (m) => [`# ${remark(m)}`, `# ${m.name()} ${m.version()}, revision ${m.hex(40)}`]

const settings =
  (write: (words: string, value: string) => string): Filler =>
  (m) => [
    ...hashComments(m),
    ...scoped(m, [...quietSettings(m, 3), ...loudSettings(m, 3)]).map(({ words, value }) =>
      write(words, value),
    ),
  ]

const env = settings((words, value) => `${cased(words, 'UPPER_SNAKE')}=${value}`)
const dotted = settings((words, value) => `${cased(words, 'dotted')}=${value}`)

const FILLERS: Readonly<Record<string, Filler>> = {
  py: python,
  js: javascript,
  ts: javascript,
  rb: ruby,
  php,
  sh: shell,
  sql,
  md: prose,
  txt: prose,
  log,
  yml: hashComments,
  yaml: hashComments,
  env,
  production: env,
  properties: dotted,
  tf: hashComments,
  tfvars: hashComments,
}
