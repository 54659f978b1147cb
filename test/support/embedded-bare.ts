import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { git, type Repository, write } from './repository.js'

const CONFIG = '[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n'

/**
 * Commits the files of a working bare repository to an ordinary one, so that every clone brings them: git that is started
 * among them takes it for its repository, configuration included.
 * @param config appended to its own; bytes that are not UTF-8 are given as latin1
 */
export const embedBare = (
  { top, commit }: Repository,
  name: string,
  files: Readonly<Record<string, string>>,
  config = '',
): string => {
  const bare = join(top, name)
  for (const [path, content] of Object.entries(files)) write(bare, path, Buffer.from(content, 'latin1'))
  write(bare, 'HEAD', 'ref: refs/heads/main\n')
  write(bare, 'config', CONFIG)
  for (const folder of ['objects', 'refs/heads']) write(bare, `${folder}/keep`, '')
  const inside = ['--git-dir=.', '--work-tree=.', '-c', 'core.bare=false']
  git(bare, ...inside, 'add', '--force', ...Object.keys(files))
  git(bare, ...inside, 'commit', '--quiet', '-m', 'inside')
  write(bare, 'info/exclude', '*\n')
  writeFileSync(join(bare, 'config'), Buffer.from(CONFIG + config, 'latin1'))
  commit()
  return bare
}
