// Loaded with `node --import`: at the end of the process, its peak memory (all threads) goes to a file.
import { appendFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const file = process.env.PEAK_MEMORY_FILE
if (isMainThread && file)
  process.on('exit', () => appendFileSync(file, `${process.resourceUsage().maxRSS}\n`))
