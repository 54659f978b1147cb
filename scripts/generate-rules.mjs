// Compiles rules/*.yaml to src/rules/generated/builtin-rules.ts, so that no YAML is read at run time. The compiler is
// src/rules/authoring.ts itself. Faults are told with file, line and reason.
import { readdir, readFile, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { writeIfOther } from './generated-file.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const RULES = join(root, 'rules')
const TARGET = 'src/rules/generated/builtin-rules.ts'
/** Bundled beside node_modules, so that what it imports is found. Tests run side by side: one file a process. */
const AUTHORING = join(root, '.cache', `authoring-${process.pid}.mjs`)

const loadAuthoring = async () => {
  await build({
    absWorkingDir: root,
    entryPoints: ['src/rules/authoring.ts'],
    outfile: AUTHORING,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  })
  try {
    return await import(pathToFileURL(AUTHORING).href)
  } finally {
    await rm(AUTHORING, { force: true })
  }
}

/** @returns {Promise<number>} how many rules there are; throws an Error that lists every fault */
export const generateRules = async () => {
  const { readRuleFile, compileRules, examplesOf } = await loadAuthoring()
  const names = (await readdir(RULES)).filter((name) => name.endsWith('.yaml')).sort()
  const read = await Promise.all(
    names.map(async (name) =>
      readRuleFile(await readFile(join(RULES, name), 'utf8'), `rules/${basename(name)}`),
    ),
  )
  const files = valuesOf(read)
  valuesOf(files.map(examplesOf))
  const [{ rules }] = valuesOf([compileRules(files)])
  await writeIfOther(
    join(root, TARGET),
    [
      '// Generated from rules/*.yaml by scripts/generate-rules.mjs.',
      "import type { RuleSet } from '../compiled-rule.js'",
      '',
      `export const builtinRules: RuleSet = ${JSON.stringify({ rules }, null, 1)}`,
      '',
    ].join('\n'),
  )
  return rules.length
}

const valuesOf = (results) => {
  const faults = results.flatMap((result) => (result.ok ? [] : result.error))
  if (faults.length > 0)
    throw new Error(
      faults.map(({ file, line, column, problem }) => `${file}:${line}:${column}  ${problem}`).join('\n'),
    )
  return results.map(({ value }) => value)
}

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? '')).href) {
  try {
    console.log(`${TARGET}: ${await generateRules()} rules`)
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
