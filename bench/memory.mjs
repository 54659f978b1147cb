// Peak memory of whole scans: the corpus, 1 GB on one line, many findings, small files. Children of git not counted.
// node bench/memory.mjs
import { spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { accessKeyId, secretAccessKey } from '../fixtures/credentials.mjs'
import { CACHE, corpus } from './corpus.mjs'
import { machine, seconds, table } from './runs.mjs'

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const PRELOAD = pathToFileURL(fileURLToPath(new URL('peak-memory.mjs', import.meta.url))).href
const made = join(CACHE, 'made')
mkdirSync(made, { recursive: true })

const pair = (seed) => `${accessKeyId(seed)},${secretAccessKey(seed)}`

/** A file of `megabytes` made of a piece over and over, with one credential in its middle. */
const large = (name, megabytes, piece) => {
  const path = join(made, name)
  if (existsSync(path) && statSync(path).size > megabytes * 1e6) return path
  const block = Buffer.from(piece.repeat(Math.ceil(1e6 / piece.length)))
  const descriptor = openSync(path, 'w')
  for (let i = 0; i < megabytes; i++) {
    writeSync(descriptor, block)
    if (i === Math.floor(megabytes / 2)) writeSync(descriptor, Buffer.from(` ${pair(name)} `))
  }
  closeSync(descriptor)
  return path
}

const manyFiles = (count) => {
  const directory = join(made, `files-${count}`)
  if (existsSync(join(directory, 'complete'))) return directory
  for (let i = 0; i < count; i++) {
    if (i % 1000 === 0) mkdirSync(join(directory, `${i / 1000}`), { recursive: true })
    writeFileSync(
      join(directory, `${Math.floor(i / 1000)}`, `${i}.js`),
      `export const value${i} = ${i} // of aws\n`,
    )
  }
  writeFileSync(join(directory, '0', 'key.csv'), `${pair('small')}\n`)
  writeFileSync(join(directory, 'complete'), '')
  return directory
}

const minified = 'function a(e,t){return e&&t?b(t,e):e||t}var c={region:"eu"};'
const inputs = {
  'the corpus': corpus(),
  '1 GB on one line': large('one-line.js', 1024, minified),
  '1 GB in short lines': large('lines.js', 1024, `${minified}\n`),
  '100 MB full of the word aws': large('aws.txt', 100, 'aws_region = eu; '),
  '200,000 small files': manyFiles(200_000),
}

const rows = [['input', 'peak memory', 'time', 'findings']]
for (const [name, path] of Object.entries(inputs)) {
  const file = join(made, 'peak')
  rmSync(file, { force: true })
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', PRELOAD, CLI, 'scan', path, '--format', 'jsonl', '--no-blame'],
    { encoding: 'utf8', env: { ...process.env, PEAK_MEMORY_FILE: file } },
  )
  const took = performance.now() - started
  if (status !== 1) throw new Error(`${name}: exit ${status}\n${stderr}`)
  const peak = Number(readFileSync(file, 'utf8')) * 1024
  rows.push([name, `${Math.round(peak / 1e6)} MB`, seconds(took), `${stdout.split('\n').length - 1}`])
}
console.log(`${machine()}\n`)
console.log(table(rows))
