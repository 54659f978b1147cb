import type { Draft } from '../case-model.js'
import { type Form, holding, json, leaking } from '../making/draft.js'
import type { Material } from '../making/material.js'
import { sesSmtpPassword } from '../making/other-secrets.js'

/** What Terraform writes down of the keys it made. */
export const terraformStates: readonly Form[] = [
  {
    name: 'terraform-state',
    variants: {
      usual: (m) => terraformState(m, 'aws_iam_access_key'),
      outputs: (m) => {
        const k = m.longTerm()
        const outputs = {
          access_key_id: { value: k.id, type: 'string' },
          secret_access_key: { value: k.secret, type: 'string', sensitive: true },
        }
        return holding(
          [k],
          'terraform.tfstate',
          json({
            version: 4,
            terraform_version: m.version(),
            serial: 12,
            lineage: m.uuid(),
            outputs,
            resources: [],
          }),
        )
      },
    },
  },
  {
    name: 'terraform-state-with-smtp',
    variants: {
      usual: (m) => {
        const [k, region] = [m.longTerm(), m.region()]
        const smtpPassword = sesSmtpPassword(k, region)
        const attributes = {
          id: k.id,
          secret: k.secret,
          ses_smtp_password_v4: smtpPassword,
          status: 'Active',
          user: m.person(),
        }
        const state = {
          version: 4,
          serial: m.between(1, 40),
          lineage: m.uuid(),
          resources: [
            {
              mode: 'managed',
              type: 'aws_iam_access_key',
              name: 'mail',
              instances: [{ schema_version: 0, attributes }],
            },
          ],
        }
        const expected = [
          { ruleId: 'aws-access-key', id: k.id, secret: k.secret },
          { ruleId: 'aws-ses-smtp-password', secret: smtpPassword },
        ]
        return leaking(expected, 'mail/terraform.tfstate', json(state))
      },
    },
  },
]

const terraformState = (m: Material, type: string): Draft => {
  const k = m.longTerm()
  const attributes = {
    create_date: `${m.date()}T${m.time()}Z`,
    encrypted_secret: null,
    id: k.id,
    key_fingerprint: null,
    pgp_key: null,
    secret: k.secret,
    status: 'Active',
    user: m.person(),
  }
  const state = {
    version: 4,
    terraform_version: m.version(),
    serial: m.between(2, 90),
    lineage: m.uuid(),
    outputs: {},
    resources: [
      {
        mode: 'managed',
        type,
        name: m.word(),
        instances: [{ schema_version: 0, attributes, private: 'bnVsbA==' }],
      },
    ],
  }
  return holding([k], 'terraform.tfstate', json(state))
}
