import { type Finding, SEVERITIES } from '../../model/index.js'
import { printable } from '../printable.js'
import { type CommentForm, commentFormOf, endingOf } from './comment-form.js'
import { flowed, labelled, NO_LEAD, wordsOf } from './flow.js'
import type { Page } from './page.js'
import { type PastedPath, pastedPath } from './pasted-path.js'
import { shownPath } from './place.js'
import { isSecretFile } from './secret-file.js'

/** A command stays in one piece, so that it can be copied. */
type Pieces = readonly string[]

const FIX = 'Fix      '
const MOST_FILES = 5

/** How to get the commit through: the fix for each file, then how to allow what is no secret. */
export const adviceLines = (page: Page): string => `${fixLines(page)}${allowLines(page)}`

/** @param label what it does, in the words of the one who wants it */
export const wayRound = (label: string, { columns }: Page): string =>
  flowed([...wordsOf(`${label}:`), ' git commit --no-verify'], columns, NO_LEAD)

const fixLines = (page: Page): string => {
  const paths = [...new Set(page.result.findings.map(({ path }) => path))]
  const secretFiles = paths.filter(isSecretFile)
  const others = paths.filter((path) => !isSecretFile(path))
  const more = secretFiles.length - MOST_FILES
  const fixes = [
    ...secretFiles.slice(0, MOST_FILES).map((path) => keepOut(path, page)),
    ...(more > 0 ? [wordsOf(`The same for ${more} more of these files.`)] : []),
    ...(others.length > 0 ? [moveOut(others, page)] : []),
    pushedFix(page.result.findings),
  ]
  return fixes
    .map((pieces, index) =>
      flowed(pieces, page.columns, labelled(index === 0 ? FIX : ' '.repeat(FIX.length))),
    )
    .join('')
}

/** A file of secrets leaves git whole; it stays on disk. */
const keepOut = (path: string, page: Page): Pieces => {
  const [pasted] = pastedPaths([path], page)
  if (pasted === undefined) {
    return [
      ...wordsOf('Take this file out of git (git rm --cached), and name it in .gitignore:'),
      ` ${shownPath(path, page)}`,
    ]
  }
  const remove = `git ${pasted.option}rm --cached ${pasted.argument}`
  return pasted.isPlain
    ? [`${remove} && echo ${pasted.argument} >> .gitignore`]
    : [...wordsOf('Name this file in .gitignore, and take it out of git:'), ` ${remove}`]
}

/** From any other file only the value has to go. */
const moveOut = (paths: readonly string[], page: Page): Pieces => {
  const move = wordsOf('Move the value into the environment or a secret store, then')
  const pasted = pastedPaths(paths, page)
  if (paths.length > MOST_FILES || pasted.length < paths.length) {
    return [...move, ...wordsOf('stage what you changed (git add).')]
  }
  const option = pasted.find((one) => one.option !== '')?.option ?? ''
  return [...move, ` git ${option}add ${pasted.map(({ argument }) => argument).join(' ')}`]
}

const pastedPaths = (paths: readonly string[], { options }: Page): readonly PastedPath[] =>
  paths.map((path) => pastedPath(options.showPath(path))).filter((pasted) => pasted !== null)

/** A commit that was refused has leaked nothing; a value that stood elsewhere before may have. */
const pushedFix = (findings: readonly Finding[]): Pieces => [
  ...wordsOf('If it was ever pushed, deactivate the key first:'),
  ` keysieve explain ${printable(mostSevereRule(findings))}`,
]

const mostSevereRule = (findings: readonly Finding[]): string =>
  SEVERITIES.toReversed().flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  )[0]?.ruleId ?? 'RULE'

/** One hint for each way of allowing that the files have. */
const allowLines = (page: Page): string => {
  const label = 'Not a secret?  '
  const hints = page.result.findings.map(allowHint)
  const distinct = [...new Map(hints.map((pieces) => [pieces.join(' '), pieces])).values()]
  const shown = distinct.slice(0, MOST_FILES)
  return shown
    .map((pieces, index) =>
      flowed(pieces, page.columns, labelled(index === 0 ? label : ' '.repeat(label.length))),
    )
    .join('')
}

const allowHint = ({ path, container, ruleId }: Finding): Pieces => {
  const name = container?.at(-1) ?? path
  const form = commentFormOf(name)
  const here = `keysieve:allow ${printable(ruleId)} -- why`
  const below = `keysieve:allow-next-line ${printable(ruleId)} -- why`
  switch (form.kind) {
    case 'same-line':
      return ['Add ', commented(here, form), ' on that line.']
    case 'own-line':
      return ['Add ', commented(below, form), ' on the line above it.']
    case 'bare':
      return ['Add ', here, ' on that line.']
    case 'unknown':
      return [...wordsOf('Add, in a comment on that line, '), ` ${here}`]
    case 'none':
      return wordsOf(
        `Files like ${printable(endingOf(name))} have no comments to say so in; go past the hook instead.`,
      )
  }
}

const commented = (marker: string, { open, close }: Extract<CommentForm, { open: string }>): string =>
  `${open} ${marker}${close}`
