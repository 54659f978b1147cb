import { join } from 'node:path'
import { looksRandom, nameClueOf, secretsInValue } from '../../rules/index.js'
import { type FoundFiles, readSmallFile } from '../../sources/index.js'
import type { OnWarning } from '../request.js'
import { MOST_FILE_BYTES } from './aws-profiles.js'
import type { Kept } from './collection.js'
import { type DotenvEntry, dotenvEntries } from './dotenv.js'
import { variableStrength } from './environment.js'

/** Each is read and parsed while someone waits for a commit. */
const MOST_FILES = 50

const EXAMPLE = /(?:^|[._-])(?:example|sample|template|tmpl|tpl|dist|defaults|schema)(?:[._-]|$)/i

/** `.env`, `.env.local`, `api.env`; also the examples that stand beside them. */
export const isEnvFile = (name: string): boolean => /^\.env(?:\..+)?$|\.env$/i.test(name)

const isExample = (path: string): boolean => EXAMPLE.test(path.slice(path.lastIndexOf('/') + 1))

export interface WorkTreeFiles extends FoundFiles {
  /** Absolute and real. */
  readonly top: string
  /** Whether a file, by its name from the top, is changed by what is scanned. */
  readonly isChanged: (name: string) => boolean
}

/**
 * The values of files that git ignores. What an example file shows as well is no secret; but an example that is being
 * changed may have been filled with the real values by mistake, so that it excuses only what is made of words.
 */
export const keptInEnvFiles = (files: WorkTreeFiles, warn: OnWarning): readonly Kept[] => {
  const ignored = files.ignored.filter((name) => !isExample(name))
  if (ignored.length > MOST_FILES)
    warn({
      kind: 'own-secrets-left-out',
      detail: `${ignored.length - MOST_FILES} of ${ignored.length} files`,
    })
  const kept = ignored.slice(0, MOST_FILES).flatMap((name) => keptIn(name, files, warn))
  if (kept.length === 0) return []
  const examples = files.others.filter(isExample).slice(0, MOST_FILES)
  const shown = examples.flatMap((name) => {
    const values = entriesOf(name, files, warn).flatMap(formsOf)
    return files.isChanged(name) ? values.filter((value) => !looksRandom(value)) : values
  })
  const isShown = new Set(shown)
  return kept.filter(({ value }) => !isShown.has(value))
}

const keptIn = (name: string, files: WorkTreeFiles, warn: OnWarning): readonly Kept[] =>
  entriesOf(name, files, warn).flatMap((entry) => {
    const clue = nameClueOf(entry.name)
    const values = formsOf(entry).flatMap((form) => secretsInValue(form, clue))
    return [...new Set(values)].map((value) => ({
      value,
      words: `${name} ${entry.name}`,
      file: join(files.top, name),
      strength: variableStrength(entry.name, value),
    }))
  })

const formsOf = ({ written, value }: DotenvEntry): readonly string[] => [written, value]

const entriesOf = (name: string, { top }: WorkTreeFiles, warn: OnWarning): readonly DotenvEntry[] => {
  const read = readSmallFile(join(top, name), MOST_FILE_BYTES)
  if (read.kind === 'unread') warn({ kind: 'own-secrets-unread', detail: `${name}, ${read.code}` })
  return read.kind === 'text' ? dotenvEntries(read.text) : []
}
