import type { ScanResult } from '../model/index.js'
import type { RenderOptions } from './render-options.js'

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

/**
 * Whether the report for people is empty: a hook on a clean commit or push, unless it was asked for more. Known without
 * what writes reports, which a hook then need not load.
 */
export const saysNothing = (
  { mode, findings, unread }: Pick<ScanResult, 'mode' | 'findings' | 'unread'>,
  { detail, timings }: Pick<RenderOptions, 'detail' | 'timings'>,
): boolean =>
  (mode === 'staged' || mode === 'pre-push') &&
  findings.length + unread.length === 0 &&
  detail !== 'verbose' &&
  timings !== 'shown'
