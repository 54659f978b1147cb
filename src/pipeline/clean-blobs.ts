import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Blob, BUILD } from '../model/index.js'
import { OidTable } from '../sources/commits.js'

/**
 * Which contents of a repository an earlier run with the same rules found clean: their object ids and nothing else. The
 * file lies in the person's own cache directory, where no scanned repository can lay one ready that hides its secrets.
 */
export interface CleanBlobs {
  has(blob: Blob): boolean
  add(blob: Blob): void
  /** Keeps what is known now. @returns the system's code where that failed, which costs the next run time and nothing else */
  save(): string | null
  /** What was wrong with the file that lay there, in plain words; null where nothing was. It was not used. */
  readonly problem: string | null
}

export interface CleanBlobsKey {
  /** Absolute; made where it is missing. */
  readonly directory: string
  /** Absolute git directory. */
  readonly repository: string
  /** All that decides what is found. */
  readonly rules: unknown
}

const FORMAT = 'keysieve/clean-blobs/1'

export const openCleanBlobs = ({ directory, repository, rules }: CleanBlobsKey): CleanBlobs => {
  const file = join(directory, `${sha256(repository).slice(0, 32)}.clean`)
  const key = { format: FORMAT, build: BUILD, rules: sha256(JSON.stringify(rules)) }
  const loaded = load(file, key)
  const table = new OidTable()
  if (loaded.kind === 'ids') table.addAll(loaded.ids)
  return {
    has: (blob) => {
      const oid = oidOf(blob)
      return oid !== null && table.has(oid)
    },
    add: (blob) => {
      const oid = oidOf(blob)
      if (oid !== null) table.add(oid)
    },
    save: () => save(file, key, table.bytes()),
    problem: loaded.kind === 'broken' ? loaded.problem : null,
  }
}

/** `^{commit}` behind an id says how it is read; ids are of all kinds of objects. */
const oidOf = ({ locator }: Blob): string | null =>
  locator.kind === 'git' ? (/^[0-9a-f]{40,64}/.exec(locator.oid)?.[0] ?? null) : null

type Key = Readonly<Record<'format' | 'build' | 'rules', string>>

type Loaded =
  | { readonly kind: 'ids'; readonly ids: Buffer }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'broken'; readonly problem: string }

/** First line JSON with a sum over all of it, then what `OidTable.bytes` gave. */
const load = (file: string, key: Key): Loaded => {
  const bytes = readOrNull(file)
  if (bytes === null) return { kind: 'nothing' }
  const end = bytes.indexOf(0x0a)
  const header = headerOf(bytes.subarray(0, Math.max(0, end)).toString('utf8'))
  if (header === null) return { kind: 'broken', problem: 'it is no cache of keysieve' }
  // Other rules, or another version: nothing is wrong, and nothing of it holds any more.
  if (header.format !== key.format || header.build !== key.build || header.rules !== key.rules)
    return { kind: 'nothing' }
  const ids = bytes.subarray(end + 1)
  if (header.sum !== sumOf(key, ids)) return { kind: 'broken', problem: 'it is damaged' }
  return { kind: 'ids', ids }
}

const headerOf = (text: string): Readonly<Record<string, unknown>> | null => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null
  }
}

const readOrNull = (file: string): Buffer | null => {
  try {
    return readFileSync(file)
  } catch {
    return null
  }
}

const save = (file: string, key: Key, ids: Uint8Array): string | null => {
  const next = `${file}.${process.pid}`
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(
      next,
      Buffer.concat([Buffer.from(`${JSON.stringify({ ...key, sum: sumOf(key, ids) })}\n`), ids]),
      {
        mode: 0o600,
      },
    )
    // At once: a run that is interrupted here leaves the old one.
    renameSync(next, file)
    return null
  } catch (error) {
    rmSync(next, { force: true })
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
  }
}

const sumOf = (key: Key, ids: Uint8Array): string =>
  createHash('sha256').update(JSON.stringify(key)).update(ids).digest('hex')

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
