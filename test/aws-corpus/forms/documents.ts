import { type Form, holding, json, lines } from '../making/draft.js'
import type { Material } from '../making/material.js'

const minutes = (m: Material): readonly string[] => [
  `# Meeting of ${m.date()}`,
  '',
  `Present: ${m.person()}, ${m.person()}, ${m.person()}`,
  '',
  '- The release moves to next week.',
  `- ${m.person()} looks at the failing job ${m.hex(8)}.`,
  '',
]

/** Text that people write for each other. */
export const documents: readonly Form[] = [
  {
    name: 'markdown-table',
    variants: {
      rows: (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'docs/access.md',
          lines(
            minutes(m),
            '| setting | value |',
            '|---|---|',
            `| bucket | ${m.bucket()} |`,
            `| Access key ID | ${k.id} |`,
            `| Secret access key | ${k.secret} |`,
            `| region | ${m.region()} |`,
          ),
        )
      },
      columns: (m) => {
        const [a, b] = [m.longTerm(), m.longTerm()]
        return holding(
          [a, b],
          'docs/keys.md',
          lines(
            minutes(m),
            '| environment | key | secret |',
            '|---|---|---|',
            `| staging | \`${a.id}\` | \`${a.secret}\` |`,
            `| production | \`${b.id}\` | \`${b.secret}\` |`,
          ),
          ['variable-name'],
        )
      },
    },
  },
  {
    name: 'prose',
    variants: {
      sentence: (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'NOTES.md',
          lines(
            minutes(m),
            `The new access key is ${k.id} and its secret is ${k.secret}. Please don't`,
            'share it outside the team; it goes away at the end of the quarter.',
          ),
        )
      },
      chat: (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'exports/channel.txt',
          lines(
            `[${m.time()}] ${m.person()}: anyone got the aws creds for ${m.bucket()}?`,
            `[${m.time()}] ${m.person()}: key ${k.id}`,
            `[${m.time()}] ${m.person()}: secret ${k.secret}`,
            `[${m.time()}] ${m.person()}: thx, works`,
          ),
        )
      },
      'bullets-two-accounts': (m) => {
        const [a, b] = [m.longTerm(), m.longTerm()]
        return holding(
          [a, b],
          'docs/onboarding.txt',
          lines(
            'Accounts you need on the first day',
            '',
            `* staging (${m.account()})`,
            `  - Access Key ID: ${a.id}`,
            `  - Secret Access Key: ${a.secret}`,
            `* production (${m.account()})`,
            `  - Access Key ID: ${b.id}`,
            `  - Secret Access Key: ${b.secret}`,
            '',
            `Questions: ${m.person()}`,
          ),
        )
      },
      'bare-lines': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'todo.txt',
          lines('aws (uploader)', k.id, k.secret, '', '- renew the certificate', `- delete ${m.bucket()}`),
          ['variable-name'],
        )
      },
    },
  },
  {
    name: 'slack-export',
    variants: {
      usual: (m) => {
        const k = m.longTerm()
        const message = (text: string) => ({
          type: 'message',
          user: `U${m.text('ABCDEFGHJK0123456789', 10)}`,
          text,
          ts: `17${m.digits(8)}.${m.digits(6)}`,
        })
        return holding(
          [k],
          `export/general/${m.date()}.json`,
          json(
            [
              message('good morning'),
              message(
                `here you go\n\`\`\`\nAWS_ACCESS_KEY_ID=${k.id}\nAWS_SECRET_ACCESS_KEY=${k.secret}\n\`\`\``,
              ),
              message('thanks!'),
            ],
            4,
          ),
        )
      },
      'two-messages': (m) => {
        const k = m.longTerm()
        const message = (text: string) => ({
          client_msg_id: m.uuid(),
          type: 'message',
          text,
          ts: `17${m.digits(8)}.${m.digits(6)}`,
        })
        return holding(
          [k],
          `export/ops/${m.date()}.json`,
          json([message(`id: ${k.id}`), message(`secret: ${k.secret}`)], 2),
          ['quiet-surroundings'],
        )
      },
    },
  },
]
