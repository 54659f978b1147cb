import { devNull } from 'node:os'

/**
 * `inherited`: the repository that a hook was started for, with the index of the commit in the making, as git's own
 * variables tell. `discovered`: the one that the working directory lies in, whatever the caller was started for.
 */
export type RepositoryChoice = 'inherited' | 'discovered'

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Set before every command: configuration of a scanned repository must neither run a program nor change an answer. A bare
 * repository can be committed as files of an ordinary one, its configuration included; so none is taken that was merely
 * come across. Git before 2.38 does not know that setting: nothing may depend on it alone.
 */
export const PINNED_ARGUMENTS: readonly string[] = [
  '--no-pager',
  '--no-optional-locks',
  '--no-replace-objects',
  ...[
    'core.fsmonitor=false',
    `core.hooksPath=${devNull}`,
    'core.quotePath=false',
    // It repeats what commits say of their parents, and could say something else.
    'core.commitGraph=false',
    'safe.bareRepository=explicit',
  ].flatMap((one) => ['-c', one]),
]

/** Which repository, index and object store; a hook gets them from git. */
const PLACE = [
  'GIT_DIR',
  'GIT_INDEX_FILE',
  'GIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_QUARANTINE_PATH',
  'GIT_SHALLOW_FILE',
]

/** Which configuration counts (`safe.directory` may stand only there), how far to look for a repository, where git is. */
const ALWAYS =
  /^GIT_(CONFIG_(GLOBAL|SYSTEM|NOSYSTEM|PARAMETERS|COUNT|KEY_\d+|VALUE_\d+)|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|EXEC_PATH)$/

/** Programs that git or simple-git could take for theirs. */
const PROGRAMS = ['EDITOR', 'VISUAL', 'PAGER', 'SSH_ASKPASS', 'PREFIX']

/** Every other variable of git's is dropped: `GIT_EXTERNAL_DIFF` runs code, `GIT_DIFF_OPTS` changes the hunks. */
const SET = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  // For versions that know no GIT_NO_LAZY_FETCH: there is no transport of this name, so nothing is fetched.
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_LITERAL_PATHSPECS: '1',
  // Grafts would hide parts of a history, as replaced objects would. There is no such file, and git says nothing of that.
  GIT_GRAFT_FILE: `${devNull}/none`,
  // Messages are parsed.
  LC_ALL: 'C',
}

export const gitEnvironment = (
  inherited: Environment,
  repository: RepositoryChoice,
): Record<string, string> => {
  const kept = Object.entries(inherited).filter(([name]) => isKept(name.toUpperCase(), repository))
  const environment: Record<string, string> = {}
  for (const [name, value] of kept) if (value !== undefined) environment[name] = value
  return { ...environment, ...SET }
}

const isKept = (name: string, repository: RepositoryChoice): boolean => {
  if (PLACE.includes(name)) return repository === 'inherited'
  return name.startsWith('GIT_') ? ALWAYS.test(name) : !PROGRAMS.includes(name)
}
