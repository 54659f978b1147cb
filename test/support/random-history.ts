import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { accessKeyId, secretAccessKey } from './credentials.js'
import { git } from './repository.js'

const SEEDS = ['one', 'two'] as const

/** What a line of a file can be, by a name, so that a counterexample shows no credential. */
const LINES: Readonly<Record<string, string>> = {
  filler: '# nothing to see',
  // Farther than halves of a credential may stand apart.
  gap: '# far\n'.repeat(12).trimEnd(),
  'key name': 'aws_secret_access_key:',
  'allow pair': '# keysieve:allow-next-line aws-access-key -- x',
  'allow id': '# keysieve:allow-next-line aws-access-key-id -- x',
  'allow secret': '# keysieve:allow-next-line aws-secret-access-key -- x',
  'lone CR': '# one\r# two',
  ...Object.fromEntries(
    SEEDS.flatMap((seed) => {
      const [id, secret] = [accessKeyId(seed), secretAccessKey(seed)]
      return [
        [`id ${seed}`, `AWS_ACCESS_KEY_ID=${id}`],
        [`bare id ${seed}`, `  ${id}`],
        [`secret ${seed}`, `AWS_SECRET_ACCESS_KEY=${secret}`],
        [`bare secret ${seed}`, `  ${secret}`],
        [`pair ${seed}`, `K = ("${id}", "${secret}")`],
        [`allowed pair ${seed}`, `K = ("${id}", "${secret}") # keysieve:allow aws-access-key -- x`],
      ]
    }),
  ),
}

/** The name of a value, to be shown in its stead. */
export const seedOf = (value: string): string =>
  SEEDS.find((seed) => [accessKeyId(seed), secretAccessKey(seed)].includes(value)) ?? 'unknown value'

const PATHS = ['a.env', 'b.py', 'sub/c.txt'] as const
type Path = (typeof PATHS)[number]
/** Names of lines, by path. */
type Tree = ReadonlyMap<Path, readonly string[]>

/** `at` counts from the first line and goes round. */
type Edit =
  | { readonly edit: 'insert' | 'replace'; readonly path: Path; readonly at: number; readonly line: string }
  | { readonly edit: 'remove'; readonly path: Path; readonly at: number }
  | { readonly edit: 'delete'; readonly path: Path }
  | { readonly edit: 'move' | 'copy'; readonly path: Path; readonly to: Path }

/** What a merge makes of a path: of one side, of both line by line, or one below the other. */
type Joint = 'ours' | 'theirs' | 'even' | 'odd' | 'below' | 'neither'

/** Commits are counted back from the one before. */
export interface Step {
  readonly parent: number | 'none'
  readonly merged: readonly number[]
  /** Of each path. */
  readonly joints: readonly Joint[]
  /** Of a merge: made by hand, as after `git merge --no-commit`. */
  readonly edits: readonly Edit[]
}

const path = fc.constantFrom(...PATHS)
const at = fc.nat(5)
const line = fc.constantFrom(...Object.keys(LINES))

const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ edit: fc.constant('insert' as const), path, at, line }) },
  { weight: 3, arbitrary: fc.record({ edit: fc.constant('remove' as const), path, at }) },
  { weight: 2, arbitrary: fc.record({ edit: fc.constant('replace' as const), path, at, line }) },
  { weight: 1, arbitrary: fc.record({ edit: fc.constant('delete' as const), path }) },
  {
    weight: 2,
    arbitrary: fc.record({ edit: fc.constantFrom('move' as const, 'copy' as const), path, to: path }),
  },
)

const joint: fc.Arbitrary<Joint> = fc.constantFrom('ours', 'theirs', 'even', 'odd', 'below', 'neither')

const step: fc.Arbitrary<Step> = fc.record({
  parent: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.nat(3) },
    { weight: 1, arbitrary: fc.constant('none' as const) },
  ),
  merged: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 2 }) },
  ),
  joints: fc.array(joint, { minLength: PATHS.length, maxLength: PATHS.length }),
  edits: fc.array(edit, { maxLength: 4 }),
})

/** Commits with branches that part and join, octopus merges and roots of their own among them. */
export const randomHistory: fc.Arbitrary<readonly Step[]> = fc.array(step, { minLength: 2, maxLength: 9 })

interface Commit {
  readonly parents: readonly number[]
  readonly tree: Tree
}

/** Every commit after its parents. */
const commitsOf = (steps: readonly Step[]): readonly Commit[] => {
  const commits: Commit[] = []
  for (const { parent, merged, joints, edits } of steps) {
    const earlier = (back: number): number => Math.max(0, commits.length - 1 - back)
    const first = parent === 'none' || commits.length === 0 ? [] : [earlier(parent)]
    const parents = [...new Set([...first, ...(first.length === 0 ? [] : merged.map(earlier))])]
    const [ours = EMPTY, ...theirs] = parents.map((one) => commits[one]?.tree ?? EMPTY)
    const joined = theirs.reduce((tree, other) => join(tree, other, joints), ours)
    commits.push({ parents, tree: edits.reduce(edited, joined) })
  }
  return commits
}

const EMPTY: Tree = new Map()

const join = (ours: Tree, theirs: Tree, joints: readonly Joint[]): Tree => {
  const lines = (name: Path, how: Joint | undefined): readonly string[] | undefined => {
    const [our, their] = [ours.get(name), theirs.get(name)]
    if (how === 'neither') return undefined
    if (how === 'theirs' || our === undefined) return how === 'ours' ? our : their
    if (how === 'ours' || their === undefined) return our
    if (how === 'below') return [...our, ...their]
    const length = Math.max(our.length, their.length)
    return Array.from({ length }, (_, index) =>
      (index % 2 === 0) === (how === 'even') ? (our[index] ?? their[index]) : (their[index] ?? our[index]),
    ).filter((one) => one !== undefined)
  }
  return new Map(
    PATHS.flatMap((name, index) => {
      const joined = lines(name, joints[index])
      return joined === undefined ? [] : [[name, joined] as const]
    }),
  )
}

const edited = (tree: Tree, one: Edit): Tree => {
  const next = new Map(tree)
  const before = tree.get(one.path) ?? []
  switch (one.edit) {
    case 'insert':
      return next.set(one.path, before.toSpliced(one.at % (before.length + 1), 0, one.line))
    case 'replace':
      return next.set(one.path, before.toSpliced(one.at % Math.max(1, before.length), 1, one.line))
    case 'remove':
      return before.length === 0 ? next : next.set(one.path, before.toSpliced(one.at % before.length, 1))
    case 'copy':
      return tree.has(one.path) ? next.set(one.to, before) : next
    case 'move':
      if (tree.has(one.path) && one.to !== one.path) next.set(one.to, before).delete(one.path)
      return next
    case 'delete':
      next.delete(one.path)
      return next
  }
}

const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`

/** Writes a history with a ref at each of its ends, in one process: for thousands of commits, or for many histories. */
export const importHistory = (top: string, steps: readonly Step[]): readonly string[] => {
  const commits = commitsOf(steps)
  const ends = commits.map((_, index) => index).filter((one) => !commits.some((c) => c.parents.includes(one)))
  const stream = [
    ...commits.map(({ parents: [first, ...others], tree }, index) =>
      [
        'reset refs/heads/main\n',
        'commit refs/heads/main\n',
        `mark :${index + 1}\n`,
        `committer Ada Tester <ada@example.com> ${1_700_000_000 + index} +0000\n`,
        data(`change ${index}`),
        ...(first === undefined ? [] : [`from :${first + 1}\n`]),
        ...others.map((other) => `merge :${other + 1}\n`),
        'deleteall\n',
        ...[...tree].map(([name, lines]) => `M 100644 inline ${name}\n${data(textOf(lines))}`),
      ].join(''),
    ),
    ...ends.map((end) => `reset refs/heads/end-${end}\nfrom :${end + 1}\n\n`),
    'done\n',
  ]
  execFileSync('git', ['fast-import', '--quiet', '--force', '--done'], { cwd: top, input: stream.join('') })
  return git(top, 'rev-list', '--all').split('\n').filter(Boolean)
}

const textOf = (lines: readonly string[]): string => lines.map((name) => `${LINES[name]}\n`).join('')
