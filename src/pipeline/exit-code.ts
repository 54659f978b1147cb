import { isAtLeastSeverity, type ScanResult, type Severity } from '../model/index.js'

/**
 * What a finished run answers: 1 findings at or above the floor; 3 something that should have been read was not, or an
 * asked-for verification came to nothing; 0. Errors before scanning (2) and interruption (130) never get here.
 */
export const exitCodeOf = (
  result: ScanResult,
  failOn: Severity | 'none',
  asked: 'verification' | 'nothing',
): 0 | 1 | 3 => {
  if (failOn !== 'none' && result.findings.some(({ severity }) => isAtLeastSeverity(severity, failOn)))
    return 1
  if (result.unread.length > 0) return 3
  return asked === 'verification' && result.findings.some(isUndecided) ? 3 : 0
}

const isUndecided = ({ verification: { status } }: ScanResult['findings'][number]): boolean =>
  status === 'unreachable' || status === 'unknown'
