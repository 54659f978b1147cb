import type { RuleDescription, ScanResult } from '../../model/index.js'
import type { RenderOptions } from '../render-options.js'
import { type Paint, paintFor } from './paint.js'

/** What every part of a text report needs. */
export interface Page {
  readonly result: ScanResult
  readonly options: RenderOptions
  readonly paint: Paint
  /** Columns for sentences: long lines are hard to read, however wide the terminal is. */
  readonly columns: number
  readonly ruleOf: (id: string) => RuleDescription | undefined
  /** True the first time it is asked about a text: nothing is said twice. */
  readonly isNew: (text: string) => boolean
}

const MOST_COLUMNS = 100

export const pageOf = (result: ScanResult, options: RenderOptions): Page => {
  const rules = new Map(result.rules.map((rule) => [rule.id, rule]))
  const said = new Set<string>()
  return {
    result,
    options,
    paint: paintFor(options.colors),
    columns: Math.min(MOST_COLUMNS, options.width),
    ruleOf: (id) => rules.get(id),
    isNew: (text) => {
      const before = said.size
      return said.add(text).size > before
    },
  }
}
