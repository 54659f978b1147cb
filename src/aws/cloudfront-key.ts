import type { Candidate, Detection } from '../model/index.js'
import { groupBy, mapped } from './groups.js'

/** Key pairs of a root user's making; CloudFront's console saved their private halves as `pk-<id>.pem`. */
const FILE_NAME = /(?:^|[/\\])pk-(?<id>APKA[A-Z0-9]{16,17})(?:[ (.][^/\\]*)?\.pem$/i
const KEY_PAIR_ID = /(?<![A-Za-z0-9])APKA[A-Z0-9]{16,17}(?![A-Za-z0-9])/g
/** IDs of public keys in a key group begin with K and have no other mark: only under their name. */
const NAMED_ID = /key[-_. ]?pair[-_. ]?id\W{1,12}(?<id>K[A-Z0-9]{11,14})(?![A-Za-z0-9])/gi

/** How much text before and behind the key speaks for it; a key is longer than both. */
const LOOK_BACK = 1024
const LOOK_AHEAD = 256

/**
 * Private keys that sign CloudFront URLs and cookies, of all private keys: those that stand beside a key pair ID or the
 * service's name, or in the file that the console gave out. The others are none of this rule's.
 * @param pems whole PEM blocks
 */
export const cloudFrontKeys = (pems: readonly Candidate[], path: string): readonly Detection[] => {
  const signers = pems.flatMap((pem) => {
    const keyPairId = keyPairIdOf(pem, path)
    return keyPairId !== null || speaksOfCloudFront(pem) ? [{ pem, keyPairId }] : []
  })
  return groupBy(signers, ({ pem }) => pemOf(pem)).map((same) => {
    const [{ pem, keyPairId }] = same
    return {
      ruleId: pem.ruleId,
      values: { secret: pemOf(pem) },
      primary: 'secret',
      occurrences: mapped(same, ({ pem: { span, name } }) => ({ parts: [{ role: 'secret', span }], name })),
      also: [],
      confidence: pem.confidence,
      facts: { keyPairId },
      why: [
        keyPairId === null ? 'a private key, named after CloudFront' : 'a private key with its key pair ID',
      ],
    } satisfies Detection
  })
}

/** A key in a string has its line ends escaped; it is the same key. */
const pemOf = ({ value }: Candidate): string => value.replace(/(?:\\+r)?\\+n/g, '\n')

const keyPairIdOf = (pem: Candidate, path: string): string | null =>
  FILE_NAME.exec(path)?.groups?.id?.toUpperCase() ?? idBeside(pem)

/** The nearest before, since names stand before what they name; else the first behind. */
const idBeside = (pem: Candidate): string | null => {
  const { before, behind } = besides(pem)
  return idsIn(before).at(-1) ?? idsIn(behind)[0] ?? null
}

const idsIn = (text: string): readonly string[] => [
  ...Array.from(text.matchAll(NAMED_ID), ({ groups }) => groups?.id ?? ''),
  ...Array.from(text.matchAll(KEY_PAIR_ID), ([id]) => id),
]

const speaksOfCloudFront = (pem: Candidate): boolean => {
  const { before, behind } = besides(pem)
  return /cloud[-_ ]?front/i.test(`${before}\n${behind}`)
}

const besides = ({ around: { text, start, end } }: Candidate): { before: string; behind: string } => ({
  before: text.slice(Math.max(0, start - LOOK_BACK), start),
  behind: text.slice(end, end + LOOK_AHEAD),
})
