import { afterAll, expect, it } from 'vitest'
import { createScanner } from '../../src/pipeline/index.js'
import { type CorpusCase, type ExpectedCredential, lookAlikes, positives } from './index.js'
import { recallByProperty } from './recall.js'

/** Another seed gives other values, names and orders; nothing here depends on this one. */
const SEED = Number(process.env.KEYSIEVE_CORPUS_SEED ?? 20261125)

const scanner = createScanner()
afterAll(() => scanner.close())

/** Everything found in a case's files, by rule and plain values. */
const found = async ({ files }: CorpusCase): Promise<readonly ExpectedCredential[]> => {
  const all: ExpectedCredential[] = []
  for (const { path, bytes } of files) {
    const { findings, unread } = await scanner.scanText(bytes, { path })
    // A damaged archive is told, and holds nothing that could be found.
    if (path !== 'broken.zip') expect(unread).toEqual([])
    for (const { ruleId, values } of findings)
      all.push({
        ruleId,
        ...Object.fromEntries(Object.entries(values).map(([role, value]) => [role, value.reveal()])),
      })
  }
  return all
}

const words = ({ ruleId, id, secret, token }: ExpectedCredential): string =>
  [ruleId, id, secret, token].filter((part) => part !== undefined).join(' ')

/** What stands beside other secrets, such as a signed URL's id, the corpus does not always name. */
const isTold = (expected: ExpectedCredential, told: ExpectedCredential): boolean =>
  expected.ruleId === 'aws-access-key'
    ? words(expected) === words(told)
    : Object.entries(expected).every(([part, value]) => new Map(Object.entries(told)).get(part) === value)

interface Outcome {
  readonly corpusCase: CorpusCase
  readonly missed: readonly string[]
  readonly tooMuch: readonly string[]
}

const outcomeOf = async (corpusCase: CorpusCase): Promise<Outcome> => {
  const told = await found(corpusCase)
  const { expected } = corpusCase
  return {
    corpusCase,
    missed: expected.filter((one) => !told.some((other) => isTold(one, other))).map(words),
    tooMuch: told.filter((one) => !expected.some((other) => isTold(other, one))).map(words),
  }
}

const outcomesOf = async (cases: readonly CorpusCase[]): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = []
  for (const corpusCase of cases) outcomes.push(await outcomeOf(corpusCase))
  return outcomes
}

const problems = (outcomes: readonly Outcome[]): readonly string[] =>
  outcomes.flatMap(({ corpusCase: { name }, missed, tooMuch }) => [
    ...missed.map((one) => `${name}: missed ${one}`),
    ...tooMuch.map((one) => `${name}: reported ${one}`),
  ])

it('every credential is found whole and once, and nothing else', async () => {
  const outcomes = await outcomesOf(positives(SEED))
  const results = outcomes.map(({ corpusCase, missed }) => ({
    dropped: corpusCase.dropped,
    found: missed.length === 0,
  }))
  console.log(recallByProperty(results))
  expect(problems(outcomes)).toEqual([])
}, 120_000)

it('what looks alike is silent', async () => {
  expect(problems(await outcomesOf(lookAlikes(SEED)))).toEqual([])
}, 120_000)
