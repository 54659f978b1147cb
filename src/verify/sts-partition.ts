import { PARTITIONS } from '../aws/index.js'

/**
 * Where STS is asked. A key works in one partition only and its id does not tell which, so a key counts as inactive
 * or deleted only when every one of these said so. The isolated partitions can't be reached from the internet.
 */
export interface StsPartition {
  /** As in an ARN. */
  readonly name: string
  /** The region that requests are signed for. */
  readonly region: string
  /** Origin. */
  readonly endpoint: string
}

/** The commercial one first: nearly all keys are its. */
export const AWS_PARTITIONS: readonly StsPartition[] = PARTITIONS.map(({ name, sts }) => ({ name, ...sts }))

/** The user's own endpoint stands for everything there is. */
export const privatePartition = (endpoint: string): readonly StsPartition[] => [
  { name: 'the given endpoint', region: 'us-east-1', endpoint },
]
