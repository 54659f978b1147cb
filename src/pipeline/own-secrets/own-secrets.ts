import { realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { OwnSecret, SourceItem } from '../../model/index.js'
import { dotGitAbove, filesBelow, filesNear, type Source } from '../../sources/index.js'
import type { OnWarning, ScanRequest } from '../request.js'
import { keptInProfiles } from './aws-profiles.js'
import { type Kept, OwnSecretCollection } from './collection.js'
import { isEnvFile, keptInEnvFiles, type WorkTreeFiles } from './env-files.js'
import { keptInEnvironment } from './environment.js'

/** The person's own secrets, in memory only. */
export interface OwnSecrets {
  /** What is in AWS profiles and in the environment: known at once, while git is asked for what is to be scanned. */
  readonly atOnce: readonly OwnSecret[]
  /** The same, and what is in files that git ignores. */
  with(source: Source): Promise<readonly OwnSecret[]>
}

/** Null where they are not asked for. */
export const openOwnSecrets = (request: ScanRequest): OwnSecrets | null => {
  const { ownSecrets, onWarning } = request
  if (ownSecrets === undefined || ownSecrets === null) return null
  const warn: OnWarning = (warning) => onWarning?.(warning)
  const outside = [...keptInProfiles(ownSecrets, warn), ...keptInEnvironment(ownSecrets)]
  const first = collected(outside)
  return {
    atOnce: first.secrets,
    with: async (source) => {
      const files = await filesOf(request, source, warn)
      const inside = files === null ? [] : keptInEnvFiles(files, warn)
      const all = inside.length === 0 ? first : collected([...outside, ...inside])
      if (all.leftOut > 0) warn({ kind: 'own-secrets-left-out', detail: `${all.leftOut} values` })
      return all.secrets
    },
  }
}

const collected = (kept: readonly Kept[]): OwnSecretCollection => {
  const collection = new OwnSecretCollection()
  for (const one of kept) collection.add(one)
  return collection
}

/** Null where there is no work tree, and where git does not say what it ignores. */
const filesOf = async (
  { cwd, target }: ScanRequest,
  source: Source,
  warn: OnWarning,
): Promise<WorkTreeFiles | null> => {
  const isStaged = target.kind === 'staged'
  const top = isStaged ? source.root : dotGitAbove(source.root)
  if (top === null) return null
  const staged = isStaged ? pathsOf(source.items()) : []
  const directories = new Set([realpathSync(cwd), ...staged.map((path) => dirname(join(top, path)))])
  const found = isStaged
    ? await filesNear(top, directories, 'inherited', isEnvFile)
    : await filesBelow(top, isEnvFile)
  if (!found.ok) {
    warn({ kind: 'own-secrets-unread', detail: 'git does not say which .env files it ignores' })
    return null
  }
  const changed = new Set(staged)
  return { ...found.value, top, isChanged: (name) => changed.has(name) }
}

/** Of what is staged there is a list, which can be gone through once more. */
const pathsOf = (items: ReturnType<Source['items']>): readonly string[] =>
  Symbol.iterator in items ? Array.from(items, pathOf) : []

const pathOf = (item: SourceItem): string => (item.class === 'blob' ? item.blob.path : item.path)
