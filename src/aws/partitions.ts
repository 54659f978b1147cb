/** A service of a partition: where it is asked, and the region that requests to it are signed for. */
export interface ServiceEndpoint {
  readonly region: string
  /** Origin. */
  readonly endpoint: string
}

export const PARTITION_NAMES = ['aws', 'aws-us-gov', 'aws-eusc', 'aws-cn'] as const
/** As in an ARN. */
export type PartitionName = (typeof PARTITION_NAMES)[number]

export interface Partition {
  readonly name: PartitionName
  readonly sts: ServiceEndpoint & {
    /** For accounts that have STS of that region switched off. */
    readonly other?: ServiceEndpoint
  }
  /** One for the whole partition, whatever region its users work in. */
  readonly iam: ServiceEndpoint
}

/**
 * The partitions that can be reached from the internet, the commercial one first: nearly all keys are its. STS by its
 * regional host, since the global one's region varies. Hosts and regions: botocore's partitions.json and endpoints.json;
 * IAM User Guide, "AWS STS Regions and endpoints"; AWS General Reference, "IAM endpoints and quotas".
 */
const SERVICES: Readonly<Record<PartitionName, Omit<Partition, 'name'>>> = {
  aws: {
    sts: {
      region: 'us-east-1',
      endpoint: 'https://sts.us-east-1.amazonaws.com',
      other: { region: 'us-east-1', endpoint: 'https://sts.amazonaws.com' },
    },
    iam: { region: 'us-east-1', endpoint: 'https://iam.amazonaws.com' },
  },
  'aws-us-gov': {
    sts: {
      region: 'us-gov-west-1',
      endpoint: 'https://sts.us-gov-west-1.amazonaws.com',
      other: { region: 'us-gov-east-1', endpoint: 'https://sts.us-gov-east-1.amazonaws.com' },
    },
    iam: { region: 'us-gov-west-1', endpoint: 'https://iam.us-gov.amazonaws.com' },
  },
  'aws-eusc': {
    sts: { region: 'eusc-de-east-1', endpoint: 'https://sts.eusc-de-east-1.amazonaws.eu' },
    iam: { region: 'eusc-de-east-1', endpoint: 'https://iam.eusc-de-east-1.amazonaws.eu' },
  },
  'aws-cn': {
    sts: {
      region: 'cn-northwest-1',
      endpoint: 'https://sts.cn-northwest-1.amazonaws.com.cn',
      other: { region: 'cn-north-1', endpoint: 'https://sts.cn-north-1.amazonaws.com.cn' },
    },
    iam: { region: 'cn-north-1', endpoint: 'https://iam.cn-north-1.amazonaws.com.cn' },
  },
}

export const partitionOf = (name: PartitionName): Partition => ({ name, ...SERVICES[name] })

export const PARTITIONS: readonly Partition[] = PARTITION_NAMES.map(partitionOf)
