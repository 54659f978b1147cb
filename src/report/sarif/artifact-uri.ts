/**
 * A path as a relative URI reference: UTF-8, percent-encoded, `/` kept between the parts. What is no valid Unicode
 * becomes U+FFFD, since a URI can't say it.
 */
export const artifactUri = (path: string): string => path.split('/').map(encodedPart).join('/')

const encodedPart = (part: string): string => encodeURIComponent(part.replace(/\p{Cs}/gu, '\u{fffd}'))
