import type { CorpusCase } from './case-model.js'
import { casesOf } from './making/draft.js'

/** Files in which nothing is to be found, the same for the same seed. */
export const lookAlikes = (seed: number): readonly CorpusCase[] => casesOf(seed, [])
