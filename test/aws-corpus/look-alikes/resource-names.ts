import { BASE32, DIGITS, LOWER, UPPER } from '../making/alphabets.js'
import { type Form, json, lines, silent } from '../making/draft.js'
import { kind } from '../making/kind.js'
import type { Material } from '../making/material.js'

const uniqueId = (m: Material, prefix: string, tail = 17): string => `${prefix}${m.text(BASE32, tail)}`
const lowerId = (m: Material, length: number): string => m.text(`${LOWER}${DIGITS}`, length)

/** Names and numbers of cloud resources. */
export const resourceNames: readonly Form[] = [
  kind('arn', {
    policy: (m) =>
      silent(
        'policy.json',
        json({
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Action: ['iam:CreateAccessKey', 'secretsmanager:GetSecretValue'],
              Resource: [
                `arn:aws:iam::${m.account()}:user/${m.person()}`,
                `arn:aws:secretsmanager:${m.region()}:${m.account()}:secret:prod/aws_secret_access_key-${m.text('ABCDEFabcdef', 6)}`,
              ],
            },
          ],
        }),
      ),
    env: (m) =>
      silent(
        '.env.arns',
        lines(
          `AWS_SECRET_ACCESS_KEY_ARN=arn:aws:secretsmanager:${m.region()}:${m.account()}:secret:${m.name()}`,
          `AWS_KEY=arn:aws:kms:${m.region()}:${m.account()}:key/${m.uuid()}`,
          `AWS_ROLE_ARN=arn:aws:iam::${m.account()}:role/${m.name()}`,
        ),
      ),
    ecs: (m) =>
      silent(
        'task.json',
        json({
          secrets: [
            {
              name: 'AWS_SECRET_ACCESS_KEY',
              valueFrom: `arn:aws:ssm:${m.region()}:${m.account()}:parameter/${m.name()}/AWS_SECRET_ACCESS_KEY`,
            },
          ],
        }),
      ),
  }),
  kind('cognito-ids', {
    'aws-exports': (m) =>
      silent(
        'aws-exports.js',
        lines(
          'const awsmobile = {',
          `  aws_cognito_identity_pool_id: '${m.region()}:${m.uuid()}',`,
          `  aws_user_pools_id: '${m.region()}_${m.text(`${UPPER}${LOWER}${DIGITS}`, 9)}',`,
          `  aws_user_pools_web_client_id: '${lowerId(m, 26)}',`,
          '}',
        ),
      ),
    env: (m) =>
      silent(
        '.env.public',
        lines(
          `VITE_USER_POOL_ID=${m.region()}_${m.text(`${UPPER}${LOWER}${DIGITS}`, 9)}`,
          `VITE_USER_POOL_CLIENT_ID=${lowerId(m, 26)}`,
          `VITE_IDENTITY_POOL_ID=${m.region()}:${m.uuid()}`,
        ),
      ),
  }),
  kind('cloud-resource-ids', {
    'cloudformation-outputs': (m) =>
      silent(
        'outputs.json',
        json({
          Outputs: [
            {
              OutputKey: 'AccessKeyRotationFunction',
              OutputValue: `stack-Rotate-${m.text(`${UPPER}${LOWER}${DIGITS}`, 12)}`,
            },
            {
              OutputKey: 'SecretArn',
              OutputValue: `arn:aws:secretsmanager:${m.region()}:${m.account()}:secret:${m.name()}`,
            },
            { OutputKey: 'Bucket', OutputValue: `stack-bucket${lowerId(m, 8)}-${lowerId(m, 12)}` },
          ],
        }),
      ),
    'terraform-state': (m) =>
      silent(
        'terraform.tfstate',
        json({
          version: 4,
          serial: 3,
          lineage: m.uuid(),
          resources: [
            {
              type: 'aws_s3_bucket',
              instances: [
                {
                  attributes: {
                    arn: `arn:aws:s3:::${m.bucket()}`,
                    hosted_zone_id: `Z${m.text(`${UPPER}${DIGITS}`, 13)}`,
                    id: m.bucket(),
                  },
                },
              ],
            },
            {
              type: 'aws_instance',
              instances: [
                {
                  attributes: { ami: `ami-${m.hex(17)}`, id: `i-${m.hex(17)}`, user_data: m.hex(40) },
                  private: m.base64(120),
                },
              ],
            },
          ],
        }),
      ),
    'iam-key-in-state-without-secret': (m) =>
      silent(
        'state.json',
        json({
          resources: [
            {
              type: 'aws_iam_user',
              instances: [
                { attributes: { name: m.person(), unique_id: uniqueId(m, 'AIDA'), force_destroy: false } },
              ],
            },
            { type: 'aws_kms_key', instances: [{ attributes: { key_id: m.uuid() } }] },
          ],
        }),
      ),
    'dns-records': (m) =>
      silent(
        'dns.tf',
        lines(
          'resource "aws_route53_record" "ses" {',
          `  zone_id = "Z${m.text(`${UPPER}${DIGITS}`, 20)}"`,
          `  name    = "${lowerId(m, 32)}._domainkey.${m.host()}"`,
          `  records = ["${lowerId(m, 32)}.dkim.amazonses.com"]`,
          '}',
        ),
      ),
  }),
]
