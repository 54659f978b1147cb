import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Before any test: the generated modules that the sources import are brought up to date. */
export const setup = (): void => {
  const script = join(dirname(fileURLToPath(import.meta.url)), '..', 'scripts', 'generate.mjs')
  const { status, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`scripts/generate.mjs failed:\n${stderr}`)
}
