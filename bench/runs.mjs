// Whole processes, run in turn so that a slow minute of the machine hits all of them alike.
import { spawnSync } from 'node:child_process'
import { cpus } from 'node:os'

/**
 * @param {Record<string, {command: string, args: readonly string[], cwd?: string, env?: Record<string, string>,
 *   check?: (ended: {status: number | null, stdout: string}) => void}>} processes `check` throws where a run does not count
 * @param {number} rounds
 * @returns {Map<string, readonly number[]>} milliseconds of each process, sorted; the first round only warms the cache
 */
export const runInTurn = (processes, rounds) => {
  const times = new Map(Object.keys(processes).map((name) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const [name, { command, args, cwd, env, check }] of Object.entries(processes)) {
      const started = performance.now()
      const ended = spawnSync(command, args, {
        cwd,
        env: { ...process.env, ...env },
        encoding: 'utf8',
        maxBuffer: 1 << 30,
        stdio: ['ignore', check ? 'pipe' : 'ignore', 'ignore'],
      })
      const took = performance.now() - started
      if (ended.error) throw ended.error
      check?.(ended)
      if (round > 0) times.get(name).push(took)
    }
  }
  for (const all of times.values()) all.sort((a, b) => a - b)
  return times
}

export const median = (sorted) => sorted[Math.floor(sorted.length / 2)]

/** A Markdown table; the first row says what the columns are. */
export const table = ([head, ...rows]) =>
  [head, head.map(() => ':--'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(3)} s`
export const ratio = (value, base) => (value / base).toFixed(2)

export const machine = () =>
  `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}, ${process.platform}`
