export type { CorpusCase, CorpusFile, ExpectedCredential, Property } from './case-model.js'
export { lookAlikes } from './look-alikes.js'
export { positives } from './positives.js'
