import type { ScannedBlob } from '../../src/engine/index.js'
import type { Detection } from '../../src/model/index.js'
import { engineFor } from '../../src/pipeline/builtin-engine.js'
import { builtinRules } from '../../src/rules/index.js'

const engine = engineFor(builtinRules)

/** The whole engine with the built-in rules over one text, as a blob of this path. */
export const scanned = (text: string | Uint8Array, path = 'file.txt'): ScannedBlob => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  engine.memory.set(bytes)
  const scan = engine.begin({ path })
  scan.chunk(bytes.length, 0, 'only')
  return scan.finish()
}

export interface Seen {
  readonly rule: string
  readonly id?: string
  readonly secret?: string
  readonly token?: string
}

const seen = ({ ruleId, values }: Detection): Seen => ({ rule: ruleId, ...values })

/** What is found, as rule and values: in byte order of the primary parts. */
export const detected = (text: string | Uint8Array, path?: string): readonly Seen[] =>
  scanned(text, path).detections.map(seen)
