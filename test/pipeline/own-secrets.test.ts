import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runScan, type Warning } from '../../src/pipeline/index.js'
import { secretAccessKey } from '../support/credentials.js'
import { asOrdinaryUser } from '../support/ordinary-user.js'
import { createRepository } from '../support/repository.js'
import { opened } from '../support/source-items.js'

const secret = secretAccessKey('own/prod')
const profile = `[prod]\naws_secret_access_key = ${secret}\n`

/** What a hook warns of and where each of its findings is kept. The home lies in the repository, ignored. */
const staged = async (top: string) => {
  const warnings: Warning[] = []
  const { result } = opened(
    await runScan({
      cwd: top,
      target: { kind: 'staged', scope: 'added-lines' },
      onlyRules: null,
      exceptRules: [],
      minConfidence: 'medium',
      maxFileSize: null,
      archives: 'opened',
      now: 0,
      jobs: 1,
      attribution: 'none',
      verify: null,
      report: 'all',
      ownSecrets: { home: join(top, 'home'), env: {} },
      onWarning: (warning) => warnings.push(warning),
    }),
  )
  return { warnings, kept: result.findings.map(({ facts }) => facts.ownSource) }
}

it.runIf(process.platform !== 'win32')(
  'what can not be read is warned of, and nothing waits for it',
  async () => {
    const repository = createRepository()
    const { top } = repository
    repository.stage({ '.gitignore': '*.env\nhome\n', 'a.ts': `"${secret}"\n` })
    repository.write('home/.aws/credentials', profile)
    repository.write('big.env', 'A'.repeat(1_100_000))
    repository.write('bad.env', `KEY=${secret}\n`)
    repository.write('good.env', `KEY=${secret}\n`)
    execFileSync('mkfifo', [join(top, 'fifo.env')])
    mkdirSync(join(top, 'folder.env'))
    chmodSync(join(top, 'bad.env'), 0)
    chmodSync(join(top, 'home/.aws/credentials'), 0)
    const { warnings, kept } = await asOrdinaryUser(top, () => staged(top))
    expect(warnings).toEqual(
      ['~/.aws/credentials, EACCES', 'bad.env, EACCES', 'big.env, EFBIG'].map((detail) => ({
        kind: 'own-secrets-unread',
        detail,
      })),
    )
    expect(kept).toEqual(['good.env KEY'])
  },
)

it('profiles may lie behind a link, as those who keep their settings in a repository have them', async () => {
  const repository = createRepository()
  repository.stage({ '.gitignore': 'home\n', 'a.ts': `"${secret}"\n` })
  repository.write('home/dotfiles/aws', profile)
  mkdirSync(join(repository.top, 'home/.aws'))
  symlinkSync('../dotfiles/aws', join(repository.top, 'home/.aws/credentials'))
  expect(await staged(repository.top)).toEqual({ warnings: [], kept: ['~/.aws/credentials profile prod'] })
})

it('names of profiles and variables are told on one line, without what looks like a secret itself', async () => {
  const repository = createRepository()
  const [pass, other] = [secretAccessKey('own/a'), secretAccessKey('own/b')]
  repository.stage({ '.gitignore': 'home\n', 'a.ts': `"${pass}"\n"${other}"\n` })
  repository.write(
    'home/.aws/credentials',
    `[a\u001b[31m\u202e\u0007]\naws_secret_access_key=${pass}\n[${secret}]\naws_secret_access_key=${other}\n`,
  )
  const { kept } = await staged(repository.top)
  expect(kept[0]).toMatch(/^~\/\.aws\/credentials profile a\?\[31m\?\?$/)
  expect(kept[1]).not.toContain(secret.slice(0, 16))
})
