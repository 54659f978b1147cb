import { fileNameOf } from './comment-form.js'

const SAMPLE = /\.(?:example|sample|template|dist|tpl)$/
const ENVIRONMENT = /^\.env(?:rc|\..+)?$|\.env$/
const CREDENTIALS = /^(?:credentials|\.netrc|\.npmrc|\.pypirc|\.s3cfg|\.boto|id_(?:rsa|dsa|ecdsa|ed25519))$/
const KEYS = /\.(?:csv|pem|key|p12|pfx|jks|keystore|ppk)$/

/**
 * Whether a file is there to hold secrets, so that it should stay out of git as a whole; from any other file only the
 * value has to go. `.env.example` and its like are made to be committed.
 */
export const isSecretFile = (path: string): boolean => {
  const name = fileNameOf(path).toLowerCase()
  if (SAMPLE.test(name)) return false
  return ENVIRONMENT.test(name) || CREDENTIALS.test(name) || KEYS.test(name)
}
