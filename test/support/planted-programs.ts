import { appendFileSync, chmodSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder, write } from './repository.js'

/** The hooks that commands which read could start, and the ones that a push and a commit do. */
const HOOKS = [
  'post-index-change',
  'post-checkout',
  'pre-commit',
  'pre-push',
  'fsmonitor-watchman',
  'reference-transaction',
  'pre-auto-gc',
]

/** Read-only commands that git is asked for; an alias or a pager of their name must not take their place. */
const COMMANDS = [
  'blame',
  'cat-file',
  'check-ignore',
  'diff',
  'diff-index',
  'diff-tree',
  'for-each-ref',
  'log',
  'ls-files',
  'ls-tree',
  'rev-list',
  'rev-parse',
]

type Setting = readonly [key: string, value: string]

export interface Planted {
  /** Names of the programs that ran. */
  readonly ran: () => readonly string[]
}

/**
 * Names a program wherever git's configuration, attributes or hooks can, in a repository whose objects are all there but
 * one, which a promisor remote is to bring. Each leaves a mark in a folder when it runs.
 * @param gitDir absolute
 */
export const plantPrograms = (gitDir: string): Planted => {
  const [marks, programs] = [temporaryFolder(), temporaryFolder()]
  const program = (name: string, folder = programs): string => {
    const file = write(folder, name, `#!/bin/sh\n: > '${marks}/${name}'\n`)
    chmodSync(file, 0o755)
    return file
  }
  const hooks = temporaryFolder()
  for (const name of HOOKS) {
    program(name, hooks)
    program(name, join(gitDir, 'hooks'))
  }
  const more = write(
    temporaryFolder(),
    'more',
    configText([
      ['core.pager', program('included-pager')],
      ['diff.trap.textconv', program('included-textconv')],
      ['filter.more.clean', program('included-clean')],
      ['filter.more.smudge', program('included-smudge')],
    ]),
  )
  const settings: readonly Setting[] = [
    ['core.fsmonitor', program('fsmonitor')],
    ['core.hooksPath', hooks],
    ['core.pager', program('pager')],
    ['core.editor', program('editor')],
    ['core.askPass', program('askpass')],
    ['core.sshCommand', program('ssh')],
    ['core.gitProxy', program('proxy')],
    ['core.alternateRefsCommand', program('alternate-refs')],
    ['sequence.editor', program('sequence-editor')],
    ['diff.external', program('external')],
    ['diff.trap.command', program('driver')],
    ['diff.trap.textconv', program('textconv')],
    ['merge.trap.driver', program('merge-driver')],
    ['interactive.diffFilter', program('diff-filter')],
    ['filter.trap.clean', program('clean')],
    ['filter.trap.smudge', program('smudge')],
    ['filter.trap.required', 'true'],
    ['filter.long.process', program('process')],
    ['gpg.program', program('gpg')],
    ['gpg.ssh.program', program('gpg-ssh')],
    ['log.showSignature', 'true'],
    ['credential.helper', program('credential')],
    ['uploadpack.packObjectsHook', program('pack-objects')],
    // A lazy fetch of the object that is missing would connect.
    ['core.repositoryFormatVersion', '1'],
    ['extensions.partialClone', 'origin'],
    ['remote.origin.url', 'ssh://git@localhost:9/x.git'],
    ['remote.origin.promisor', 'true'],
    ['remote.origin.partialCloneFilter', 'blob:none'],
    ['remote.origin.uploadpack', program('upload-pack')],
    ...COMMANDS.flatMap((command): readonly Setting[] => [
      [`pager.${command}`, program(`pager-${command}`)],
      [`alias.${command}`, `!${program(`alias-${command}`)}`],
    ]),
    ['include.path', more],
    ['includeIf.gitdir:**.path', more],
    ['includeIf.onbranch:**.path', more],
  ]
  appendFileSync(join(gitDir, 'config'), configText(settings))
  const attributes =
    '* diff=trap filter=trap merge=trap\na.txt !diff\n*.long filter=long\n*.more filter=more\n'
  write(gitDir, 'info/attributes', attributes)
  return { ran: () => readdirSync(marks).sort() }
}

/** As git writes it: `a.b.c` is `c` of the section `[a "b"]`. */
const configText = (settings: readonly Setting[]): string =>
  settings
    .map(([key, value]) => {
      const [, section = '', subsection, name = ''] = /^([^.]+)(?:\.(.+))?\.([^.]+)$/.exec(key) ?? []
      return `[${section}${subsection === undefined ? '' : ` "${subsection}"`}]\n\t${name} = "${value}"\n`
    })
    .join('')
