import { err, ok, type Result, type RuleDescription } from '../../model/index.js'
import { type KeyStory, keyStory, ruleDescriptions } from '../../pipeline/index.js'
import { refused } from '../finish.js'
import { type Given, readOptions, type UsageFault } from '../given.js'
import type { ExitCode, Host } from '../host.js'
import { unknownRuleToExplain } from '../messages.js'
import { print } from '../stdout.js'
import { suggestionFor } from '../suggestion.js'
import { widthOf } from '../terminal.js'
import { wrapped } from '../wrapped.js'
import type { Command } from './command.js'

const run = async (
  args: readonly string[],
  given: Given,
  host: Host,
): Promise<Result<ExitCode, readonly UsageFault[]>> => {
  const read = readOptions([], given, host.env)
  if (!read.ok) return read
  const [id, extra] = args
  if (id === undefined) return err([{ kind: 'missing-argument', argument: 'RULE' }])
  if (extra !== undefined) return err([{ kind: 'extra-argument', argument: extra }])
  const width = Math.min(100, widthOf(host.stdout))
  const key = keyStory(id, host.clock())
  if (key !== null) {
    await print(host.stdout, [storyOfKey(id, key, width)])
    return ok(0)
  }
  const rules = ruleDescriptions()
  const rule = rules.find((one) => one.id === id)
  if (rule === undefined) {
    const known = rules.map((one) => one.id)
    return ok(refused(host, unknownRuleToExplain(id, suggestionFor(id, known), known)))
  }
  await print(host.stdout, [storyOf(rule, width)])
  return ok(0)
}

/** A rule's story: what it is, how bad it is, what to do, where to read on. */
const storyOf = (rule: RuleDescription, width: number): string =>
  [
    `${rule.name} (${rule.provider})`,
    `${rule.id} · severity ${rule.severity} · confidence ${rule.confidence}`,
    '',
    wrapped(rule.description, width),
    '',
    'What to do',
    wrapped(rule.remedy, width, '  '),
    '',
    'A false alarm',
    wrapped(`Add a comment to the line, with your reason:\nkeysieve:allow ${rule.id} -- why`, width, '  '),
    '',
    'Read on',
    `  ${rule.docs}`,
    '',
  ].join('\n')

/** What an access key ID says by itself; the same words that reports use for what to do. */
const storyOfKey = (id: string, { says, advice }: KeyStory, width: number): string =>
  [
    `${id} (AWS access key ID)`,
    '',
    ...says.map((sentence) => wrapped(sentence, width)),
    ...(advice === null
      ? []
      : [
          '',
          'If it leaked',
          wrapped(advice.remedy, width, '  '),
          '',
          ...advice.steps.flatMap((step, index) => numbered(step, index + 1, width)),
        ]),
    '',
  ].join('\n')

/** A sentence, and its command on lines of its own: it stays in one piece, so that it can be copied. */
const numbered = (step: string, number: number, width: number): readonly string[] => {
  const [sentence = '', ...commands] = step.split('\n')
  const text = wrapped(sentence, width, '     ').trimStart()
  return [`${String(number).padStart(3)}. ${text}`, ...commands.map((command) => `     ${command}`)]
}

export const explainCommand: Command = {
  name: 'explain',
  args: 'RULE',
  describe: "Tell a rule's story: what was found, what it opens, what to do",
  details:
    'Instead of a rule it takes an access key ID, and tells what that says offline: kind, account, canary.',
  options: [],
  examples: [
    { line: 'keysieve explain aws-access-key', says: 'what a leaked AWS key means' },
    { line: 'keysieve explain AKIAIOSFODNN7EXAMPLE', says: 'what a key ID says of itself' },
  ],
  run,
}
