import { describe, expect, it } from 'vitest'
import { knownError, tooOld } from '../../src/sources/git-failure.js'

const failed = (stderr: string) =>
  knownError({ kind: 'failed', command: 'git x', code: 128, stderr }, '/asked')

describe('failures of git', () => {
  it.each([
    [
      'fatal: not a git repository (or any of the parent directories): .git\n',
      { kind: 'not-a-repository', path: '/asked' },
    ],
    ['fatal: this operation must be run in a work tree\n', { kind: 'bare-repository', path: '/asked' }],
    [
      "fatal: cannot use bare repository '/it's' (safe.bareRepository is 'explicit')\n",
      { kind: 'bare-repository', path: "/it's" },
    ],
    [
      "fatal: detected dubious ownership in repository at '/home/it's'\nTo add an exception for this directory, call:\n",
      { kind: 'unsafe-ownership', path: "/home/it's" },
    ],
    [
      "fatal: unsafe repository ('/there' is owned by someone else)\n",
      { kind: 'unsafe-ownership', path: '/there' },
    ],
    [
      'warning: x\nfatal: bad index\nhint\n',
      { kind: 'git-failed', command: 'git x', detail: 'fatal: bad index' },
    ],
    ['', { kind: 'git-failed', command: 'git x', detail: 'no message' }],
  ])('are told apart: %j', (stderr, expected) => expect(failed(stderr)).toEqual(expected))

  it('knows when there is no git', () =>
    expect(knownError({ kind: 'missing' }, '/')).toEqual({ kind: 'git-missing' }))

  it.each([
    ['git version 2.35.1', '2.35.1'],
    ['git version 1.99.99\n', '1.99.99'],
    ['git version 2.35.1.windows.2', '2.35.1'],
    ['git version 2.35.2', null],
    ['git version 2.39.5 (Apple Git-154)', null],
    ['git version 3.0', null],
    ['something else', null],
  ])('knows whether %j is too old', (answer, expected) => expect(tooOld(answer)).toBe(expected))
})
