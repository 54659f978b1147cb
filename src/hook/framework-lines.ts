import type { HookName } from './hook-name.js'
import { type MarkedLines, marked } from './marked-lines.js'
import { DEV_PROGRAM } from './setting.js'

/** What a file that holds our lines alone consists of besides. */
export const EMPTY_FRAMEWORK = 'repos:\n'

/** The file without some of the hooks that our lines are for. Null where none of ours are in it for the others. */
export const reducedFramework = (
  text: string,
  own: MarkedLines,
  without: readonly HookName[],
): string | null => {
  const kept = own.hooks.filter((hook) => !without.includes(hook))
  if (kept.length === 0) return null
  const program = own.text.includes(DEV_PROGRAM) ? DEV_PROGRAM : 'keysieve'
  const lines = frameworkLines(kept, program, /^ */.exec(own.text)?.[0] ?? '')
  return text.slice(0, own.start) + lines + text.slice(own.end)
}

export const frameworkLines = (hooks: readonly HookName[], program: string, indent: string): string =>
  marked(hooks, repositoryLines(hooks, program), indent)

/** It runs on request, too: `pre-commit run --all-files` is the stage of the hook, `manual` what is asked for by name. */
const stagesOf = (hooks: readonly HookName[]): readonly string[] => [...hooks, 'manual']

export const frameworkHook = (hooks: readonly HookName[], program: string) => ({
  id: 'keysieve',
  name: 'keysieve',
  entry: `${program} hook run pre-commit`,
  language: 'system',
  always_run: true,
  pass_filenames: false,
  require_serial: true,
  stages: stagesOf(hooks),
})

export const repositoryLines = (hooks: readonly HookName[], program: string): readonly string[] => [
  '- repo: local',
  '  hooks:',
  ...Object.entries(frameworkHook(hooks, program)).map(
    ([key, value], index) =>
      `    ${index === 0 ? '- ' : '  '}${key}: ${Array.isArray(value) ? `[${value.join(', ')}]` : value}`,
  ),
]

/** Whether they are as they would be written now. */
export const isCurrentFramework = ({ text, hooks }: MarkedLines): boolean => {
  const indent = /^ */.exec(text)?.[0] ?? ''
  return ['keysieve', DEV_PROGRAM].some((program) => frameworkLines(hooks, program, indent) === text)
}
