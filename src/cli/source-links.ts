import type { Finding } from '../model/index.js'
import type { Host } from './host.js'

/** Where a build server says that the repository can be looked at: its address, and the commit that is checked out. */
interface Repository {
  /** What stands between the repository's address and a commit. */
  readonly blobs: string
  readonly commit: string | undefined
  /** What stands before a line's number. */
  readonly line: string
}

/**
 * Links to the lines of findings, known where GitHub Actions, GitLab CI or Bitbucket Pipelines runs keysieve; null
 * elsewhere. A finding that came out of a commit is linked there, all others in the commit that is checked out.
 */
export const sourceLinks = (env: Host['env']): ((finding: Finding) => string | null) | undefined => {
  const repository = repositoryOf(env)
  if (repository === null || !/^https:\/\/[\w.:/~%-]+$/.test(repository.blobs)) return undefined
  const { blobs, commit, line } = repository
  return ({ path, origin, region }) => {
    const at = origin.commit ?? commit
    // A name that was masked leads nowhere.
    if (at === undefined || !/^[0-9a-f]{7,64}$/.test(at) || path.includes('<')) return null
    return `${blobs}/${at}/${path.split('/').map(encoded).join('/')}#${line}${region.startLine}`
  }
}

const repositoryOf = (env: Host['env']): Repository | null => {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, CI_PROJECT_URL: project } = env
  if (env.GITHUB_ACTIONS === 'true' && server && name)
    return { blobs: `${server}/${name}/blob`, commit: env.GITHUB_SHA, line: 'L' }
  if (env.GITLAB_CI === 'true' && project)
    return { blobs: `${project}/-/blob`, commit: env.CI_COMMIT_SHA, line: 'L' }
  const { BITBUCKET_GIT_HTTP_ORIGIN: origin, BITBUCKET_COMMIT: commit } = env
  return origin ? { blobs: `${origin.replace(/^http:/, 'https:')}/src`, commit, line: 'lines-' } : null
}

/** `'` and its like are left alone by `encodeURIComponent`, and could end an attribute. */
const encoded = (part: string): string =>
  encodeURIComponent(part.replace(/\p{Cs}/gu, '\u{fffd}')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
