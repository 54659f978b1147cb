// Makes dist/ and THIRD_PARTY.md from the sources. The same bytes come out on every supported Node and in every
// directory: scripts/check-dist.mjs holds it to that.
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { generateDtsBundle } from 'dts-bundle-generator'
import { build } from 'esbuild'
import { generateKernel } from './generate-kernel.mjs'
import { generateRules } from './generate-rules.mjs'
import { thirdPartyNotices } from './third-party.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** CommonJS packages ask for Node's own modules with `require`, which an ES module has to make first. */
const REQUIRE_BANNER =
  "import { createRequire as createRequireForBundle } from 'node:module'\nconst require = createRequireForBundle(import.meta.url)"

/** @param {string} into directory that gets `dist/` and `THIRD_PARTY.md` */
export const bundle = async (into) => {
  await Promise.all([generateRules(), generateKernel()])
  const dist = join(into, 'dist')
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts', worker: 'src/pipeline/worker.ts' },
    outdir: dist,
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    mainFields: ['module', 'main'],
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    chunkNames: 'chunks/[name]-[hash]',
    define: { KEYSIEVE_VERSION: JSON.stringify(version) },
    banner: { js: REQUIRE_BANNER },
    metafile: true,
    logLevel: 'warning',
  }).then(async ({ metafile, outputFiles }) => {
    await rm(dist, { recursive: true, force: true })
    for (const { path, contents } of outputFiles) {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, contents)
    }
    return { metafile }
  })
  await writeFile(join(dist, 'index.d.ts'), declarations())
  await chmod(join(dist, 'cli.js'), 0o755)
  await writeFile(join(into, 'THIRD_PARTY.md'), await thirdPartyNotices(root, Object.keys(metafile.inputs)))
  return metafile
}

const declarations = () => {
  const [text] = generateDtsBundle(
    [{ filePath: join(root, 'src', 'index.ts'), output: { noBanner: true, sortNodes: true } }],
    { preferredConfigPath: join(root, 'tsconfig.json') },
  )
  return `${text.trimEnd()}\n`
}

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? '')).href) {
  const { outputs } = await bundle(root)
  const bytes = Object.values(outputs).reduce((sum, output) => sum + output.bytes, 0)
  console.log(`dist/: ${Object.keys(outputs).length} files, ${Math.round(bytes / 1000)} kB`)
}
