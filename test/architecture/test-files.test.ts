import { spawnSync } from 'node:child_process'
import { join, relative, sep } from 'node:path'
import { expect, it } from 'vitest'
import { filesBelow, importsOf, ROOT, textOf } from './source-files.js'

const declaresTests = (file: string): boolean =>
  importsOf(file).some(
    ({ specifier, names }) =>
      specifier === 'vitest' && names.some((name) => name === 'it' || name === 'test'),
  )

it('every file with tests is collected', () => {
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  const listed = spawnSync(process.execPath, [vitest, 'list', '--filesOnly', '--json'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  const collected: readonly { readonly file: string }[] = JSON.parse(
    listed.stdout.slice(listed.stdout.indexOf('[')),
  )
  const paths = collected.map(({ file }) => relative(ROOT, file).split(sep).join('/')).sort()
  expect(paths).toEqual(filesBelow('test', '.ts').filter(declaresTests))
})

it('no test is switched off or singled out', () => {
  const marks = /\b(?:it|test|describe)\.(?:only|skip|todo|fails)\b/
  const own = 'test/architecture/test-files.test.ts'
  expect(filesBelow('test', '.test.ts').filter((file) => file !== own && marks.test(textOf(file)))).toEqual(
    [],
  )
})
