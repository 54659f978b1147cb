const LF = 0x0a
const CR = 0x0d

/**
 * Where a line of a file stands in another version of it, both 1-based: the only line with that text, or the same one in
 * a row of equal lines that did not change in number. Null where that can't be said. A CR at the end does not count, since
 * git may have put it there at checkout.
 */
export const committedLine = (current: Buffer, committed: Buffer, line: number): number | null => {
  const wanted = lineAt(current, line)
  if (wanted === null) return null
  const here = linesLike(current, wanted)
  const there = linesLike(committed, wanted)
  return here.length === there.length ? (there[here.indexOf(line)] ?? null) : null
}

const lineAt = (content: Buffer, line: number): Buffer | null => {
  let number = 0
  for (const text of linesOf(content)) if (++number === line) return text
  return null
}

const linesLike = (content: Buffer, wanted: Buffer): readonly number[] => {
  const numbers: number[] = []
  let number = 0
  for (const text of linesOf(content)) {
    number++
    if (text.equals(wanted)) numbers.push(number)
  }
  return numbers
}

function* linesOf(content: Buffer): Generator<Buffer> {
  for (let start = 0; start < content.length; ) {
    const found = content.indexOf(LF, start)
    const end = found < 0 ? content.length : found
    yield content.subarray(start, content[end - 1] === CR && end > start ? end - 1 : end)
    start = end + 1
  }
}
