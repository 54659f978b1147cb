import type { Draft, ExpectedCredential, Property } from '../case-model.js'

/** The properties a draft goes without that can be read off its bytes; of values hidden in any way it says nothing. */
export const droppedByText = (draft: Draft): readonly Property[] => {
  const texts = draft.files.map(({ bytes }) => Buffer.from(bytes).toString('latin1'))
  return [
    ...draft.expected.flatMap((expected) => texts.flatMap((text) => droppedIn(text, expected))),
    ...(isSplitOverFiles(draft) ? (['same-line', 'same-file'] as const) : []),
  ]
}

const isSplitOverFiles = ({ files, expected }: Draft): boolean =>
  files.length > 1 && expected.some(({ ruleId }) => ruleId === 'aws-secret-access-key')

const droppedIn = (text: string, { id, secret }: ExpectedCredential): readonly Property[] => {
  if (secret === undefined) return []
  const at = text.indexOf(secret)
  if (at === -1) return []
  const isQuoted = /["'`]/.test(text[at - 1] ?? '') && /["'`\\]/.test(text[at + secret.length] ?? '')
  const quotes = isQuoted ? [] : (['quotes'] as const)
  return id === undefined ? quotes : [...quotes, ...distanceDropped(text, at, text.indexOf(id))]
}

const distanceDropped = (text: string, secretAt: number, idAt: number): readonly Property[] => {
  if (idAt === -1) return []
  const between = text.slice(Math.min(idAt, secretAt), Math.max(idAt, secretAt))
  const apart = between.split('\n').length - 1
  return [
    ...(secretAt < idAt ? (['usual-order'] as const) : []),
    ...(apart > 0 ? (['same-line'] as const) : []),
    ...(apart > 5 ? (['five-lines-apart'] as const) : []),
    ...(apart > 10 ? (['ten-lines-apart'] as const) : []),
  ]
}
