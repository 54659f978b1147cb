// keysieve's bundle with something exchanged: more rules, or another kernel. The sources stay as they are.
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { generateKernel } from '../scripts/generate-kernel.mjs'
import { generateRules } from '../scripts/generate-rules.mjs'
import { CACHE } from './corpus.mjs'
import { numbers } from './kernel/numbers.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Rules whose anchors look like those of other providers: prefixes of tokens, and names with a word of their own. */
export const syntheticRules = (count) => {
  const random = numbers(7)
  const letters = (length) =>
    Array.from({ length }, () => 'abcdefghijklmnopqrstuvwxyz'[Math.floor(random() * 26)]).join('')
  return Array.from({ length: count }, (_, index) => {
    const literal = index % 3 === 0 ? `${letters(4)}_` : letters(5 + (index % 4))
    return { index, literal, caseInsensitive: index % 3 !== 0 }
  }).map(({ index, literal, caseInsensitive }) => ({
    id: `synthetic-${index}`,
    provider: 'Synthetic',
    name: 'Synthetic',
    description: 'For measuring.',
    remedy: 'None.',
    docs: 'https://example.com',
    severity: 'high',
    confidence: 'high',
    source: 'observed',
    anchors: [{ literal, caseInsensitive }],
    pattern: `(?<![0-9A-Za-z])(?<secret>${literal}[0-9A-Za-z]{32})(?![0-9A-Za-z])`,
    run: null,
    role: 'secret',
    strength: 'strong',
    prefix: literal,
    entropy: 3,
    checks: [],
    companion: null,
    linked: null,
    encoded: [],
    facts: null,
    overlap: 'shares',
    window: 256,
  }))
}

/**
 * `{ rules }` adds compiled rules, `{ without: 'AWS' }` leaves a provider's out, `{ kernel: 'plain' }` takes the TypeScript kernel, `{ names: 'kept' }` leaves functions
 * their names, for a profile. @returns {Promise<string>} its cli.js
 */
export const variant = async (name, { rules = [], without = '', kernel = 'simd', names = 'shortened' }) => {
  await Promise.all([generateRules(), generateKernel()])
  const outdir = join(CACHE, 'variants', name)
  await build({
    absWorkingDir: ROOT,
    entryPoints: { cli: 'src/cli/main.ts', worker: 'src/pipeline/worker.ts' },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    mainFields: ['module', 'main'],
    minify: names === 'shortened',
    chunkNames: 'chunks/[name]-[hash]',
    banner: {
      js: "import { createRequire as createRequireForBundle } from 'node:module'\nconst require = createRequireForBundle(import.meta.url)",
    },
    plugins: [withRules(rules, without), ...(kernel === 'plain' ? [plainKernel] : [])],
  })
  mkdirSync(outdir, { recursive: true })
  copyFileSync(join(ROOT, 'package.json'), join(outdir, 'package.json'))
  return join(outdir, 'cli.js')
}

const withRules = (rules, without) => ({
  name: 'with-rules',
  setup: ({ onLoad }) => {
    onLoad({ filter: /generated[\\/]builtin-rules\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      resolveDir: dirname(path),
      contents: [
        readFileSync(path, 'utf8').replace('export const builtinRules', 'const own'),
        `const kept = own.rules.filter(({ provider }) => provider !== ${JSON.stringify(without)})`,
        `export const builtinRules = { rules: [...kept, ...${JSON.stringify(rules)}] }`,
      ].join('\n'),
    }))
  },
})

const plainKernel = {
  name: 'plain-kernel',
  setup: ({ onLoad }) => {
    onLoad({ filter: /kernel[\\/]create-kernel\.ts$/ }, () => ({
      loader: 'ts',
      resolveDir: join(ROOT, 'src', 'kernel'),
      contents: "export { createTwin as createKernel } from './twin.js'",
    }))
  },
}
