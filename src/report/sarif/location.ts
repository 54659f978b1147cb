import { artifactUri } from './artifact-uri.js'

export interface Place {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

/** Without a snippet: it would publish what stands around the secret. */
export const physicalLocation = (path: string, place: Place): unknown => ({
  artifactLocation: { uri: artifactUri(path) },
  region: {
    startLine: oneBased(place.startLine),
    startColumn: oneBased(place.startColumn),
    endLine: oneBased(place.endLine),
    endColumn: oneBased(place.endColumn),
  },
})

/** A report that is verified later was written by others and may say line 0, which the schema refuses. */
const oneBased = (count: number): number => Math.max(1, count)
