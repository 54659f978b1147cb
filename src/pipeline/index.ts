export { ruleDescriptions } from './builtin-engine.js'
export { exitCodeOf } from './exit-code.js'
export { mergeReports, type ReportFile } from './merged-reports.js'
export type {
  Outcome,
  Progress,
  RequestError,
  ScanRequest,
  ScanTarget,
  VerifyRequest,
  Warning,
} from './request.js'
export { runScan } from './scan.js'
export {
  createScanner,
  type PathsOptions,
  ScanError,
  type Scanner,
  type ScannerOptions,
  scanPaths,
  scanText,
  type TextOptions,
} from './scanner.js'
export { preparePush } from './target.js'
export { type ReportRequest, runVerify } from './verify-report.js'
