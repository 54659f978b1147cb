/** What a report can be written as. */
export const FORMATS = ['text', 'json', 'jsonl', 'sarif'] as const
export type Format = (typeof FORMATS)[number]
