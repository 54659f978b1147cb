import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { CONTEXTS, LINES, SNIPPETS } from './secret-lines.js'

const PATHS = ['a.env', 'b.py', 'sub/c.txt'] as const
type Path = (typeof PATHS)[number]
/** Names of lines, by path. */
type Tree = ReadonlyMap<Path, readonly string[]>

/** `at` counts from the first line and goes round. */
type Edit =
  | {
      readonly edit: 'insert'
      readonly path: Path
      readonly at: number
      readonly lines: readonly string[]
    }
  | { readonly edit: 'remove'; readonly path: Path; readonly at: number }
  /** No marker is left; no gap is; the first bare secret gets a name above it. */
  | { readonly edit: 'unallow' | 'near' | 'name' | 'delete'; readonly path: Path }
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
const snippet = fc.constantFrom(...SNIPPETS)
const single = (names: readonly string[]) => fc.constantFrom(...names).map((name) => [name])

const lines = fc.oneof(
  { weight: 4, arbitrary: snippet },
  { weight: 2, arbitrary: single(Object.keys(LINES)) },
  { weight: 2, arbitrary: single(Object.keys(CONTEXTS)) },
)

const kind = <K extends Edit['edit']>(...kinds: readonly K[]) => fc.constantFrom(...kinds)

const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ edit: kind('insert'), path, at, lines }) },
  { weight: 3, arbitrary: fc.record({ edit: kind('remove'), path, at }) },
  { weight: 8, arbitrary: fc.record({ edit: kind('unallow', 'near', 'name'), path }) },
  { weight: 1, arbitrary: fc.record({ edit: kind('delete'), path }) },
  { weight: 2, arbitrary: fc.record({ edit: kind('move', 'copy'), path, to: path }) },
)

const joint: fc.Arbitrary<Joint> = fc.constantFrom('ours', 'theirs', 'even', 'odd', 'below', 'neither')

const ALL_PATHS = { minLength: PATHS.length, maxLength: PATHS.length }

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
  joints: fc.array(joint, ALL_PATHS),
  edits: fc.array(edit, { minLength: 1, maxLength: 3 }),
})

/** There is something to change from the first commit on. */
const firstStep: fc.Arbitrary<Step> = fc.record({
  parent: fc.constant('none' as const),
  merged: fc.constant([]),
  joints: fc.constant([]),
  edits: fc.array(fc.record({ edit: kind('insert'), path, at, lines: snippet }), {
    minLength: 1,
    maxLength: 5,
  }),
})

/** Commits with branches that part and join, octopus merges and roots of their own among them. */
export const randomHistory: fc.Arbitrary<readonly Step[]> = fc
  .tuple(firstStep, fc.array(step, { minLength: 1, maxLength: 9 }))
  .map(([first, others]) => [first, ...others])

/** A last commit, a merge perhaps, which keeps each file of one side but for a line on top that means nothing. */
export const meaninglessStep: fc.Arbitrary<Step> = fc.record({
  parent: fc.nat(3),
  merged: fc.uniqueArray(fc.nat(4), { maxLength: 2 }),
  joints: fc.array(fc.constantFrom<Joint>('ours', 'theirs'), ALL_PATHS),
  edits: fc.constant(PATHS.map((path) => ({ edit: 'insert' as const, path, at: 0, lines: ['filler'] }))),
})

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
      return next.set(one.path, before.toSpliced(one.at % (before.length + 1), 0, ...one.lines))
    case 'remove':
      return before.length === 0 ? next : next.set(one.path, before.toSpliced(one.at % before.length, 1))
    case 'unallow':
      return tree.has(one.path) ? next.set(one.path, before.flatMap(unallowed)) : next
    case 'near':
      return next.set(
        one.path,
        before.filter((name) => name !== 'gap'),
      )
    case 'name': {
      const bare = before.findIndex((name) => name.startsWith('bare secret'))
      return bare < 0 ? next : next.set(one.path, before.toSpliced(bare, 0, 'key name'))
    }
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

const unallowed = (name: string): readonly string[] =>
  name.startsWith('allow ') ? [] : [name.replace('allowed pair', 'pair')]

const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`

/** One more commit, newer than all and of its own: so many clean files that a scan of the history starts threads. */
const cleanFiles = (count: number): string =>
  [
    'reset refs/heads/clean\n',
    `commit refs/heads/clean\ncommitter Ada Tester <ada@example.com> 1800000000 +0000\n${data('clean')}`,
    ...Array.from({ length: count }, (_, index) => `M 100644 inline clean/${index}\n${data(`${index}\n`)}`),
  ].join('')

/**
 * Writes a history with a ref at each of its ends, by one process.
 * @returns ids of its commits, in the order of the steps
 */
export const importHistory = (top: string, steps: readonly Step[], clean = 0): readonly string[] => {
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
    ...(clean === 0 ? [] : [cleanFiles(clean)]),
    // Answered by a line each, behind what the process has to say otherwise.
    ...commits.map((_, index) => `get-mark :${index + 1}\n`),
    'done\n',
  ]
  const args = ['fast-import', '--quiet', '--force', '--done']
  const input = stream.join('')
  return execFileSync('git', args, { cwd: top, input, encoding: 'utf8' }).split('\n').filter(Boolean)
}

const textOf = (lines: readonly string[]): string => lines.map((name) => `${LINES[name]}\n`).join('')
