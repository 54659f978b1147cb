import type { Severity } from '../../model/index.js'

type Level = 'error' | 'warning' | 'note'

const LEVELS: Readonly<Record<Severity, Level>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
}

export const levelOf = (severity: Severity): Level => LEVELS[severity]

/** GitHub's bands: critical above 9.0, high from 7.0, medium from 4.0, low above 0; a number in a string. */
const SCORES: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
  info: '0.1',
}

export const scoreOf = (severity: Severity): string => SCORES[severity]
