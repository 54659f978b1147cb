export type { PartitionName } from '../aws/index.js'
export { inspectAccessKeyId, type KeyInspection, parseEndpoint } from '../aws/index.js'
export { type Audit, type AuditedKey, auditKeys } from './audit.js'
export { type Deactivation, deactivateKey } from './deactivation.js'
export { createIam, type Iam } from './iam.js'
export type { Caller, KeyStatus, LastUse, ListedKey } from './iam-answers.js'
export type { IamFault } from './iam-fault.js'
export type { IamOptions } from './iam-wire.js'
export { type KeyReport, type ReportRefusal, reportOnKey } from './key-report.js'
export { checkOffline, type OfflineRefusal } from './offline-refusal.js'
export type { Operator } from './operator.js'
export { credentialsFileText, hiddenSecret, type NewKey } from './plain-values.js'
export {
  isStillUsed,
  type RotationState,
  type RotationStep,
  rotationState,
  type StepFault,
  stepFault,
} from './rotation.js'
