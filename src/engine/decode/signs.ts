import { latin1 } from '../latin1.js'
import { runOf, runsIn } from '../runs.js'
import { LEAST_BASE64 } from './base64.js'
import { MAY_HOLD_ESCAPES } from './escapes.js'
import { MAY_HOLD_JOINS } from './joins.js'

const BASE64 = runOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_', LEAST_BASE64)

/** Whether a range of a text is worth being read as text: most hold no sign of an encoding. */
export const mayHoldHiddenText = (
  memory: Uint8Array,
  range: { readonly start: number; readonly end: number },
): boolean => {
  if (runsIn(memory, range, BASE64).length > 0) return true
  const text = latin1(memory, range.start, range.end)
  return text.includes('\0') || MAY_HOLD_ESCAPES.test(text) || MAY_HOLD_JOINS.test(text)
}
