import { type HistorySource, openHistory } from '../../src/sources/history.js'
import type { HistoryRequest } from '../../src/sources/history-starts.js'
import { createReader } from '../../src/sources/reader.js'
import { itemsOf, opened, textOf } from '../support/source-items.js'

type Wish = Partial<HistoryRequest>

export const requestFor = (cwd: string, wish: Wish = {}): HistoryRequest => ({
  cwd,
  refs: [],
  since: null,
  reach: 'refs',
  ...wish,
})

export const history = async (cwd: string, wish: Wish = {}): Promise<HistorySource> =>
  opened(await openHistory(requestFor(cwd, wish)))

/** A line for each item in the order of their texts: a file as `path=text`, a message as `kind=text`. */
export const told = async (source: HistorySource): Promise<readonly string[]> => {
  const reader = createReader({ cwd: source.root, gitDir: source.gitDir })
  try {
    const lines: string[] = []
    for (const item of await itemsOf(source)) {
      if (item.class !== 'blob') lines.push(`${item.path.replace(/[0-9a-f]{12}$/, 'ID')}: ${item.reason}`)
      else lines.push(`${nameOf(item.blob.path)}=${spoken(await textOf(reader, item.blob))}`)
    }
    return lines.sort()
  } finally {
    await reader.close()
  }
}

/** Files only. */
export const files = async (source: HistorySource): Promise<readonly string[]> =>
  (await told(source)).filter((line) => !/^(unreachable )?(commit|tag)\b/.test(line))

const nameOf = (path: string): string => path.replace(/[0-9a-f]{12}$/, 'ID')

/** Of a commit or tag its message. */
const spoken = (text: string): string =>
  /^(tree|object) [0-9a-f]{40}/.test(text) ? text.slice(text.indexOf('\n\n') + 2).trim() : text
