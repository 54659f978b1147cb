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

const query = "SELECT date_trunc('day', placed_at), sum(total) FROM orders GROUP BY 1;"

/** Credentials inside SQL statements. */
export const sqlStatements: readonly Form[] = [
  {
    name: 'redshift-copy-credentials',
    variants: {
      usual: (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'etl/load.sql',
          lines(
            table(m),
            'COPY orders',
            `FROM 's3://${m.bucket()}/orders/'`,
            `CREDENTIALS 'aws_access_key_id=${k.id};aws_secret_access_key=${k.secret}'`,
            'GZIP CSV;',
            '',
            query,
          ),
        )
      },
      temporary: (m) => {
        const k = m.temporary()
        return holding(
          [k],
          'etl/load.sql',
          lines(
            table(m),
            `COPY orders FROM 's3://${m.bucket()}/orders/' CREDENTIALS 'aws_access_key_id=${k.id};aws_secret_access_key=${k.secret};token=${k.token}' JSON 'auto';`,
            query,
          ),
        )
      },
      'unload-secret-first': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'etl/unload.sql',
          lines(
            table(m),
            `UNLOAD ('SELECT * FROM orders') TO 's3://${m.bucket()}/out/'`,
            `CREDENTIALS 'aws_secret_access_key=${k.secret};aws_access_key_id=${k.id}' PARALLEL OFF;`,
          ),
        )
      },
    },
  },
  {
    name: 'redshift-copy-options',
    variants: {
      usual: (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'dbt/models/load.sql',
          lines(
            table(m),
            `COPY orders FROM 's3://${m.bucket()}/orders/'`,
            `ACCESS_KEY_ID '${k.id}'`,
            `SECRET_ACCESS_KEY '${k.secret}'`,
            "DELIMITER '|' IGNOREHEADER 1;",
            query,
          ),
        )
      },
      temporary: (m) => {
        const k = m.temporary()
        return holding(
          [k],
          'load.sql',
          lines(
            table(m),
            'COPY orders',
            `FROM 's3://${m.bucket()}/x'`,
            `access_key_id '${k.id}'`,
            `secret_access_key '${k.secret}'`,
            `session_token '${k.token}'`,
            'format as parquet;',
          ),
          ['usual-casing'],
        )
      },
    },
  },
  {
    name: 'snowflake-stage',
    variants: {
      usual: (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'snowflake/stage.sql',
          lines(
            table(m),
            `CREATE OR REPLACE STAGE orders_stage`,
            `  URL = 's3://${m.bucket()}/orders/'`,
            `  CREDENTIALS = (AWS_KEY_ID = '${k.id}' AWS_SECRET_KEY = '${k.secret}')`,
            '  FILE_FORMAT = (TYPE = CSV);',
          ),
        )
      },
      temporary: (m) => {
        const k = m.temporary()
        return holding(
          [k],
          'snowflake/copy.sql',
          lines(
            table(m),
            `COPY INTO orders FROM 's3://${m.bucket()}/'`,
            `CREDENTIALS=(AWS_KEY_ID='${k.id}'`,
            `  AWS_SECRET_KEY='${k.secret}'`,
            `  AWS_TOKEN='${k.token}');`,
          ),
        )
      },
    },
  },
  {
    name: 'clickhouse-s3',
    variants: {
      usual: (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'clickhouse/import.sql',
          lines(
            table(m),
            'INSERT INTO orders',
            `SELECT * FROM s3('https://${m.bucket()}.s3.amazonaws.com/orders.csv', '${k.id}', '${k.secret}', 'CSVWithNames');`,
            query,
          ),
          ['variable-name'],
        )
      },
      engine: (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'clickhouse/table.sql',
          lines(
            table(m),
            'CREATE TABLE archive (id UInt64) ENGINE = S3(',
            `  'https://s3.${m.region()}.amazonaws.com/${m.bucket()}/archive.parquet',`,
            `  '${k.id}',`,
            `  '${k.secret}',`,
            "  'Parquet');",
          ),
          ['variable-name'],
        )
      },
    },
  },
  {
    name: 'duckdb-secret',
    variants: {
      'create-secret': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'queries/setup.sql',
          lines(
            table(m),
            'CREATE SECRET warehouse (',
            '  TYPE S3,',
            `  KEY_ID '${k.id}',`,
            `  SECRET '${k.secret}',`,
            `  REGION '${m.region()}'`,
            ');',
            query,
          ),
        )
      },
      'set-options': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'queries/setup.sql',
          lines(
            'INSTALL httpfs;',
            'LOAD httpfs;',
            `SET s3_region='${m.region()}';`,
            `SET s3_secret_access_key='${k.secret}';`,
            `SET s3_url_style='path';`,
            `SET s3_access_key_id='${k.id}';`,
            query,
          ),
        )
      },
    },
  },
]
