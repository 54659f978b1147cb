import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { generateKernel } from '../../scripts/generate-kernel.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The kernel as one module in the git-ignored cache, made from the sources as they are. @returns its URL */
export const kernelBundle = async () => {
  await generateKernel()
  const outfile = join(ROOT, '.cache', 'bench', 'kernel.mjs')
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/kernel/index.ts'],
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
  })
  return pathToFileURL(outfile).href
}
