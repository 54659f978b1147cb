import type { Progress } from '../pipeline/index.js'
import type { Host } from './host.js'
import { widthOf } from './terminal.js'

export interface ProgressLine {
  readonly show: (progress: Progress) => void
  /** Takes the line away; call it before anything else is printed. */
  readonly erase: () => void
}

/** Shorter runs than this show no progress at all. */
const QUIET_MS = 300
const BETWEEN_MS = 100

/** One line on standard error that replaces itself; nothing where standard error is no terminal. */
export const progressLine = (host: Host): ProgressLine => {
  const { stderr, clock } = host
  if (stderr.isTTY !== true || host.env.TERM === 'dumb') return { show: () => {}, erase: () => {} }
  const started = clock()
  let shown = 0
  return {
    show: (progress) => {
      const now = clock()
      if (now - started < QUIET_MS || now - shown < BETWEEN_MS) return
      shown = now
      stderr.write(`\r${lineOf(progress).slice(0, widthOf(stderr) - 1)}\u001b[K`)
    },
    erase: () => {
      if (shown > 0) stderr.write('\r\u001b[K')
      shown = 0
    },
  }
}

const lineOf = ({ step, files, bytes, findings }: Progress): string =>
  step === 'scan'
    ? `scanning   ${grouped(files)} files   ${sized(bytes)}   ${grouped(findings)} found`
    : `verifying   ${grouped(files)} of ${grouped(findings)}`

const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')

const sized = (bytes: number): string =>
  bytes < 1e6
    ? `${Math.ceil(bytes / 1e3)} kB`
    : bytes < 1e9
      ? `${Math.round(bytes / 1e6)} MB`
      : `${(bytes / 1e9).toFixed(1)} GB`
