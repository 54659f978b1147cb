import { describe, expect, it } from 'vitest'
import { filesBelow, folderOf, importsOf, targetOf } from './source-files.js'

const BELOW_PIPELINE = [
  'model',
  'kernel',
  'rules',
  'engine',
  'sources',
  'aws',
  'policy',
  'verify',
  'remote',
  'report',
]
const EDGE = ['pipeline', 'model', 'report', 'policy', 'remote', 'hook', 'fleet', 'lsp']
const HOST = ['pipeline', 'sources', 'model', 'report', 'policy', 'remote']

/** Which folder may import which: the table of docs/architecture.md. The empty name is `src/index.ts`. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  model: [],
  kernel: [],
  rules: ['model'],
  engine: ['model', 'rules', 'kernel'],
  aws: ['model'],
  sources: ['model'],
  policy: ['model'],
  verify: ['model', 'aws'],
  remote: ['model', 'aws'],
  report: ['model'],
  pipeline: BELOW_PIPELINE,
  cli: EDGE,
  action: EDGE,
  hook: HOST,
  fleet: HOST,
  lsp: HOST,
  '': ['pipeline', 'report', 'policy', 'model'],
}

/** Which folder may use which package at run time. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  // Behind the side door only, which the hook's path test below keeps shut.
  rules: ['ajv', 'yaml'],
  sources: ['fast-glob', 'simple-git'],
  verify: ['@aws-sdk/client-sts'],
  remote: ['@aws-sdk/client-iam', '@aws-sdk/client-sts'],
  report: ['picocolors'],
  // In lazy chunks only.
  hook: ['yaml'],
  cli: ['yargs', 'picocolors'],
}

/** The ways into a folder beside its index: for what would weigh on those who need little, or who need the rest only. */
const SIDE_DOORS = [
  'src/report/format.ts',
  'src/rules/authoring.ts',
  'src/sources/commits.ts',
  'src/sources/archives.ts',
]

const files = filesBelow('src', '.ts')

const isAllowed = (file: string, specifier: string): boolean => {
  const target = targetOf(file, specifier)
  if (target === null) return true
  const [from, to] = [folderOf(file), folderOf(target)]
  if (from === to) return true
  const isDoor = target === `src/${to}/index.ts` || SIDE_DOORS.includes(target)
  return isDoor && MAY[from]?.includes(to) === true
}

const packageOf = (specifier: string): string | null =>
  specifier.startsWith('.') || specifier.startsWith('node:')
    ? null
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/')

describe('import arrows', () => {
  it('knows every folder of src', () => {
    expect([...new Set(files.map(folderOf))].filter((folder) => !Object.hasOwn(MAY, folder))).toEqual([])
  })

  it.each(files)('%s imports only what its folder may, through the front door', (file) => {
    const wrong = importsOf(file).filter(({ specifier }) => !isAllowed(file, specifier))
    expect(wrong.map(({ specifier }) => specifier)).toEqual([])
  })

  it.each(files)('%s uses only the packages of its folder', (file) => {
    const used = importsOf(file).flatMap(({ specifier }) => packageOf(specifier) ?? [])
    const allowed = PACKAGES[folderOf(file)] ?? []
    expect(used.filter((one) => !allowed.includes(one))).toEqual([])
  })

  it('has index files that only re-export', () => {
    const indexes = files.filter((file) => file.endsWith('/index.ts'))
    const holding = indexes.filter((file) => importsOf(file).some(({ names }) => names.length > 0))
    expect(holding).toEqual([])
  })
})

/** Everything that is loaded with a file: what it imports statically, and so on. */
const loadedWith = (
  entries: readonly string[],
): { readonly files: Set<string>; readonly packages: Set<string> } => {
  const loaded = new Set<string>()
  const packages = new Set<string>()
  const waiting = [...entries]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (loaded.has(file) || !files.includes(file)) continue
    loaded.add(file)
    for (const { specifier, kind } of importsOf(file)) {
      if (kind !== 'static') continue
      const name = packageOf(specifier)
      if (name !== null) packages.add(name)
      const target = targetOf(file, specifier)
      if (target !== null) waiting.push(target)
    }
  }
  return { files: loaded, packages }
}

it('no command loads the SDK before it needs it', () => {
  const { packages } = loadedWith(['src/cli/program.ts', 'src/verify/index.ts', 'src/remote/index.ts'])
  expect([...packages].filter((name) => name.startsWith('@aws-sdk/'))).toEqual([])
})

describe("the hook's path", () => {
  it('loads no package that costs milliseconds', () => {
    const { packages } = loadedWith(['src/cli/main.ts', 'src/cli/commands/staged.ts'])
    expect([...packages].filter((name) => name !== 'picocolors')).toEqual([])
  })

  it('loads what opens archives when it meets one', () => {
    const { files: loaded } = loadedWith(['src/cli/main.ts', 'src/cli/commands/staged.ts'])
    expect([...loaded].filter((file) => file.includes('archive'))).toEqual([
      'src/sources/archive/archive-form.ts',
    ])
  })

  it('is followed into the pipeline', () => {
    const loaded = loadedWith(['src/cli/main.ts', 'src/cli/commands/staged.ts']).files
    expect([...loaded].map(folderOf)).toEqual(expect.arrayContaining(['pipeline', 'engine', 'sources']))
  })
})

it('the parser of YAML is loaded where YAML is edited, and by nothing else', () => {
  expect([...loadedWith(['src/cli/program.ts']).packages]).not.toContain('yaml')
  expect([...loadedWith(['src/hook/lefthook-house.ts']).packages]).toContain('yaml')
})
