import { describe, expect, it } from 'vitest'
import { sourceLinks } from '../../src/cli/source-links.js'
import { type Finding, originOf } from '../../src/model/index.js'
import { pairFinding } from '../support/findings.js'

const HEAD = 'f00dfeed'.repeat(5)
const github = {
  GITHUB_ACTIONS: 'true',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'o/r',
  GITHUB_SHA: HEAD,
}
const linkOf = (env: Record<string, string>, changes: Partial<Finding> = {}) =>
  sourceLinks(env)?.(pairFinding(changes))

describe('a link to the line', () => {
  it.each([
    ['GitHub Actions', github, `https://github.com/o/r/blob/${HEAD}/.env#L3`],
    [
      'GitLab CI',
      { GITLAB_CI: 'true', CI_PROJECT_URL: 'https://gitlab.example/g/p', CI_COMMIT_SHA: HEAD },
      `https://gitlab.example/g/p/-/blob/${HEAD}/.env#L3`,
    ],
    [
      'Bitbucket Pipelines',
      { BITBUCKET_GIT_HTTP_ORIGIN: 'http://bitbucket.org/o/r', BITBUCKET_COMMIT: HEAD },
      `https://bitbucket.org/o/r/src/${HEAD}/.env#lines-3`,
    ],
    ['no build server', {}, undefined],
    ['a server without TLS', { ...github, GITHUB_SERVER_URL: 'http://github.example' }, undefined],
    ['a server of another scheme', { ...github, GITHUB_SERVER_URL: 'javascript:alert(1)//' }, undefined],
    ['no commit', { ...github, GITHUB_SHA: '' }, null],
  ])('on %s', (_situation, env, expected) => {
    expect(linkOf(env)).toBe(expected)
  })

  it('leads to the commit that was scanned', () => {
    const commit = 'c0ffee00'.repeat(5)
    expect(linkOf(github, { origin: { ...originOf('commit'), commit } })).toContain(`/blob/${commit}/.env#L3`)
  })

  it.each([
    ['a b/#?%.env', 'a%20b/%23%3F%25.env'],
    [`it's (1)*.env`, 'it%27s%20%281%29%2A.env'],
    ['größe', 'gr%C3%B6%C3%9Fe'],
    ['"><script>', null],
    ['keys/<hidden>.env', null],
  ])('to %j', (path, expected) => {
    const link = linkOf(github, { path })
    expect(link).toBe(expected === null ? null : `https://github.com/o/r/blob/${HEAD}/${expected}#L3`)
  })
})
