import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import type { Host } from './host.js'
import { readInput } from './stdin.js'

/** Whether a person is there to be asked: one who sees the question and can answer it. */
export const canAsk = ({ stdin, stderr }: Host): boolean => stdin.isTTY === true && stderr.isTTY === true

/** A question on standard error. Anything but yes is no, the end of the input as well. */
export const confirm = async (host: Host, question: string): Promise<'yes' | 'no'> => {
  host.stderr.write(`${question} [y/N] `)
  const answer = await lineOf(createInterface({ input: host.stdin, terminal: false }))
  if (answer === null) host.stderr.write('\n')
  return /^y(?:es)?$/i.test(answer?.trim() ?? '') ? 'yes' : 'no'
}

/** Longer than any secret; what comes after is not read. */
const MOST_HIDDEN_BYTES = 4096

/** One line that is not shown while it is typed; from a pipe its first line. Null where there is none. */
export const readHidden = async (host: Host, prompt: string): Promise<string | null> => {
  if (host.stdin.isTTY !== true) {
    const { bytes } = await readInput(host.stdin, MOST_HIDDEN_BYTES)
    const [line = ''] = Buffer.from(bytes).toString('utf8').split(/\r?\n/)
    return line === '' ? null : line
  }
  // The terminal's own echo is off while readline edits the line, and readline's goes nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: host.stdin, output: nowhere, terminal: true, historySize: 0 })
  lines.on('SIGINT', () => {
    lines.close()
    process.kill(process.pid, 'SIGINT')
  })
  const typed = lineOf(lines)
  // Only now: what is typed or pasted at the sight of the prompt must not meet a terminal that still echoes.
  host.stderr.write(prompt)
  const line = await typed
  host.stderr.write('\n')
  return line
}

const lineOf = (lines: ReturnType<typeof createInterface>): Promise<string | null> =>
  new Promise((resolve) => {
    lines.once('close', () => resolve(null))
    lines.once('line', (line) => {
      resolve(line)
      lines.close()
    })
  })
