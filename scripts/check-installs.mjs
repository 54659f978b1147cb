// Installs keysieve in every way that README names, from a clone of the last commit, and lets each copy find a key.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { accessKeyId, secretAccessKey } from '../fixtures/credentials.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const work = mkdtempSync(join(tmpdir(), 'keysieve-install-'))
const clone = join(work, 'clone')
const isWindows = process.platform === 'win32'

const run = (command, args, cwd) =>
  spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    // npm is a command script on Windows.
    shell: isWindows && command === 'npm',
    // npm 12 refuses packages from git unless told otherwise.
    env: { ...process.env, npm_config_allow_git: 'all', npm_config_audit: 'false', npm_config_fund: 'false' },
  })

const must = (command, args, cwd) => {
  const { status, stdout, stderr } = run(command, args, cwd)
  if (status !== 0)
    throw new Error(`"${command} ${args.join(' ')}" ended with ${status}:\n${stdout}${stderr}`)
  return stdout
}

/** An empty folder with a package.json, so that npm installs here and nowhere above. */
const emptyProject = (name) => {
  const folder = join(work, name)
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{"private": true}\n')
  return folder
}

const installedCli = (folder) => join(folder, 'node_modules', '.bin', isWindows ? 'keysieve.cmd' : 'keysieve')

/** Each way gives the command line program that it installed. */
const WAYS = {
  'a clone as it is, nothing installed': () => [process.execPath, join(clone, 'dist', 'cli.js')],
  'npm ci --omit=dev in a clone': () => {
    must('npm', ['ci', '--omit=dev'], clone)
    return [process.execPath, join(clone, 'dist', 'cli.js')]
  },
  'npm install --ignore-scripts git+file://…': () => {
    const folder = emptyProject('git-without-scripts')
    must('npm', ['install', '--ignore-scripts', `git+${pathToFileURL(clone)}`], folder)
    return [installedCli(folder)]
  },
  'npm install git+file://…': () => {
    const folder = emptyProject('git-with-scripts')
    must('npm', ['install', `git+${pathToFileURL(clone)}`], folder)
    return [installedCli(folder)]
  },
  'npm pack and npm install of the tarball': () => {
    const folder = emptyProject('tarball')
    const [{ filename }] = JSON.parse(must('npm', ['pack', '--json', '--pack-destination', folder], clone))
    must('npm', ['install', join(folder, filename)], folder)
    must(process.execPath, ['--input-type=module', '-e', "await import('keysieve')"], folder)
    return [installedCli(folder)]
  },
}

/** A folder outside git with one key in it. */
const leak = join(work, 'leak')
mkdirSync(leak)
writeFileSync(
  join(leak, 'settings.ini'),
  `aws_access_key_id = ${accessKeyId('install')}\naws_secret_access_key = ${secretAccessKey('install')}\n`,
)

/** What is wrong with an installed program; null where it finds the key. */
const faultOf = ([command, ...args]) => {
  const { status, stdout, stderr } = run(command, [...args, 'scan', '.', '--format', 'jsonl'], leak)
  const rules = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).ruleId)
  return status === 1 && rules.join() === 'aws-access-key'
    ? null
    : `exit ${status}, found [${rules}]\n${stderr}`
}

let failed = 0
try {
  must('git', ['clone', '--quiet', '--no-hardlinks', root, clone], work)
  for (const [way, install] of Object.entries(WAYS)) {
    const fault = faultOf(install())
    console.log(fault === null ? `works: ${way}` : `FAILS: ${way}: ${fault}`)
    if (fault !== null) failed++
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
process.exitCode = failed > 0 ? 1 : 0
