// Makes dist/ and THIRD_PARTY.md from the sources. The same bytes come out on every supported Node and in every
// directory: scripts/check-dist.mjs holds it to that.
import { createHash } from 'node:crypto'
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
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

const SHARED = {
  absWorkingDir: root,
  write: false,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
}

/** The hook's path is a bundle of its own: `require` finds it, since loading it as CommonJS costs a third of the time. */
const hookApart = {
  name: 'hook-apart',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^\.\/hook\.js$/ }, () => ({ path: 'hook', namespace: 'hook' }))
    onLoad({ filter: /.*/, namespace: 'hook' }, () => ({
      contents: "export const { runHook } = createRequireForBundle(import.meta.url)('../hook.cjs')",
    }))
  },
}

/** What a hook on a clean commit does not need: files beside it, each with all that it needs, by what imports them. */
const APART = {
  './archive-scan.js': { name: 'hook-archives', entry: 'src/pipeline/archive-scan.ts' },
  '../report/index.js': { name: 'hook-report', entry: 'src/report/index.ts' },
}

const apart = {
  name: 'apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\.?\// }, ({ path, kind }) =>
      kind === 'dynamic-import' && Object.hasOwn(APART, path)
        ? { path: `./${APART[path].name}.cjs`, external: true }
        : undefined,
    )
  },
}

/** Of everything that decides what is found; line ends don't. */
const digestOfSources = async () => {
  const sum = createHash('sha256')
  for (const folder of ['src', 'rules']) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile() && /\.(ts|yaml)$/.test(entry.name))
    const paths = files.map(({ parentPath, name }) =>
      relative(root, join(parentPath, name)).split(sep).join('/'),
    )
    for (const path of paths.filter((one) => !one.includes('/generated/')).sort()) {
      const text = await readFile(join(root, path), 'utf8')
      sum.update(`${path}\n${text.replaceAll('\r\n', '\n')}\n`)
    }
  }
  return sum.digest('hex').slice(0, 32)
}

/** @param {string} into directory that gets `dist/` and `THIRD_PARTY.md` */
export const bundle = async (into) => {
  await Promise.all([generateRules(), generateKernel()])
  const dist = join(into, 'dist')
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const define = {
    KEYSIEVE_VERSION: JSON.stringify(version),
    KEYSIEVE_BUILD: JSON.stringify(await digestOfSources()),
  }
  const built = await Promise.all([
    build({
      ...SHARED,
      entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts', worker: 'src/pipeline/worker.ts' },
      outdir: dist,
      splitting: true,
      format: 'esm',
      chunkNames: 'chunks/[name]-[hash]',
      define,
      banner: { js: REQUIRE_BANNER },
      plugins: [hookApart],
    }),
    build({
      ...SHARED,
      entryPoints: { hook: 'src/cli/hook.ts' },
      outdir: dist,
      outExtension: { '.js': '.cjs' },
      format: 'cjs',
      // What only other commands use stays out; the hook never asks for it.
      external: ['@aws-sdk/client-sts', 'fast-glob', 'simple-git', '../sources/commits.js'],
      define: { ...define, 'import.meta.url': '"file:///"' },
      plugins: [apart],
    }),
    build({
      ...SHARED,
      entryPoints: Object.fromEntries(Object.values(APART).map(({ name, entry }) => [name, entry])),
      outdir: dist,
      outExtension: { '.js': '.cjs' },
      format: 'cjs',
      define,
    }),
  ])
  await rm(dist, { recursive: true, force: true })
  for (const { path, contents } of built.flatMap(({ outputFiles }) => outputFiles)) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, contents)
  }
  const inputs = built.flatMap(({ metafile }) => Object.keys(metafile.inputs))
  await writeFile(join(dist, 'index.d.ts'), declarations())
  await chmod(join(dist, 'cli.js'), 0o755)
  await writeFile(join(into, 'THIRD_PARTY.md'), await thirdPartyNotices(root, inputs))
  return Object.assign({}, ...built.map(({ metafile }) => metafile.outputs))
}

/** Who compiles for less than `esnext` and without Node's types knows no `Symbol.asyncDispose`. */
const LIBRARIES = '/// <reference lib="esnext.disposable" />'

const declarations = () => {
  const [text] = generateDtsBundle(
    [{ filePath: join(root, 'src', 'index.ts'), output: { noBanner: true, sortNodes: true } }],
    { preferredConfigPath: join(root, 'tsconfig.json') },
  )
  return `${LIBRARIES}\n${text.trimEnd()}\n`
}

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? '')).href) {
  const outputs = await bundle(root)
  const bytes = Object.values(outputs).reduce((sum, output) => sum + output.bytes, 0)
  console.log(`dist/: ${Object.keys(outputs).length} files, ${Math.round(bytes / 1000)} kB`)
}
