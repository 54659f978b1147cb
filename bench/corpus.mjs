// The corpus that whole scans are measured on: large npm packages, pinned, installed with scripts off into the
// git-ignored cache, and a few planted credentials. A run that does not report every planted one does not count.
// node bench/corpus.mjs
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { accessKeyId, secretAccessKey } from '../fixtures/credentials.mjs'

export const CACHE = fileURLToPath(new URL('../.cache/bench', import.meta.url))

/** Source, minified bundles, source maps, declarations, JSON, images, archives. */
const PACKAGES = [
  'aws-cdk-lib@2.150.0',
  'aws-sdk@2.1692.0',
  'typescript@5.9.2',
  'googleapis@140.0.0',
  'next@14.2.5',
  'serverless@3.39.0',
  'monaco-editor@0.50.0',
  'three@0.166.0',
  'core-js@3.37.0',
  'firebase@10.12.0',
  'date-fns@3.6.0',
  'antd@5.19.0',
]

/** Where each planted credential stands, relative to the corpus. */
export const PLANTED = ['planted/deploy/.env', 'planted/src/storage.js', 'planted/keys/accessKeys.csv']

const plantedFile = (path) => {
  const [id, secret] = [accessKeyId(`bench/${path}`), secretAccessKey(`bench/${path}`)]
  if (path.endsWith('.csv')) return `Access key ID,Secret access key\r\n${id},${secret}\r\n`
  if (path.endsWith('.js')) return `new S3({ accessKeyId: '${id}', secretAccessKey: '${secret}' })\n`
  return `AWS_ACCESS_KEY_ID=${id}\nAWS_SECRET_ACCESS_KEY=${secret}\n`
}

/** @returns {string} the corpus's directory; it is made where it is missing */
export const corpus = () => {
  const directory = join(CACHE, 'corpus')
  if (!existsSync(join(directory, 'complete'))) {
    mkdirSync(directory, { recursive: true })
    writeFileSync(join(directory, 'package.json'), '{"private": true}\n')
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps', '--no-package-lock']
    const { status } = spawnSync('npm', ['install', ...options, ...PACKAGES], {
      cwd: directory,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    })
    if (status !== 0) throw new Error('the corpus could not be installed')
    writeFileSync(join(directory, 'complete'), `${PACKAGES.join('\n')}\n`)
  }
  for (const path of PLANTED) {
    mkdirSync(join(directory, path, '..'), { recursive: true })
    writeFileSync(join(directory, path), plantedFile(path))
  }
  return directory
}

/** @returns {{files: number, bytes: number}} of everything below a directory */
export const sizeOf = (directory) => {
  const size = { files: 0, bytes: 0 }
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    size.files++
    size.bytes += statSync(join(entry.parentPath, entry.name)).size
  }
  return size
}

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? '')).href) {
  const directory = corpus()
  const { files, bytes } = sizeOf(directory)
  console.log(`${directory}: ${files} files, ${Math.round(bytes / 1e6)} MB`)
}
