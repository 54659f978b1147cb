import type { Finding } from '../model/index.js'
import { maskAuthor } from '../policy/index.js'
import { createBlame } from '../sources/index.js'
import type { ScanRequest } from './request.js'
import type { ScanRun } from './scan-run.js'

/** Blame costs a git process a finding: beyond this many nobody reads them one by one. */
const MOST_ATTRIBUTED = 50

/** Who introduced each finding's line, for work tree scans. What git does not know stays null. */
export const attributed = async (
  findings: readonly Finding[],
  run: ScanRun,
  request: ScanRequest,
  root: string,
): Promise<readonly Finding[]> => {
  if (request.target.kind === 'range' || request.target.kind === 'unpushed')
    return findings.map(withMaskedAuthor)
  if (request.attribution === 'none' || request.target.kind !== 'tree' || findings.length === 0)
    return findings
  const blame = createBlame({ root })
  return Promise.all(
    findings.map(async (finding, index) => {
      const blob = index < MOST_ATTRIBUTED ? run.blobOf(finding) : null
      // Git knows the lines of an archive, and not those of its members.
      if (blob === null || finding.container !== null) return finding
      const told = await blame(blob, finding.region.startLine)
      const introduced = told && { ...told, author: maskAuthor(told.author) }
      return { ...finding, origin: { ...finding.origin, introduced } }
    }),
  )
}

/** Of what commits brought in, the commit is known already. */
const withMaskedAuthor = (finding: Finding): Finding => {
  const { author } = finding.origin
  return author === null ? finding : { ...finding, origin: { ...finding.origin, author: maskAuthor(author) } }
}
