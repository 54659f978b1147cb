/** Put in by the bundler from package.json; absent where the sources run unbundled (tests). */
declare const KEYSIEVE_VERSION: string | undefined

/** Of keysieve, as published. */
export const VERSION: string = typeof KEYSIEVE_VERSION === 'string' ? KEYSIEVE_VERSION : '0.0.0-source'

declare const KEYSIEVE_BUILD: string | undefined

/** Digest of the sources and rules this was built from: changes whenever anything that is found may. */
export const BUILD: string = typeof KEYSIEVE_BUILD === 'string' ? KEYSIEVE_BUILD : 'source'
