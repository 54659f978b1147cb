// Fails where the committed dist/ or THIRD_PARTY.md is not what the sources build, byte for byte.
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { bundle, root } from './bundle.mjs'

/** Relative paths of all files below a directory, `/` between the parts; none where there is no such directory. */
const filesBelow = async (directory) => {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

const bytesOf = (path) => readFile(path).catch(() => null)

const differences = async (built) => {
  const names = new Set([
    ...(await filesBelow(join(root, 'dist'))),
    ...(await filesBelow(join(built, 'dist'))),
  ])
  const paths = ['THIRD_PARTY.md', ...[...names].map((name) => `dist/${name}`)].sort()
  const lines = []
  for (const path of paths) {
    const [here, fresh] = await Promise.all([bytesOf(join(root, path)), bytesOf(join(built, path))])
    if (here === null) lines.push(`missing   ${path}`)
    else if (fresh === null) lines.push(`left over ${path}`)
    else if (!here.equals(fresh)) lines.push(`stale     ${path}`)
  }
  return lines
}

const built = await mkdtemp(join(tmpdir(), 'keysieve-dist-'))
try {
  await bundle(built)
  const lines = await differences(built)
  const { mode } = await stat(join(root, 'dist', 'cli.js')).catch(() => ({ mode: 0 }))
  if (process.platform !== 'win32' && (mode & 0o111) === 0) lines.push('not executable  dist/cli.js')
  if (lines.length > 0) {
    console.error(
      `dist/ is not what the sources build:\n  ${lines.join('\n  ')}\nRun "npm run bundle" and commit the result.`,
    )
    process.exitCode = 1
  } else {
    console.log('dist/ is what the sources build.')
  }
} finally {
  await rm(built, { recursive: true, force: true })
}
