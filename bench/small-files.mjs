// A tree of 100,000 files of 1 KB beside reading it with cat: node bench/small-files.mjs [rounds, 5 unless given]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accessKeyId, secretAccessKey } from '../fixtures/credentials.mjs'
import { CACHE, corpus } from './corpus.mjs'
import { machine, median, ratio, runInTurn, seconds, table } from './runs.mjs'

const FILES = 100_000
const A_FOLDER = 200
const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url))

const smallFiles = () => {
  const directory = join(CACHE, 'small')
  if (existsSync(join(directory, 'complete'))) return directory
  const text = readFileSync(join(corpus(), 'node_modules', 'typescript', 'lib', 'typescript.js'))
  for (let file = 0; file < FILES; file++) {
    const folder = join(directory, `d${Math.floor(file / A_FOLDER)}`)
    if (file % A_FOLDER === 0) mkdirSync(folder, { recursive: true })
    const from = (file * 1024) % (text.length - 1024)
    writeFileSync(join(folder, `f${file}.js`), text.subarray(from, from + 1024))
  }
  const [id, secret] = [accessKeyId('bench/small'), secretAccessKey('bench/small')]
  writeFileSync(join(directory, '.env'), `AWS_ACCESS_KEY_ID=${id}\nAWS_SECRET_ACCESS_KEY=${secret}\n`)
  writeFileSync(join(directory, 'complete'), '')
  return directory
}

const directory = smallFiles()
const scan = (...options) => ({
  command: process.execPath,
  args: [CLI, 'scan', directory, '--format', 'jsonl', '--no-blame', ...options],
  check: ({ status, stdout }) => {
    if (status !== 1 || stdout.split('\n').filter(Boolean).length !== 1)
      throw new Error('the planted credential was not found')
  },
})
const times = runInTurn(
  {
    'find … | xargs cat': {
      command: 'sh',
      args: ['-c', `find "${directory}" -type f -print0 | xargs -0 cat >/dev/null`],
    },
    'keysieve scan': scan(),
    'keysieve scan --jobs 1': scan('--jobs', '1'),
  },
  Number(process.argv[2] ?? 5),
)
const [cat] = [...times.values()].map(median)
console.log(`${machine()}\n`)
console.log(
  table([
    ['process', 'median', 'of cat'],
    ...[...times].map(([name, all]) => [name, seconds(median(all)), ratio(median(all), cat)]),
  ]),
)
