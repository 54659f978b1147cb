import { type Form, holding, lines } from '../making/draft.js'
import type { Material } from '../making/material.js'

const table = (m: Material): readonly string[] => [
  `-- ${m.name()} ${m.date()}`,
  'CREATE TABLE IF NOT EXISTS orders (',
  '  id BIGINT NOT NULL,',
  '  placed_at TIMESTAMP,',
  '  total DECIMAL(12, 2)',
  ');',
  '',
]

/** Dumps of tables that hold credentials. */
export const sqlDumps: readonly Form[] = [
  {
    name: 'sql-dump',
    variants: {
      'rows-of-settings': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'backup/app.sql',
          lines(
            table(m),
            'INSERT INTO `settings` VALUES',
            `(1,'site_title','${m.name()}'),`,
            `(2,'aws_access_key_id','${k.id}'),`,
            `(3,'aws_secret_access_key','${k.secret}'),`,
            `(4,'aws_region','${m.region()}');`,
            'UNLOCK TABLES;',
          ),
        )
      },
      'one-long-statement': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'backup/full.sql',
          lines(
            table(m),
            `INSERT INTO integrations (id,kind,k,s,digest) VALUES (${m.digits(3)},'s3','${k.id}','${k.secret}','${m.hex(40)}'),(${m.digits(3)},'smtp','${m.host()}','25','${m.hex(40)}');`,
          ),
          ['variable-name', 'quiet-surroundings'],
        )
      },
      'copy-tab-separated': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'backup/pg.sql',
          lines(
            'COPY public.connections (id, name, access_key, secret_key, created) FROM stdin;',
            `1\t${m.name()}\t${k.id}\t${k.secret}\t${m.date()} ${m.time()}`,
            '\\.',
            'ALTER TABLE public.connections OWNER TO app;',
          ),
          ['variable-name'],
        )
      },
    },
  },
]
