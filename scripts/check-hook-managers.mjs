// Installs keysieve's hook with each hook manager itself, and lets git commit a key and what is clean: by hand, since it
// needs programs that the tests do not bring along. husky is a dev dependency, lefthook and lint-staged come from the npm
// registry, and pre-commit is taken from PATH (or from the variable PRE_COMMIT_PROGRAM); what is not there is skipped.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accessKeyId, secretAccessKey } from '../fixtures/credentials.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const cli = join(root, 'dist', 'cli.js')
const work = mkdtempSync(join(tmpdir(), 'keysieve-hook-managers-'))
const framework = process.env.PRE_COMMIT_PROGRAM ?? 'pre-commit'
const isWindows = process.platform === 'win32'

const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
  PRE_COMMIT_HOME: join(work, 'pre-commit-home'),
  // lefthook would install itself into whatever repository npm is called in.
  LEFTHOOK: '0',
  CI: '',
}

const run = (command, args, cwd, more = {}) =>
  spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    shell: isWindows && ['npm', 'npx'].includes(command),
    env: { ...env, ...more },
  })

const must = (command, args, cwd, more) => {
  const { status, stdout, stderr, error } = run(command, args, cwd, more)
  if (status !== 0)
    throw new Error(`"${command} ${args.join(' ')}" ended with ${status ?? error}:\n${stdout}${stderr}`)
  return stdout
}

const keysieve = (args, cwd) => must(process.execPath, [cli, ...args], cwd)

/** A repository with a package.json that names what is given, and keysieve as a dev dependency. */
const project = (name, ...packages) => {
  const folder = join(work, name)
  mkdirSync(join(folder, 'node_modules', '.bin'), { recursive: true })
  must('git', ['init', '-q'], folder)
  for (const [key, value] of [
    ['user.name', 'Ada'],
    ['user.email', 'ada@example.com'],
  ])
    must('git', ['config', key, value], folder)
  writeFileSync(join(folder, '.gitignore'), 'node_modules\n')
  writeFileSync(join(folder, 'package.json'), '{"private": true}\n')
  if (packages.length > 0)
    must('npm', ['install', '--no-audit', '--no-fund', '--save-dev', ...packages], folder)
  symlinkSync(cli, join(folder, 'node_modules', '.bin', 'keysieve'))
  return folder
}

/** What is wrong with the hooks of a repository; null where they stop a key, and let go through what is clean. */
const faultOf = (folder, more = {}) => {
  const key = `AWS_ACCESS_KEY_ID=${accessKeyId('hooks')}\nAWS_SECRET_ACCESS_KEY=${secretAccessKey('hooks')}\n`
  const commit = () => {
    must('git', ['add', '--all'], folder)
    return run('git', ['commit', '-q', '-m', 'x'], folder, { LEFTHOOK: '1', ...more })
  }
  writeFileSync(join(folder, 'clean.txt'), 'x\n')
  const clean = commit()
  if (clean.status !== 0) return `refuses a clean commit:\n${clean.stdout}${clean.stderr}`
  writeFileSync(join(folder, '.env'), key)
  const leak = commit()
  const told = leak.stdout + leak.stderr
  if (leak.status === 0) return `lets a key through:\n${told}`
  return told.includes('keysieve stopped this commit') ? null : `refuses for another reason:\n${told}`
}

const inNode = (folder, name) => join(folder, 'node_modules', '.bin', isWindows ? `${name}.cmd` : name)

/** Each sets its manager up in a repository of its own, which it gives back; a text says why it was skipped. */
const WAYS = {
  'plain git': () => {
    const folder = project('git')
    keysieve(['hook', 'install'], folder)
    return folder
  },
  'husky 9': () => {
    const folder = project('husky')
    cpSync(join(root, 'node_modules', 'husky'), join(folder, 'node_modules', 'husky'), { recursive: true })
    must(process.execPath, ['node_modules/husky/bin.js'], folder)
    keysieve(['hook', 'install'], folder)
    return folder
  },
  'husky 9 with lint-staged': () => {
    const folder = project('lint-staged', 'lint-staged')
    cpSync(join(root, 'node_modules', 'husky'), join(folder, 'node_modules', 'husky'), { recursive: true })
    must(process.execPath, ['node_modules/husky/bin.js'], folder)
    writeFileSync(join(folder, '.lintstagedrc.json'), '{"*": "node --version"}\n')
    writeFileSync(join(folder, '.husky', 'pre-commit'), 'node_modules/.bin/lint-staged\n')
    keysieve(['hook', 'install', '--with', 'lint-staged'], folder)
    return folder
  },
  lefthook: () => {
    const folder = project('lefthook', 'lefthook')
    writeFileSync(join(folder, 'lefthook.yml'), 'pre-commit:\n  jobs:\n    - run: node --version\n')
    keysieve(['hook', 'install'], folder)
    must(inNode(folder, 'lefthook'), ['install'], folder, { LEFTHOOK: '1' })
    return folder
  },
  'pre-commit, a local hook': () => {
    if (run(framework, ['--version'], work).status !== 0) return `there is no program "${framework}"`
    const folder = project('framework-local')
    keysieve(['hook', 'install', '--with', 'pre-commit'], folder)
    must(framework, ['install'], folder)
    return folder
  },
  'pre-commit, from a clone': () => fromClone('keysieve'),
  'pre-commit, by npm': () => fromClone('keysieve-npm'),
}

/** The last commit of this repository, as anyone gets it. */
const fromClone = (id) => {
  if (run(framework, ['--version'], work).status !== 0) return `there is no program "${framework}"`
  const rev = must('git', ['rev-parse', 'HEAD'], root).trim()
  const folder = project(`framework-${id}`)
  writeFileSync(
    join(folder, '.pre-commit-config.yaml'),
    `repos:\n  - repo: ${root}\n    rev: ${rev}\n    hooks:\n      - id: ${id}\n`,
  )
  must(framework, ['install'], folder)
  return folder
}

let failed = 0
try {
  for (const [way, setUp] of Object.entries(WAYS)) {
    const folder = setUp()
    const isSkipped = !folder.startsWith(work)
    const fault = isSkipped ? null : faultOf(folder)
    console.log(
      isSkipped ? `skipped: ${way}: ${folder}` : fault === null ? `works: ${way}` : `FAILS: ${way}: ${fault}`,
    )
    if (fault !== null) failed++
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
process.exitCode = failed > 0 ? 1 : 0
