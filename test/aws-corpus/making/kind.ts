import type { Draft } from '../case-model.js'
import type { Form } from './draft.js'
import type { Material } from './material.js'

/** A kind of look-alike: each shape is drawn twice, with other values and words. */
export const kind = (name: string, shapes: Readonly<Record<string, (m: Material) => Draft>>): Form => ({
  name,
  variants: Object.fromEntries(
    Object.entries(shapes).flatMap(([shape, make]) => [1, 2].map((round) => [`${shape}-${round}`, make])),
  ),
})

const REMARKS = [
  'the AWS access key of the uploader is kept in the vault',
  'aws_access_key_id and aws_secret_access_key come from the environment',
  'needs AWS_SECRET_ACCESS_KEY to be set',
  'signed with the secret access key of the role',
  'rotates the AWS credentials every night',
  'reads accessKeyId and secretAccessKey from the instance profile',
  's3 upload, see the AWS console for the access key',
] as const

/** Words that make a detector look closer at what stands beside them. */
export const awsRemark = (m: Material): string => `${m.pick(REMARKS)} (ticket ${m.digits(5)})`
