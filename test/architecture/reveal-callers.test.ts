import ts from 'typescript'
import { expect, it } from 'vitest'
import { filesBelow, nodesOf, parsed } from './source-files.js'

/** The files that may take a plain value out of a `Secret`. A new one is a decision, not an accident. */
const CALLERS = ['src/policy/fingerprint.ts', 'src/remote/plain-values.ts', 'src/verify/plain-credential.ts']

/** `secret.reveal`, `secret['reveal']` and `const { reveal } = secret` alike. */
const reveals = (file: string): boolean =>
  [...nodesOf(parsed(file))].some(
    (node) =>
      (ts.isPropertyAccessExpression(node) && node.name.text === 'reveal') ||
      (ts.isStringLiteralLike(node) && node.text === 'reveal') ||
      (ts.isBindingElement(node) && (node.propertyName ?? node.name).getText() === 'reveal'),
  )

it('secrets are revealed in these files and nowhere else', () => {
  expect(filesBelow('src', '.ts').filter(reveals)).toEqual(CALLERS)
})
