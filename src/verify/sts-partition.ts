/**
 * Where STS is asked. A key works in one partition only and its id does not tell which, so a key counts as inactive
 * or deleted only when every one of these said so. The isolated partitions can't be reached from the internet.
 * Hosts and regions: botocore's partitions.json and endpoints.json; IAM User Guide, "AWS STS Regions and endpoints".
 */
export interface StsPartition {
  /** As in an ARN. */
  readonly name: string
  /** The region that requests are signed for. */
  readonly region: string
  /** Origin. */
  readonly endpoint: string
}

/** The commercial one first: nearly all keys are its. A regional host, since the global one's region varies. */
export const AWS_PARTITIONS: readonly StsPartition[] = [
  { name: 'aws', region: 'us-east-1', endpoint: 'https://sts.us-east-1.amazonaws.com' },
  { name: 'aws-us-gov', region: 'us-gov-west-1', endpoint: 'https://sts.us-gov-west-1.amazonaws.com' },
  { name: 'aws-eusc', region: 'eusc-de-east-1', endpoint: 'https://sts.eusc-de-east-1.amazonaws.eu' },
  { name: 'aws-cn', region: 'cn-northwest-1', endpoint: 'https://sts.cn-northwest-1.amazonaws.com.cn' },
]

/** The user's own endpoint stands for everything there is. */
export const privatePartition = (endpoint: string): readonly StsPartition[] => [
  { name: 'the given endpoint', region: 'us-east-1', endpoint },
]
