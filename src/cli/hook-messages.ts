import type { HookFault } from '../hook/index.js'
import { unreachable } from '../model/index.js'
import { requestMessage } from './messages.js'
import { printable } from './printable.js'

const NOTHING_WRITTEN = 'Nothing was written. (exit 2)'

const lines = (what: string, ...next: readonly string[]): string =>
  [`keysieve: ${what}`, ...next.map((line) => `  ${line}`), ''].join('\n')

/** @param show an absolute path as a person there would write it */
export const hookMessage = (fault: HookFault, show: (path: string) => string): string => {
  switch (fault.kind) {
    case 'not-a-repository':
      return lines(
        `${printable(fault.path)} is not in a git repository, so there are no hooks.`,
        `Go to one, or make one:  git init. ${NOTHING_WRITTEN}`,
      )
    case 'bare-repository':
      return lines(
        `${printable(fault.path)} is a bare repository or a folder of git's own: nothing is committed there.`,
        `Call this in a work tree, where commits are made. ${NOTHING_WRITTEN}`,
      )
    case 'several-managers':
      return lines(
        `${fault.found.join(' and ')} are both set up here, and it is not clear which one runs the hooks.`,
        `Name it:  ${fault.found.map((one) => `--with ${one}`).join('  or  ')}. ${NOTHING_WRITTEN}`,
      )
    case 'hooks-outside':
      return lines(
        `git takes its hooks from ${printable(fault.folder)}, which other repositories use, too${fault.setting === null ? '' : ` (core.hooksPath, ${printable(fault.setting.scope)})`}.`,
        'To have all of them checked:  keysieve hook install --global',
        `To have hooks of its own here:  git config core.hooksPath "$(git rev-parse --git-common-dir)/hooks". ${NOTHING_WRITTEN}`,
      )
    case 'not-global':
      return lines(
        `--global and --with ${fault.manager} exclude each other: ${fault.manager} belongs to one repository.`,
        NOTHING_WRITTEN,
      )
    case 'no-global-folder':
      return lines(
        'core.hooksPath names no folder that other repositories use, so there is nothing global to write to.',
        `Choose one first:  git config --global core.hooksPath ~/.githooks  (git then no longer runs .git/hooks). ${NOTHING_WRITTEN}`,
      )
    case 'hooks-off':
      return lines(
        `hooks are switched off: core.hooksPath (${printable(fault.setting.scope)}) is "${printable(fault.setting.value)}".`,
        `See where that is set:  git config --show-origin core.hooksPath. ${NOTHING_WRITTEN}`,
      )
    case 'managed':
      return lines(
        `${show(fault.file)} is written by ${fault.manager}, which would write it anew.`,
        `Install with it:  keysieve hook install --with ${fault.manager}. ${NOTHING_WRITTEN}`,
      )
    case 'not-a-file':
      return lines(
        `${show(fault.file)} is ${{ link: 'a symbolic link, which may lead to what others use', directory: 'a directory', special: 'no ordinary file' }[fault.what]}.`,
        `Replace it by a file, or call keysieve from where it leads. ${NOTHING_WRITTEN}`,
      )
    case 'no-access':
      return lines(
        `can't change ${show(fault.file)}: ${fault.code}.`,
        `Make it, and the folder it is in, writable for you. ${NOTHING_WRITTEN}`,
      )
    case 'other-language':
      return lines(
        `${show(fault.file)} is ${fault.interpreter === null ? 'a binary program' : `a program for ${printable(fault.interpreter)}`}, not for sh, so no lines were added.`,
        `Let it run this and end with its exit code:  ${printable(fault.call)}`,
        `keysieve hook status finds the call then. ${NOTHING_WRITTEN}`,
      )
    case 'switched-off':
      return lines(
        `${show(fault.file)} is there and not executable, so git passes it over; with our lines it would begin to run.`,
        `If it should run:  chmod +x ${show(fault.file)}   Otherwise move it away. ${NOTHING_WRITTEN}`,
      )
    case 'damaged':
      return lines(
        `${show(fault.file)}:${fault.line}  a mark of keysieve has lost its counterpart ("# keysieve hook …", "# end of keysieve hook").`,
        `Take the lines between them out by hand, then try again. ${NOTHING_WRITTEN}`,
      )
    case 'bad-yaml':
      return lines(`${show(fault.file)}:${fault.line}  ${printable(fault.problem)}`, NOTHING_WRITTEN)
    case 'by-hand':
      return lines(
        `${show(fault.file)} is written in a way that lines can't be put into safely. Add by hand:`,
        ...fault.lines.map((line) => `  ${line}`),
        NOTHING_WRITTEN,
      )
    case 'unsafe-ownership':
    case 'git-missing':
    case 'git-too-old':
    case 'git-failed':
    case 'no-such-path':
    case 'empty-path':
    case 'bad-glob':
      return requestMessage(fault, () => [])
    default:
      return unreachable(fault)
  }
}
