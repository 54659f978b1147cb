/** One path of `git diff --raw -z --no-abbrev`. */
export interface RawChange {
  /** Octal, as git writes it: `100644`, `100755`, `120000` (link), `160000` (submodule), `000000` (nothing). */
  readonly oldMode: string
  readonly newMode: string
  /** Object ids in full length; zeros where there is no object. */
  readonly oldOid: string
  readonly newOid: string
  /** `A`, `D`, `M`, `R`, `T`, `U`, without the score of a rename. */
  readonly status: string
  /** The path before a rename, else the same as `path`. Bytes that are not UTF-8 are replacement characters. */
  readonly oldPath: string
  readonly path: string
}

export const SUBMODULE_MODE = '160000'

const HEADER = /^:([0-7]{6}) ([0-7]{6}) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*$/

/** `:oldmode newmode oldoid newoid STATUS NUL path NUL`; renames and copies have a second path. */
export const parseRawDiff = (output: string): readonly RawChange[] => {
  const fields = output.split('\0')
  const changes: RawChange[] = []
  for (let at = 0; at < fields.length - 1; ) {
    const [, oldMode, newMode, oldOid, newOid, status] = HEADER.exec(fields[at] ?? '') ?? []
    if (!oldMode || !newMode || !oldOid || !newOid || !status) {
      throw new Error('git diff --raw answered in an unknown form')
    }
    const oldPath = fields[at + 1] ?? ''
    const isMoved = status === 'R' || status === 'C'
    const path = isMoved ? (fields[at + 2] ?? '') : oldPath
    changes.push({ oldMode, newMode, oldOid, newOid, status, oldPath, path })
    at += isMoved ? 3 : 2
  }
  return changes
}

/** Whether an object id stands for no object. */
export const isNull = (oid: string): boolean => /^0+$/.test(oid)
