import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What `package.json` at the top says that matters to hooks. */
export interface Manifest {
  readonly husky: 'named' | 'not-named'
  readonly lintStaged: 'named' | 'not-named'
  readonly keysieve: 'named' | 'not-named'
}

/** Of a project without a `package.json`, or with one that can't be read. */
const NONE: Manifest = { husky: 'not-named', lintStaged: 'not-named', keysieve: 'not-named' }

/** @param top absolute; of the work tree */
export const manifestOf = (top: string): Manifest => {
  const file = join(top, 'package.json')
  if (!existsSync(file)) return NONE
  try {
    const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'))
    const packages = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((group) =>
      Object.keys(objectAt(manifest, group)),
    )
    const named = (name: string) => (packages.includes(name) ? 'named' : 'not-named')
    return { husky: named('husky'), lintStaged: named('lint-staged'), keysieve: named('keysieve') }
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return NONE
    throw error
  }
}

const objectAt = (value: unknown, key: string): object => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  return typeof found === 'object' && found !== null ? found : {}
}
