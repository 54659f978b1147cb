import { expect, it } from 'vitest'
import { identityFacts, identityRemarks } from '../../src/aws/index.js'
import type { Facts } from '../../src/model/index.js'

const iam = (resource: string): string => `arn:aws:iam::123456789012:${resource}`
const sts = (resource: string): string => `arn:aws:sts::123456789012:${resource}`
const ADMIN: Facts = { privileged: 'admin-like' }

it.each<[string | null, Facts]>([
  [null, {}],
  [iam('root'), { privileged: 'root' }],
  [iam('user/root'), ADMIN],
  [iam('user/admin'), ADMIN],
  [iam('user/ops/jane-admin'), ADMIN],
  [iam('user/admins/jane'), ADMIN],
  [iam('user/SuperAdmin'), ADMIN],
  [iam('user/superadmin2'), ADMIN],
  [iam('user/PowerUser'), ADMIN],
  [iam('user/break-glass'), ADMIN],
  [sts('assumed-role/AdministratorAccess/jane'), ADMIN],
  [sts('assumed-role/AWSReservedSSO_AdministratorAccess_0123456789abcdef/jane'), ADMIN],
  [sts('assumed-role/OrganizationAccountAccessRole/x'), ADMIN],
  [iam('user/terraform'), {}],
  [iam('user/deploy'), {}],
  [iam('user/badminton'), {}],
  [iam('user/non-admin'), {}],
  [sts('assumed-role/reader/admin'), {}],
  [iam(`user/canarytokens.com@@${'abcde01234'.repeat(2)}abcde`), { canaryLike: true }],
  [iam('user/SpaceCrab/l_salander'), { canaryLike: true }],
  [iam('user/123e4567-e89b-42d3-a456-426614174000'), { canaryLike: true }],
  [iam('user/123e4567-e89b-12d3-a456-426614174000'), {}],
])('the name %s says %j', (arn, expected) => {
  expect(identityFacts(arn)).toEqual(expected)
})

it('the same in words', () => {
  expect(identityRemarks({})).toEqual([])
  expect(identityRemarks({ privileged: 'admin-like', canaryLike: true })).toEqual([
    'By its name an administrator.',
    'It looks like a canary by its name: if it is one, its owner has been alerted by this check.',
  ])
})
