import { existsSync } from 'node:fs'

/** The worker's file in `dist/`, from a chunk or from beside it; null where the sources run unbundled. */
export const workerEntry = (): URL | null =>
  ['../worker.js', './worker.js']
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url)) ?? null
