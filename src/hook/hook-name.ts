/** Git's hooks that keysieve can stand in. */
export const HOOKS = ['pre-commit', 'pre-merge-commit', 'pre-push'] as const
export type HookName = (typeof HOOKS)[number]

/** What git stops when the hook refuses. */
export const stoppedBy = (hook: HookName): 'commit' | 'merge' | 'push' =>
  hook === 'pre-push' ? 'push' : hook === 'pre-commit' ? 'commit' : 'merge'

/** What a hook runs, without the program's name; `"$@"` is what git gave it. */
export const argumentsOf = (hook: HookName): string =>
  hook === 'pre-push' ? 'hook run pre-push "$@"' : 'staged'

/** Who decides what a repository's hooks run. `git`: plain files, in `.git/hooks` or where `core.hooksPath` says. */
export const MANAGERS = ['git', 'husky', 'pre-commit', 'lefthook'] as const
export type Manager = (typeof MANAGERS)[number]
