export { type KeyStory, keyStory } from '../aws/index.js'
export { ruleDescriptions } from './builtin-engine.js'
export { isCommittable } from './committable.js'
export { exitCodeOf } from './exit-code.js'
export { type KeyPlaces, placesOfKey } from './key-places.js'
export { mergeReports, type ReportFile } from './merged-reports.js'
export type {
  Outcome,
  OwnSecretsRequest,
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
