import { chmodSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { introductionsOf } from '../../src/sources/history-attribution.js'
import { branchesWith, headPlaces } from '../../src/sources/history-branches.js'
import { createRepository, git, temporaryFolder, write } from '../support/repository.js'
import { opened } from '../support/source-items.js'
import { history, requestFor, told } from './history-repository.js'

/** A repository whose own configuration names a program wherever git knows such a place, and misleads where it can. */
const trapped = () => {
  const repository = createRepository()
  const { top } = repository
  const marks = temporaryFolder()
  const program = (name: string): string => {
    const file = write(temporaryFolder(), name, `#!/bin/sh\n: > '${marks}/${name}'\ncat\n`)
    chmodSync(file, 0o755)
    return file
  }
  repository.write('.gitattributes', '* diff=trap filter=trap -diff\n')
  const commit = repository.commit({ 'a.txt': 'one\n', 'sub/b.txt': 'x\n' })
  const signed = git(top, 'cat-file', 'commit', commit).replace(
    '\n\n',
    '\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n\n',
  )
  repository.write('raw', signed)
  git(top, 'reset', '--quiet', '--hard', git(top, 'hash-object', '-t', 'commit', '-w', 'raw').trim())
  const config: Readonly<Record<string, string>> = {
    'core.fsmonitor': program('fsmonitor'),
    'core.pager': program('pager'),
    'core.sshCommand': program('ssh'),
    'core.alternateRefsCommand': program('alternates'),
    'gpg.program': program('gpg'),
    'diff.external': program('external'),
    'diff.trap.command': program('driver'),
    'diff.trap.textconv': program('textconv'),
    'filter.trap.clean': program('clean'),
    'pager.log': program('pager-log'),
    'pager.rev-list': program('pager-list'),
    'alias.rev-list': `!${program('alias')}`,
    'core.hooksPath': join(program('post-index-change'), '..'),
    'log.showSignature': 'true',
    'log.follow': 'true',
    'log.mailmap': 'true',
    'log.diffMerges': 'off',
    'diff.renames': 'copies',
    'diff.relative': 'true',
    'diff.noprefix': 'true',
    'diff.orderFile': write(temporaryFolder(), 'order', 'sub/*\n'),
    'core.abbrev': '7',
    'core.quotePath': 'true',
    'color.ui': 'always',
    'format.pretty': 'oneline',
    'i18n.logOutputEncoding': 'UTF-16',
    'log.date': 'relative',
  }
  for (const [key, value] of Object.entries(config)) git(top, 'config', key, value)
  return { top, ran: () => readdirSync(marks) }
}

describe.runIf(process.platform !== 'win32')('what a repository configures', () => {
  it('runs nothing and changes no answer', async () => {
    const { top, ran } = trapped()
    const source = await history(join(top, 'sub'), { reach: 'everything' })
    const lines = await told(source)
    expect(lines.filter((line) => /^(a\.txt|sub)/.test(line))).toEqual(['a.txt=one\n', 'sub/b.txt=x\n'])
    const head = [...((await headPlaces(source)) ?? [])].map((place) => place.slice(0, 40))
    const [oid = ''] = head
    expect(head).toHaveLength(3)
    const request = requestFor(top)
    const found = opened(await introductionsOf(source, head, request))
    expect([...found.values()].map((list) => list.map(({ path }) => path))).toEqual([
      ['.gitattributes'],
      ['a.txt'],
      ['sub/b.txt'],
    ])
    const commit = found.get(oid)?.[0]?.commit ?? ''
    expect(await branchesWith(source, [commit])).toEqual(new Map([[commit, ['main']]]))
    expect(ran()).toEqual([])
  })
})
