/** What a case of the corpus is. */

export interface CorpusFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** One credential that a scan of a case's files must report, with its plain values. */
export interface ExpectedCredential {
  /** `aws-access-key` for a pair or triple within one file, `aws-access-key-id` for an ID alone, and so on. */
  readonly ruleId: string
  readonly id?: string
  readonly secret?: string
  readonly token?: string
}

/**
 * What usually helps to find a credential. A case lists what it goes without:
 * - `variable-name`: a telling name stands beside the secret
 * - `quotes`: the secret is quoted
 * - `usual-order`: the ID comes before the secret
 * - `same-line`, `five-lines-apart`, `ten-lines-apart`, `same-file`: ID and secret are no further from each other
 * - `usual-casing`: names are written as their ecosystem writes them
 * - `quiet-surroundings`: no hashes, UUIDs and digests stand around
 * - `plain-text`: neither encoded nor escaped; `utf-8`: not UTF-16; `one-piece`: neither split nor joined
 * - `unpacked`: not a member of an archive; `text-file`: not between binary bytes
 */
export type Property =
  | 'variable-name'
  | 'quotes'
  | 'usual-order'
  | 'same-line'
  | 'five-lines-apart'
  | 'ten-lines-apart'
  | 'same-file'
  | 'usual-casing'
  | 'quiet-surroundings'
  | 'plain-text'
  | 'utf-8'
  | 'one-piece'
  | 'unpacked'
  | 'text-file'

export interface CorpusCase {
  /** The shape, such as `terraform-provider`. */
  readonly form: string
  /** Form and variant; unique. */
  readonly name: string
  /** Mostly one; two or more where the secret stands in another file than its ID. */
  readonly files: readonly CorpusFile[]
  /** Empty for look-alikes. Complete: whatever else is found is a false alarm. */
  readonly expected: readonly ExpectedCredential[]
  readonly dropped: readonly Property[]
}

/** A case as a form writes it, before it has a name and the properties that follow from its text. */
export interface Draft {
  readonly files: readonly CorpusFile[]
  readonly expected: readonly ExpectedCredential[]
  readonly dropped: readonly Property[]
}
