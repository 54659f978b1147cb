import { TIE } from './flow.js'

/** 31022 → `31,022`, on every machine. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')

/** `1 finding`, `2 findings`. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${grouped(count)} ${count === 1 ? noun : plural}`

/** For a flow, which keeps a number and its unit together. Decimal units, as file managers and disks count. */
export const sized = (bytes: number): string => {
  if (bytes < 1e3) return counted(bytes, 'byte')
  if (bytes < 999_500) return `${Math.round(bytes / 1e3)}${TIE}kB`
  if (bytes < 999.5e6) return `${Math.round(bytes / 1e6)}${TIE}MB`
  return `${(bytes / 1e9).toFixed(1)}${TIE}GB`
}

/** For a flow. As precise as a reader cares: `0.04 s`, `0.4 s`, `12.3 s`, `3 min 20 s`. */
export const lasted = (ms: number): string => {
  const seconds = ms / 1e3
  if (seconds < 0.095) return `${Math.max(0.01, seconds).toFixed(2)}${TIE}s`
  if (seconds < 59.95) return `${seconds.toFixed(1)}${TIE}s`
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}${TIE}min${TIE}${whole % 60}${TIE}s`
}
