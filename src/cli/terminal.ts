import type { Host, Screen } from './host.js'

/** An explicit flag, then FORCE_COLOR, then NO_COLOR, then what the stream is: the order most programs agree on. */
export const colorsFor = (asked: 'off' | 'auto', env: Host['env'], screen: Screen): 'on' | 'off' => {
  if (asked === 'off') return 'off'
  const { FORCE_COLOR: forced, NO_COLOR: refused, TERM: term } = env
  if (forced !== undefined) return forced === '0' || forced === 'false' ? 'off' : 'on'
  if (refused !== undefined && refused !== '') return 'off'
  return screen.isTTY === true && term !== 'dumb' ? 'on' : 'off'
}

/** Columns to lay text out in; what is no terminal is taken for 100 columns wide. */
export const widthOf = (screen: Screen): number => {
  const { columns } = screen
  return columns === undefined || columns <= 0 ? 100 : Math.max(40, columns)
}
