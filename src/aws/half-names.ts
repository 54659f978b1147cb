import { stemOf } from './part-name.js'

/**
 * What the names around one half of a credential say of the other half's: the name it is assigned to, its file's, its
 * folders'. Two halves whose names leave the same rest belong together.
 */

/** Words that anybody's credential may have in its name. */
const ANYBODYS =
  /aws|amazon|amzn|s3|access|user(?:name)?|login|pass(?:word|wd)?|pwd|value|default|credentials?|public|private/g

/** @param name normalised, as `Candidate.name`; empty where it says nothing of whose it is */
export const ownerOf = (role: 'id' | 'secret' | 'token', name: string): string =>
  stemOf(role, name).replace(ANYBODYS, '')

const PART_WORDS: ReadonlySet<string> = new Set(
  'access key keys id ids secret secrets session security token tokens keyid accesskey accesskeyid secretkey secretaccesskey sessiontoken'.split(
    ' ',
  ),
)

/** `prod.id` and `prod.secret`, `ids/prod.txt` and `secrets/prod.txt` leave the same. @param path `/` between its parts */
export const pathRestOf = (path: string): string => path.split('/').map(restOf).join('/')

const restOf = (segment: string): string =>
  wordsOf(segment)
    .filter((word) => !PART_WORDS.has(word))
    .join('.')

/** Empty for what lies at the top. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** `prod` of `prod.tfvars` and of `prod-keys.json`. */
export const firstWordOf = (path: string): string =>
  wordsOf(path.slice(path.lastIndexOf('/') + 1)).find((word) => !PART_WORDS.has(word)) ?? ''

const wordsOf = (segment: string): readonly string[] =>
  segment
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')

/** How many folders one has to leave and to enter on the way between two. */
export const folderDistance = (a: string, b: string): number => {
  const [from, to] = [foldersIn(a), foldersIn(b)]
  let shared = 0
  while (shared < from.length && shared < to.length && from[shared] === to[shared]) shared++
  return from.length + to.length - 2 * shared
}

const foldersIn = (folder: string): readonly string[] => (folder === '' ? [] : folder.split('/'))
