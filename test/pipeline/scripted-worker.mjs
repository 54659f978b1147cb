// Answers as the real worker does, but what it does is written in the blobs' paths: `die` ends the thread, `die once`
// ends it unless the marker file given as `workerData.cwd` says that it did so already.
import { existsSync, writeFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'

parentPort.on('message', ({ batch, blobs }) => {
  for (const { path } of blobs) {
    if (path === 'die') process.exit(1)
    if (path === 'die once' && !existsSync(workerData.cwd)) {
      writeFileSync(workerData.cwd, '')
      throw new Error('once')
    }
  }
  const report = { files: blobs.length, bytes: 0, examples: 0, unread: [], skipped: [], hits: [] }
  parentPort.postMessage({ batch, report })
})
