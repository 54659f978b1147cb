import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { ROOT, textOf } from '../architecture/source-files.js'

const manifest: {
  readonly scripts: Readonly<Record<string, string>>
  readonly dependencies?: unknown
  readonly bin: Readonly<Record<string, string>>
  readonly engines: { readonly node: string }
} = JSON.parse(textOf('package.json'))

/** npm turns an install from git into a development install where one of these exists (docs/decisions/0002). */
const BUILDING = ['prepare', 'prepack', 'build', 'install', 'preinstall', 'postinstall']

it('no script makes npm build a package from git', () => {
  expect(Object.keys(manifest.scripts).filter((name) => BUILDING.includes(name))).toEqual([])
})

it('nothing is installed beside the bundles', () => {
  expect(manifest.dependencies).toBeUndefined()
})

it('the package holds what it needs, and no sources', () => {
  const packed = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  const [{ files }]: readonly [{ readonly files: readonly { readonly path: string }[] }] = JSON.parse(
    packed.stdout,
  )
  const paths = files.map(({ path }) => path)
  expect(paths).toEqual(
    expect.arrayContaining([
      'dist/cli.js',
      'dist/index.js',
      'dist/index.d.ts',
      'dist/worker.js',
      'dist/hook.cjs',
      'LICENSE',
      'THIRD_PARTY.md',
    ]),
  )
  expect(paths.filter((path) => /^(?:src|test|fixtures|scripts|bench|rules|\.)/.test(path))).toEqual([])
})

it('the lockfile names no host', () => {
  expect(textOf('package-lock.json')).not.toMatch(/"resolved"/)
})
