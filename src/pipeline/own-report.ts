import type { Detection } from '../model/index.js'
import type { Content } from './content.js'

/** How much of a blob is looked at: reports name themselves in their first lines. */
const HEAD_UNITS = 4096

/** The first key of `json` and of every line of `jsonl`; the tool's name in SARIF. */
const OWN_HEADS = [
  /^\s*\{\s*"schema"\s*:\s*"keysieve\/v1"/,
  /^\s*\{[\s\S]*"driver"\s*:\s*\{\s*"name"\s*:\s*"keysieve"/,
]

/**
 * Our own reports show access key IDs whole, so the next scan would report each of them again. What such a file may
 * hold is an identifier alone: any secret in it, or beside an id, is reported as anywhere else.
 */
export const withoutReportedIds = async (
  detections: readonly Detection[],
  content: Content,
): Promise<readonly Detection[]> => {
  if (!detections.some(isIdAlone)) return detections
  const head = Buffer.from(await content.slice(0, HEAD_UNITS)).toString('latin1')
  return OWN_HEADS.some((own) => own.test(head)) ? detections.filter((one) => !isIdAlone(one)) : detections
}

const isIdAlone = ({ values }: Detection): boolean => Object.keys(values).join() === 'id'
