import { expect, it } from 'vitest'
import { accessKeyId, secretAccessKey } from '../support/credentials.js'
import { scanned } from '../support/detect.js'

const id = accessKeyId('several')
const [a, b, c, d, e, f] = ['a', 'b', 'c', 'd', 'e', 'f'].map(secretAccessKey)
const lines = (...all: readonly string[]): string => all.join('\n')
const AS_NAMED = `aws_access_key_id=${id}`

/** The secret that was taken for the id's, and the others by rank. */
const rankedIn = (text: string) => {
  const pair = scanned(text).detections.find(({ ruleId }) => ruleId === 'aws-access-key')
  return [pair?.values.secret, ...(pair?.alternatives ?? []).map(({ value }) => value)]
}

it.each<[string, string, readonly (string | undefined)[]]>([
  ['one secret', lines(AS_NAMED, `aws_secret_access_key=${a}`), [a]],
  [
    'an old one behind it',
    lines(AS_NAMED, `aws_secret_access_key=${a}`, `# aws_secret_access_key=${b}`),
    [a, b],
  ],
  ['without names, by distance', lines(`keys ${id}`, `${a}`, '', `${b}`, '', `${c}`), [a, b, c]],
  ['noise beside one with its own name', lines(AS_NAMED, `aws_secret_access_key=${a}`, `build=${b}`), [a]],
  ['a digest', lines(AS_NAMED, `aws_secret_access_key=${a}`, `secret_hash=${b}`), [a]],
  ['the same once more', lines(AS_NAMED, `aws_secret_access_key=${a}`, `aws_secret_access_key=${a}`), [a]],
  [
    "another id's",
    lines(
      AS_NAMED,
      `aws_secret_access_key=${a}`,
      '',
      `aws_access_key_id=${accessKeyId('other')}`,
      `aws_secret_access_key=${b}`,
    ),
    [a],
  ],
  [
    'in another section',
    lines('[x]', AS_NAMED, `aws_secret_access_key=${a}`, '[y]', `aws_secret_access_key=${b}`),
    [a],
  ],
  [
    'too far',
    lines(AS_NAMED, `aws_secret_access_key=${a}`, ...Array(20).fill('x'), `aws_secret_access_key=${b}`),
    [a],
  ],
  [
    'five at most',
    lines(AS_NAMED, ...[a, b, c, d, e, f].map((secret) => `aws_secret_access_key=${secret}`)),
    [a, b, c, d, e],
  ],
])('%s', (_situation, text, expected) => {
  expect(rankedIn(text)).toEqual(expected)
})

it('a further secret under its own name is a finding of its own as well', () => {
  const { detections } = scanned(lines(AS_NAMED, `aws_secret_access_key=${a}`, `old_aws_secret_key=${b}`))
  expect(detections.map(({ ruleId, values }) => [ruleId, values.secret])).toEqual([
    ['aws-access-key', a],
    ['aws-secret-access-key', b],
  ])
})
