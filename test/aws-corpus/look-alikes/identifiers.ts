import { BASE32, DIGITS, UPPER } from '../making/alphabets.js'
import { type Form, json, lines, silent } from '../making/draft.js'
import { awsRemark, kind } from '../making/kind.js'
import type { Material } from '../making/material.js'

const uniqueId = (m: Material, prefix: string, tail = 17): string => `${prefix}${m.text(BASE32, tail)}`
/** Twenty capitals each: regions of old price lists, with the shape of an access key ID. */
const REGION = 'ASIAPACIFIC'
const [NORTH, SOUTH] = [`${REGION}NORTHEAST`, `${REGION}SOUTHEAST`]

/** Identifiers that name something and open nothing. */
export const identifiers: readonly Form[] = [
  kind('iam-unique-id', {
    user: (m) =>
      silent(
        'iam/user.json',
        json({
          User: {
            UserName: m.person(),
            UserId: uniqueId(m, 'AIDA'),
            Arn: `arn:aws:iam::${m.account()}:user/${m.person()}`,
            AccessKeyMetadata: [],
          },
        }),
      ),
    role: (m) =>
      silent(
        'logs/sts.log',
        lines(
          `${m.date()} ${m.time()} caller ${uniqueId(m, 'AROA')}:${m.word()} arn:aws:sts::${m.account()}:assumed-role/${m.name()}/${m.word()}`,
          `${m.date()} ${awsRemark(m)}`,
        ),
      ),
    policy: (m) =>
      silent(
        'iam/policies.json',
        json({
          Policies: [
            { PolicyName: m.name(), PolicyId: uniqueId(m, 'ANPA'), DefaultVersionId: 'v1' },
            { PolicyId: uniqueId(m, 'ANVA') },
          ],
        }),
      ),
    'group-and-profile': (m) =>
      silent(
        'iam/groups.yaml',
        lines(
          'groups:',
          `  - id: ${uniqueId(m, 'AGPA')}`,
          'instance_profiles:',
          `  - id: ${uniqueId(m, 'AIPA')}`,
          'server_certificates:',
          `  - id: ${uniqueId(m, 'ASCA')}`,
        ),
      ),
    'bucket-policy': (m) =>
      silent(
        'policy.json',
        json({
          Statement: [
            {
              Effect: 'Deny',
              Principal: '*',
              Action: 's3:*',
              Condition: {
                StringNotLike: {
                  'aws:userId': [`${uniqueId(m, 'AROA')}:*`, uniqueId(m, 'AIDA'), m.account()],
                },
              },
            },
          ],
        }),
      ),
  }),
  kind('cloudfront-public-key-id', {
    'distribution-config': (m) =>
      silent(
        'cdn.json',
        json({
          DistributionId: `E${m.text(`${UPPER}${DIGITS}`, 13)}`,
          TrustedKeyGroups: [m.uuid()],
          KeyPairId: uniqueId(m, 'APKA', 16),
        }),
      ),
    code: (m) =>
      silent(
        'src/cookies.js',
        lines(
          `// ${awsRemark(m)}`,
          `const keyPairId = '${uniqueId(m, 'APKA', 16)}'`,
          "const privateKey = fs.readFileSync('/run/secrets/cloudfront.pem')",
        ),
      ),
    'key-group-id': (m) =>
      silent(
        'cdn.env',
        lines(
          `CLOUDFRONT_KEY_PAIR_ID=K${m.text(`${UPPER}${DIGITS}`, 13)}`,
          'CLOUDFRONT_PRIVATE_KEY_FILE=/run/secrets/cloudfront',
        ),
      ),
  }),
  kind('lower-cased-id', {
    slug: (m) =>
      silent(
        'urls.txt',
        lines(`# ${awsRemark(m)}`, `https://${m.host()}/keys/akia${m.text(BASE32, 16).toLowerCase()}`),
      ),
    env: (m) =>
      silent(
        '.env.slug',
        lines(
          `KEY_SLUG=akia${m.text(BASE32, 16).toLowerCase()}`,
          `ROLE_SLUG=asia${m.text(BASE32, 16).toLowerCase()}`,
        ),
      ),
    'mixed-case': (m) =>
      silent('names.csv', lines('slug,owner', `Akia${m.text(BASE32, 16).toLowerCase()},${m.person()}`)),
  }),
  kind('id-of-wrong-length', {
    'nineteen-characters': (m) =>
      silent('short.txt', lines(`# ${awsRemark(m)}`, `key AKIA${m.text(BASE32, 15)} is cut off`)),
    'twenty-one-characters': (m) =>
      silent('long.txt', lines(`# ${awsRemark(m)}`, `aws_key_label=AKIA${m.text(BASE32, 17)}`)),
    'cut-with-dots': (m) =>
      silent(
        'docs/keys.md',
        lines('| key | owner |', '|---|---|', `| AKIA${m.text(BASE32, 8)}... | ${m.person()} |`),
      ),
    'letters-before': (m) =>
      silent(
        'serials.txt',
        lines(
          'AWS asset serials',
          `SN${m.text(UPPER, 1)}AKIA${m.text(BASE32, 16)}`,
          `X9ASIA${m.text(BASE32, 16)}7Q`,
        ),
      ),
    'impossible-digits': (m) =>
      silent('parts.csv', lines('part,aws', `AKIA${m.text('0189', 16)},yes`, `ASIA${m.text('0189', 16)},no`)),
  }),
  kind('words-in-capitals', {
    enum: (m) =>
      silent(
        'Regions.java',
        lines(
          `// ${awsRemark(m)}`,
          'public enum Regions {',
          `  ${NORTH},`,
          `  ${SOUTH},`,
          '  EUROPECENTRAL;',
          '}',
        ),
      ),
    csv: (m) =>
      silent(
        'billing/regions.csv',
        lines(
          'aws region,code',
          `${m.region()},${NORTH}`,
          `ap-southeast-1,${SOUTH}`,
          `${m.uuid()},EUROPECENTRAL`,
        ),
      ),
    sql: () =>
      silent(
        'regions.sql',
        lines(
          `INSERT INTO aws_regions (code, label) VALUES ('ap-northeast-1', '${NORTH}');`,
          `INSERT INTO aws_regions VALUES ('ap-southeast-2', '${SOUTH}');`,
        ),
      ),
  }),
]
