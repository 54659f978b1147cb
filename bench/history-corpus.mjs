// A real history for measuring: successive versions of npm packages, committed one after another, with secrets that are
// planted at known commits and removed later. node bench/history-corpus.mjs makes it, once.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { accessKeyId, secretAccessKey } from '../fixtures/credentials.mjs'
import { CACHE } from './corpus.mjs'

/** The last so many versions of each on the day the corpus is made. */
const PACKAGES = {
  'caniuse-lite': 900,
  'electron-to-chromium': 1000,
  '@types/node': 800,
  renovate: 300,
  '@aws-sdk/client-ec2': 60,
  'aws-cdk': 40,
}
const PLANTED_EVERY = 150
/** Commits after which a planted secret is removed again. */
const REMOVED_AFTER = 60
const AUTHORS = ['Ada Lovelace', 'Alan Turing', 'Grace Hopper', 'Edsger Dijkstra']
const DOWNLOADS_AHEAD = 12

const REGISTRY = spawnSync('npm', ['config', 'get', 'registry'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
}).stdout.trim()

const DIRECTORY = join(CACHE, 'history')

/** @returns {Promise<{directory: string, planted: {path: string, commit: string, author: string, id: string}[]}>} */
export const historyCorpus = async () => {
  const record = join(DIRECTORY, '.git', 'planted.json')
  if (!existsSync(record)) {
    rmSync(DIRECTORY, { recursive: true, force: true })
    mkdirSync(DIRECTORY, { recursive: true })
    spawnSync('git', ['init', '-q', '-b', 'main', DIRECTORY])
    const planted = await importAll()
    spawnSync('git', ['repack', '-a', '-d', '-q'], { cwd: DIRECTORY, stdio: 'inherit' })
    writeFileSync(record, JSON.stringify(planted, null, 2))
  }
  return { directory: DIRECTORY, planted: JSON.parse(readFileSync(record, 'utf8')) }
}

/** Versions of all packages, mixed evenly: each package's share of the way it has come decides who is next. */
const steps = async () => {
  const all = []
  for (const [name, count] of Object.entries(PACKAGES)) {
    const answer = await fetch(new URL(name.replace('/', '%2f'), REGISTRY))
    const { versions } = await answer.json()
    const last = Object.values(versions).slice(-count)
    last.forEach(({ version, dist }, index) => {
      all.push({ name, version, tarball: dist.tarball, at: index / last.length })
    })
  }
  return all.sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1))
}

const importAll = async () => {
  const git = spawn('git', ['fast-import', '--quiet', '--export-marks=.git/marks'], {
    cwd: DIRECTORY,
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  const planted = []
  let commits = 0
  const write = async (data) => {
    if (!git.stdin.write(data)) await once(git.stdin, 'drain')
  }
  const commit = async (message, author) => {
    commits++
    const who = `${author} <${author.split(' ')[0].toLowerCase()}@example.com> ${1_600_000_000 + commits * 3600} +0000`
    await write(
      `commit refs/heads/main\nmark :${commits}\nauthor ${who}\ncommitter ${who}\n${data(Buffer.from(message))}`,
    )
  }
  const all = await steps()
  const waiting = all.map(({ tarball }) => tarball)
  const ahead = []
  const download = () => {
    const next = waiting.shift()
    if (next !== undefined) ahead.push(fetched(next))
  }
  for (let i = 0; i < DOWNLOADS_AHEAD; i++) download()
  for (const [index, { name, version }] of all.entries()) {
    const author = AUTHORS[index % AUTHORS.length]
    const files = await ahead.shift()
    download()
    if (files === null) continue
    await commit(`${name} ${version}`, author)
    await write(`D ${name}\n`)
    for (const { path, bytes } of files) {
      await write(`M 100644 inline ${quoted(`${name}/${path}`)}\n`)
      await write(data(bytes))
    }
    if (index % PLANTED_EVERY === PLANTED_EVERY / 2) {
      const [seed, path] = [`history/${index}`, `config/service-${index}.env`]
      await commit(`settings of service ${index}`, author)
      const id = accessKeyId(seed)
      await write(`M 100644 inline ${path}\n`)
      await write(
        data(
          Buffer.from(`# ${name}\nAWS_ACCESS_KEY_ID=${id}\nAWS_SECRET_ACCESS_KEY=${secretAccessKey(seed)}\n`),
        ),
      )
      planted.push({ path, mark: commits, author, id, removeAt: index + REMOVED_AFTER })
    }
    for (const one of planted.filter(({ removeAt }) => removeAt === index)) {
      await commit(`no more ${one.path}`, author)
      await write(`D ${one.path}\n`)
    }
  }
  git.stdin.end('done\n')
  await once(git, 'close')
  const marks = new Map(
    readFileSync(join(DIRECTORY, '.git', 'marks'), 'utf8')
      .split('\n')
      .map((line) => line.slice(1).split(' ')),
  )
  return planted.map(({ path, mark, author, id }) => ({ path, author, id, commit: marks.get(String(mark)) }))
}

const data = (bytes) => Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')])
const quoted = (path) => (/^[\w./@+-]+$/.test(path) ? path : JSON.stringify(path))

/** The files of a package's archive; null where it can't be had. */
const fetched = async (url) => {
  try {
    const answer = await fetch(url)
    return answer.ok ? [...filesOf(gunzipSync(Buffer.from(await answer.arrayBuffer())))] : null
  } catch {
    return null
  }
}

/** Regular files of a tar archive without its first folder. */
function* filesOf(tar) {
  const text = (at, length) => tar.toString('latin1', at, at + length).replace(/\0.*$/s, '')
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12), 8) || 0
    const prefix = text(at + 345, 155)
    const name = prefix === '' ? text(at, 100) : `${prefix}/${text(at, 100)}`
    const isFile = tar[at + 156] === 0x30 || tar[at + 156] === 0
    const path = name.split('/').slice(1).join('/')
    if (isFile && path !== '') yield { path, bytes: tar.subarray(at + 512, at + 512 + size) }
    at += 512 + Math.ceil(size / 512) * 512
  }
}

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? '')).href) {
  const { directory, planted } = await historyCorpus()
  const count = (...args) => spawnSync('git', args, { cwd: directory, encoding: 'utf8' }).stdout.trim()
  console.log(
    `${directory}: ${count('rev-list', '--count', '--all')} commits, ${planted.length} secrets planted`,
  )
}
