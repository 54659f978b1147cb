import pc from 'picocolors'
import type { Severity } from '../../model/index.js'
import type { Answer } from '../verification-words.js'

type Brush = (text: string) => string

/** Colours repeat what the words say; with colours off every brush gives its text back. */
export interface Paint {
  readonly severity: (severity: Severity) => Brush
  readonly answer: (answer: Answer) => Brush
  readonly title: Brush
  readonly place: Brush
  readonly quiet: Brush
  readonly mark: Brush
  readonly warning: Brush
}

export const paintFor = (colors: 'on' | 'off'): Paint => {
  const { bold, cyan, dim, green, red, yellow } = pc.createColors(colors === 'on')
  const loud = (text: string): string => bold(red(text))
  return {
    severity: (severity) => ({ critical: loud, high: red, medium: yellow, low: cyan, info: dim })[severity],
    answer: (answer) => {
      switch (answer) {
        case 'active':
          return loud
        case 'not active':
        case 'expired':
          return green
        case 'not checked':
        case 'gone':
          return dim
        default:
          return yellow
      }
    },
    title: bold,
    place: cyan,
    quiet: dim,
    mark: red,
    warning: yellow,
  }
}
