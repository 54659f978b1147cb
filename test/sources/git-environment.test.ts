import { describe, expect, it } from 'vitest'
import { gitEnvironment } from '../../src/sources/git-environment.js'

const kept = (name: string, repository: 'inherited' | 'discovered'): boolean =>
  gitEnvironment({ [name]: 'given' }, repository)[name] === 'given'

describe('environment of git', () => {
  it.each([
    ['GIT_DIR', { inherited: true, discovered: false }],
    ['GIT_INDEX_FILE', { inherited: true, discovered: false }],
    ['GIT_WORK_TREE', { inherited: true, discovered: false }],
    ['GIT_OBJECT_DIRECTORY', { inherited: true, discovered: false }],
    ['GIT_CONFIG_GLOBAL', { inherited: true, discovered: true }],
    ['GIT_CONFIG_VALUE_12', { inherited: true, discovered: true }],
    ['GIT_CONFIG_PARAMETERS', { inherited: true, discovered: true }],
    ['PATH', { inherited: true, discovered: true }],
    ['HOME', { inherited: true, discovered: true }],
    ['GIT_EXTERNAL_DIFF', { inherited: false, discovered: false }],
    ['GIT_DIFF_OPTS', { inherited: false, discovered: false }],
    ['GIT_ICASE_PATHSPECS', { inherited: false, discovered: false }],
    ['GIT_TRACE', { inherited: false, discovered: false }],
    ['GIT_OPTIONAL_LOCKS', { inherited: false, discovered: false }],
    ['GIT_PAGER', { inherited: false, discovered: false }],
    ['PAGER', { inherited: false, discovered: false }],
    ['LC_ALL', { inherited: false, discovered: false }],
  ])('keeps or drops %s', (name, expected) => {
    expect({ inherited: kept(name, 'inherited'), discovered: kept(name, 'discovered') }).toEqual(expected)
  })
})
