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
  /** For accounts that have STS of that region switched off. */
  readonly other?: { readonly region: string; readonly endpoint: string }
}

/** The commercial one first: nearly all keys are its. */
export const AWS_PARTITIONS: readonly StsPartition[] = PARTITIONS.map(({ name, sts }) => ({ name, ...sts }))

/** @param names of `AWS_PARTITIONS`; null means all */
export const partitionsNamed = (names: readonly string[] | null): readonly StsPartition[] =>
  AWS_PARTITIONS.filter(({ name }) => names === null || names.includes(name))

/** Those whose region or name was seen beside the key come first. @param hint as `AwsCredential.regionHint` */
export const inOrderFor = (
  partitions: readonly StsPartition[],
  hint: string | null,
): readonly StsPartition[] => {
  if (hint === null) return partitions
  const wanted = hint.startsWith('aws') ? hint : partitionOfRegion(hint)
  const fits = ({ name }: StsPartition): boolean => name === wanted
  return [...partitions.filter(fits), ...partitions.filter((partition) => !fits(partition))]
}

const partitionOfRegion = (region: string): string => {
  const [, own] = /^(cn|us-gov|eusc)-/.exec(region) ?? []
  return own === undefined ? 'aws' : `aws-${own}`
}

/** The user's own endpoint stands for everything there is. */
export const privatePartition = (endpoint: string): readonly StsPartition[] => [
  { name: 'the given endpoint', region: 'us-east-1', endpoint },
]
