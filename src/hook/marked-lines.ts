import { HOOKS, type HookName } from './hook-name.js'

/** The form that is written now; another number means another form. */
const FORM = 1

const BEGIN_LINE = /^[ \t]*# keysieve hook \d+ ([a-z,-]+) \(.*$/m
const END = '# end of keysieve hook'
const END_LINE = /^[ \t]*# end of keysieve hook[ \t]*\r?$/m

/** Lines of ours in a file that others write to as well. */
export interface MarkedLines {
  /** UTF-16 units; the line break behind the last line belongs to them. */
  readonly start: number
  readonly end: number
  /** From mark to mark. */
  readonly text: string
  readonly hooks: readonly HookName[]
}

/** Lines between marks that say where they come from and how to be rid of them; the last ends with a line break. */
export const marked = (hooks: readonly HookName[], lines: readonly string[], indent = ''): string =>
  [
    `# keysieve hook ${FORM} ${hooks.join(',')} (by "keysieve hook install"; "keysieve hook uninstall" takes it out)`,
    ...lines,
    END,
  ]
    .map((line) => `${indent}${line}\n`)
    .join('')

/** All of ours, first to last. `damaged`: a mark without its counterpart. */
export const findMarked = (text: string): readonly MarkedLines[] | 'damaged' => {
  const all: MarkedLines[] = []
  for (let at = 0; ; ) {
    const rest = text.slice(at)
    const begin = BEGIN_LINE.exec(rest)
    const close = END_LINE.exec(rest)
    if (begin === null && close === null) return all
    if (begin === null || close === null || close.index < begin.index) return 'damaged'
    const afterMark = close.index + close[0].length
    const end = rest[afterMark] === '\n' ? afterMark + 1 : afterMark
    const names = (begin[1] ?? '').split(',')
    all.push({
      start: at + begin.index,
      end: at + end,
      text: rest.slice(begin.index, end),
      hooks: HOOKS.filter((hook) => names.includes(hook)),
    })
    at += end
  }
}

/**
 * A text with lines put in at the beginning of a line, or at its end. A last line without a line break stays without:
 * what `withoutMarked` gives back is the text as it was, byte for byte.
 */
export const withMarked = (text: string, at: number, lines: string): string => {
  const isCut = at === text.length && text !== '' && !text.endsWith('\n')
  return isCut ? `${text}\n${lines.slice(0, -1)}` : text.slice(0, at) + lines + text.slice(at)
}

export const withoutMarked = (text: string, { start, end }: MarkedLines): string => {
  const isCut = end === text.length && !text.endsWith('\n') && start > 0
  return text.slice(0, isCut ? start - 1 : start) + text.slice(end)
}

/** 1-based line of the first mark, the one that has no counterpart. */
export const lineOfMark = (text: string): number => {
  const at = text.search(/# (?:end of )?keysieve hook/)
  return text.slice(0, Math.max(0, at)).split('\n').length
}
