import { type Form, holding, json, lines } from '../making/draft.js'
import type { Material } from '../making/material.js'

const amazonDate = (m: Material): string => `${m.date().replaceAll('-', '')}T${m.time().replaceAll(':', '')}Z`

/** Notebooks, inspections and logs: what was captured while something ran. */
export const captures: readonly Form[] = [
  {
    name: 'jupyter-source',
    variants: {
      usual: (m) => {
        const k = m.longTerm()
        const source = [
          'import boto3\n',
          '\n',
          's3 = boto3.client(\n',
          '    "s3",\n',
          `    aws_access_key_id="${k.id}",\n`,
          `    aws_secret_access_key="${k.secret}",\n`,
          ')\n',
        ]
        return holding(
          [k],
          'analysis.ipynb',
          notebook(m, [{ cell_type: 'code', execution_count: 1, source, outputs: [] }]),
        )
      },
      magic: (m) => {
        const k = m.longTerm()
        const source = [
          '%pip install s3fs\n',
          `%env AWS_ACCESS_KEY_ID=${k.id}\n`,
          `%env AWS_SECRET_ACCESS_KEY=${k.secret}\n`,
        ]
        return holding(
          [k],
          'notebooks/load.ipynb',
          notebook(m, [{ cell_type: 'code', execution_count: 2, source, outputs: [] }]),
        )
      },
    },
  },
  {
    name: 'jupyter-output',
    variants: {
      stream: (m) => {
        const k = m.temporary()
        const text = [
          "{'Credentials': {\n",
          ` 'AccessKeyId': '${k.id}',\n`,
          ` 'SecretAccessKey': '${k.secret}',\n`,
          ` 'SessionToken': '${k.token}'}}\n`,
        ]
        return holding(
          [k],
          'debug.ipynb',
          notebook(m, [
            {
              cell_type: 'code',
              execution_count: 4,
              source: ['print(reply)'],
              outputs: [{ name: 'stdout', output_type: 'stream', text }],
            },
          ]),
        )
      },
      result: (m) => {
        const k = m.longTerm()
        const data = {
          'text/plain': [`{'key': '${k.id}', 'secret': '${k.secret}', 'region': '${m.region()}'}`],
        }
        return holding(
          [k],
          'explore.ipynb',
          notebook(m, [
            {
              cell_type: 'code',
              execution_count: 9,
              source: ['config'],
              outputs: [{ output_type: 'execute_result', execution_count: 9, metadata: {}, data }],
            },
          ]),
        )
      },
    },
  },
  {
    name: 'docker-inspect',
    variants: {
      usual: (m) => {
        const k = m.longTerm()
        const env = [
          'PATH=/usr/local/bin:/usr/bin',
          `AWS_ACCESS_KEY_ID=${k.id}`,
          `HOSTNAME=${m.hex(12)}`,
          `AWS_SECRET_ACCESS_KEY=${k.secret}`,
          `PYTHON_SHA256=${m.hex(64)}`,
        ]
        return holding(
          [k],
          'support/inspect.json',
          json(
            [{ Id: m.hex(64), Image: `sha256:${m.hex(64)}`, Config: { Hostname: m.hex(12), Env: env } }],
            4,
          ),
          ['quiet-surroundings'],
        )
      },
      'image-history': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'support/history.txt',
          lines(
            'IMAGE          CREATED BY                                      SIZE',
            `${m.hex(12)}   CMD ["app"]                                     0B`,
            `${m.hex(12)}   ENV AWS_SECRET_ACCESS_KEY=${k.secret}   0B`,
            `${m.hex(12)}   ENV AWS_ACCESS_KEY_ID=${k.id}   0B`,
            `<missing>      /bin/sh -c #(nop) ADD file:${m.hex(64)}   77MB`,
          ),
          ['quiet-surroundings'],
        )
      },
    },
  },
  {
    name: 'aws-sdk-debug-log',
    variants: {
      usual: (m) => {
        const k = m.temporary()
        return holding(
          [k],
          'logs/debug.log',
          lines(
            `${m.date()} ${m.time()} botocore.credentials [DEBUG] Looking for credentials via: env`,
            `${m.date()} ${m.time()} botocore.endpoint [DEBUG] date=${amazonDate(m)}`,
            `${m.date()} ${m.time()} app [INFO] credentials: ReadOnlyCredentials(access_key='${k.id}', secret_key='${k.secret}', token='${k.token}')`,
            `${m.date()} ${m.time()} urllib3 [DEBUG] Starting new HTTPS connection (1): sts.amazonaws.com:443`,
          ),
        )
      },
      java: (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'logs/app.log',
          lines(
            `${m.date()} ${m.time()}.113 INFO  [main] c.a.Config - S3Properties(bucket=${m.bucket()}, accessKey=${k.id}, secretKey=${k.secret}, region=${m.region()})`,
            `${m.date()} ${m.time()}.201 INFO  [main] c.a.App - Started in ${m.digits(1)}.2 seconds`,
          ),
        )
      },
    },
  },
]

const notebook = (m: Material, cells: readonly unknown[]): string =>
  json(
    {
      cells: [
        { cell_type: 'markdown', id: m.hex(8), metadata: {}, source: ['# Orders\n', 'First look.'] },
        ...cells,
      ],
      metadata: { kernelspec: { display_name: 'Python 3', name: 'python3' } },
      nbformat: 4,
      nbformat_minor: 5,
    },
    1,
  )
