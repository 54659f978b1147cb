import type { ListedKey } from './iam-answers.js'
import type { KeyReport } from './key-report.js'

export const ROTATION_STEPS = ['create', 'deactivate', 'delete'] as const
export type RotationStep = (typeof ROTATION_STEPS)[number]

/** Where a rotation stands, read from AWS alone, so that it can be taken up again anywhere. */
export type RotationState =
  | { readonly next: RotationStep; readonly old: ListedKey; readonly replacement: ListedKey | null }
  /** A user has two keys at most, and the other one was there before. */
  | { readonly next: 'blocked'; readonly old: ListedKey; readonly other: ListedKey }
  | { readonly next: 'nothing'; readonly replacement: ListedKey | null }

/** @param keys all of the user's */
export const rotationState = (accessKeyId: string, keys: readonly ListedKey[]): RotationState => {
  const old = keys.find((key) => key.accessKeyId === accessKeyId)
  const others = keys.filter((key) => key.accessKeyId !== accessKeyId)
  const replacement =
    old === undefined
      ? (others.at(0) ?? null)
      : (others.find((key) => key.status === 'active' && key.createdAt > old.createdAt) ?? null)
  if (old === undefined) return { next: 'nothing', replacement }
  // A user's only key is replaced before it is deleted, also where it was switched off at once after a leak.
  if (others.length === 0) return { next: 'create', old, replacement: null }
  if (old.status === 'inactive') return { next: 'delete', old, replacement }
  if (replacement !== null) return { next: 'deactivate', old, replacement }
  return { next: 'blocked', old, other: others[0] as ListedKey }
}

/** Why a step that was asked for by name can't be done now. */
export type StepFault = 'already-replaced' | 'two-keys' | 'not-inactive' | 'gone'

/**
 * Whether a step may be done in this state. Deactivating needs no replacement: a leaked key may have to go first.
 * Deleting needs an inactive key, since it can't be undone.
 */
export const stepFault = (step: RotationStep, state: RotationState): StepFault | null => {
  if (state.next === 'nothing') return 'gone'
  switch (step) {
    case 'create':
      if (state.next === 'blocked') return 'two-keys'
      return state.replacement === null ? null : 'already-replaced'
    case 'deactivate':
      return null
    case 'delete':
      return state.old.status === 'inactive' ? null : 'not-inactive'
  }
}

/** Whether something still used the old key after the new one was there to be used. */
export const isStillUsed = ({ lastUse }: KeyReport, replacement: ListedKey | null): boolean =>
  replacement !== null && typeof lastUse === 'object' && lastUse.at > replacement.createdAt
