/** Credentials for tests, made from a seed; the scripts that have no TypeScript use the same ones. */
export {
  accessKeyId,
  accessKeyIdOf,
  draw,
  secretAccessKey,
  sessionToken,
} from '../../fixtures/credentials.mjs'
