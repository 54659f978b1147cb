import { err, ok, type Result } from '../../model/index.js'
import type { UsageFault } from '../given.js'
import type { Values } from '../options.js'

/** The two formats of what is no list of findings. */
export const textOrJson = (
  format: Values<'format'>['format'],
): Result<'text' | 'json', readonly UsageFault[]> =>
  format === 'text' || format === 'json'
    ? ok(format)
    : err([
        {
          kind: 'bad-value',
          option: '--format',
          got: format,
          problem: 'is not one of text, json',
          suggestion: null,
        },
      ])
