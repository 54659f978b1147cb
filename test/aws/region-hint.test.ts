import { expect, it } from 'vitest'
import { accessKeyId, secretAccessKey } from '../support/credentials.js'
import { scanned } from '../support/detect.js'

const id = accessKeyId('hint')
const key = `aws_access_key_id=${id}\naws_secret_access_key=${secretAccessKey('hint')}\n`
const hintIn = (text: string): unknown => scanned(text).detections[0]?.facts.regionHint

it.each<[string, string, string | undefined]>([
  ['nothing', key, undefined],
  ['a region of China', `${key}region=cn-north-1\n`, 'cn-north-1'],
  ['a region of GovCloud, before it', `region=us-gov-west-1\n${key}`, 'us-gov-west-1'],
  ['the sovereign cloud', `${key}AWS_REGION: eusc-de-east-1\n`, 'eusc-de-east-1'],
  ["China's domain", `${key}endpoint=https://s3.example.amazonaws.com.cn/\n`, 'aws-cn'],
  ["the sovereign cloud's domain", `${key}endpoint=sts.x.amazonaws.eu\n`, 'aws-eusc'],
  ['an ARN', `${key}role=arn:aws-us-gov:iam::123456789012:role/x\n`, 'aws-us-gov'],
  ['a commercial region', `${key}region=eu-west-1\n`, undefined],
  [
    'a commercial region nearer than another',
    `${key}region=eu-west-1\n\n[china]\nregion=cn-north-1\n`,
    undefined,
  ],
  ['a commercial ARN nearer than another', `${key}arn:aws:s3:::x\nregion=cn-north-1\n`, undefined],
  ['a word that only looks so', `${key}xcn-north-1 amazonaws.europe\n`, undefined],
  ['a region far away', `${key}${'# more\n'.repeat(400)}region=cn-north-1\n`, undefined],
  ['an id alone', `${id} cn-northwest-1\n`, 'cn-northwest-1'],
])('%s', (_what, text, expected) => {
  expect(hintIn(text)).toBe(expected)
})
