import { SUBMODULE_MODE } from './raw-diff.js'

/** What git says of a part of the work tree, by names relative to its top. */
export interface ListedNames {
  /** Tracked, and untracked but not ignored; links among them. Tracked ones may be gone. */
  readonly files: readonly string[]
  readonly submodules: readonly string[]
  /** Untracked directories that are repositories themselves: git does not look inside. */
  readonly repositories: readonly string[]
}

const TRACKED = /^[A-Za-z] ([0-7]{6}) [0-9a-f]+ [0-3]\t/

/**
 * `git ls-files -z -t -s --others`: `? name` for what is untracked, `H mode oid stage TAB name` (or another letter) for
 * what is tracked, once for each side of a conflict.
 */
export const parseListing = (stdout: string): ListedNames => {
  const files = new Set<string>()
  const submodules = new Set<string>()
  const repositories: string[] = []
  for (const entry of stdout.split('\0')) {
    if (entry.startsWith('? ')) {
      const name = entry.slice(2)
      if (name.endsWith('/')) repositories.push(name.slice(0, -1))
      else files.add(name)
      continue
    }
    const [head, mode] = TRACKED.exec(entry) ?? []
    if (head === undefined) continue
    const names = mode === SUBMODULE_MODE ? submodules : files
    names.add(entry.slice(head.length))
  }
  return { files: [...files], submodules: [...submodules], repositories }
}
