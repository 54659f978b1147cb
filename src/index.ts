export type {
  Confidence,
  Counts,
  Facts,
  Finding,
  MaskedLine,
  Origin,
  PartRole,
  Region,
  Related,
  RuleDescription,
  ScanResult,
  Secret,
  Severity,
  Skipped,
  Span,
  Suppression,
  Unread,
  Verification,
} from './model/index.js'
export type { PathsOptions, RequestError, Scanner, ScannerOptions, TextOptions } from './pipeline/index.js'
export { createScanner, ScanError, scanPaths, scanText } from './pipeline/index.js'
export { FORMATS, type Format, type RenderOptions, render } from './report/index.js'
