/** What a report can be written as; docs/formats.md says for whom each one is. */
export const FORMATS = [
  'text',
  'sarif',
  'json',
  'jsonl',
  'github',
  'gitlab',
  'gitlab-codequality',
  'junit',
  'csv',
  'html',
  'markdown',
  'rdjson',
] as const
export type Format = (typeof FORMATS)[number]
