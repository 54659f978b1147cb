import { type Form, holding, lines } from '../making/draft.js'
import type { Material } from '../making/material.js'

/** Credentials inside URLs. */
export const credentialUrls: readonly Form[] = [
  {
    name: 's3a-url',
    variants: {
      'plain-secret': (m) => {
        const k = plainInUrl(m)
        return holding(
          [k],
          'scripts/distcp.sh',
          lines(
            '#!/bin/sh',
            `# ${m.name()}`,
            'set -e',
            `hadoop distcp hdfs:///data/orders s3a://${k.id}:${k.secret}@${m.bucket()}/orders`,
            'echo done',
          ),
          ['variable-name'],
        )
      },
      's3n-encoded': (m) => {
        const k = m.awkward()
        return holding(
          [k],
          'jobs/load.py',
          lines(
            'from pyspark.sql import SparkSession',
            '',
            'spark = SparkSession.builder.getOrCreate()',
            `frame = spark.read.json("s3n://${k.id}:${encodeURIComponent(k.secret)}@${m.bucket()}/in/*.json")`,
            'frame.printSchema()',
          ),
          ['variable-name', 'plain-text'],
        )
      },
    },
  },
  {
    name: 'sqs-url',
    variants: {
      celery: (m) => {
        const k = m.awkward()
        return holding(
          [k],
          'app/celeryconfig.py',
          lines(
            'from kombu import Queue',
            '',
            `broker_url = "sqs://${k.id}:${encodeURIComponent(k.secret)}@"`,
            `broker_transport_options = {"region": "${m.region()}", "visibility_timeout": 3600}`,
            `task_queues = [Queue("${m.name()}")]`,
            'worker_prefetch_multiplier = 1',
          ),
          ['variable-name', 'plain-text'],
        )
      },
      'lower-case-escapes': (m) => {
        const k = m.awkward()
        const secret = encodeURIComponent(k.secret).replace(/%2./g, (triplet) => triplet.toLowerCase())
        return holding(
          [k],
          '.env',
          lines(
            'DEBUG=0',
            `CELERY_BROKER_URL=sqs://${k.id}:${secret}@`,
            `CELERY_RESULT_BACKEND=redis://${m.host()}:6379/1`,
            `WORKERS=${m.digits(1)}`,
          ),
          ['variable-name', 'plain-text'],
        )
      },
    },
  },
  {
    name: 'jdbc-url',
    variants: {
      'redshift-iam': (m) => {
        const k = m.awkward()
        return holding(
          [k],
          'conf/datasource.properties',
          lines(
            '# analytics',
            'pool.size=5',
            `url=jdbc:redshift:iam://cluster.${m.region()}.redshift.amazonaws.com:5439/dev?AccessKeyID=${k.id}&SecretAccessKey=${encodeURIComponent(k.secret)}&DbUser=loader`,
            'driver=com.amazon.redshift.jdbc42.Driver',
            'pool.timeout=30',
          ),
          ['plain-text'],
        )
      },
      athena: (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'conf/athena.txt',
          lines(
            'Athena connection for the BI tool',
            '',
            `jdbc:awsathena://AwsRegion=${m.region()};UID=${k.id};PWD=${k.secret};S3OutputLocation=s3://${m.bucket()}/out/;`,
            '',
            `owner: ${m.person()}`,
          ),
          ['variable-name'],
        )
      },
      'athena-named': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'src/main/resources/db.xml',
          lines(
            '<data-source>',
            '  <driver>com.simba.athena.jdbc.Driver</driver>',
            `  <url>jdbc:awsathena://AwsRegion=${m.region()};User=${k.id};Password=${k.secret};Workgroup=primary</url>`,
            '</data-source>',
          ),
          ['variable-name'],
        )
      },
    },
  },
  {
    name: 's3-https-url',
    variants: {
      'user-information': (m) => {
        const k = m.awkward()
        return holding(
          [k],
          'config/backup.yml',
          lines(
            'backup:',
            '  schedule: "0 3 * * *"',
            `  target: https://${k.id}:${encodeURIComponent(k.secret)}@s3.${m.region()}.amazonaws.com/${m.bucket()}/db`,
            '  keep: 14',
          ),
          ['variable-name', 'plain-text'],
        )
      },
      'query-parameters': (m) => {
        const k = m.awkward()
        return holding(
          [k],
          'tests/fixtures/urls.txt',
          lines(
            `s3://${m.bucket()}/export?region=${m.region()}&aws_access_key_id=${k.id}&aws_secret_access_key=${encodeURIComponent(k.secret)}`,
            `https://${m.host()}/health`,
            `https://${m.host()}/metrics?window=${m.digits(3)}`,
          ),
          ['plain-text'],
        )
      },
    },
  },
]

/** A pair whose secret needs no encoding in a URL. */
const plainInUrl = (m: Material) => {
  for (;;) {
    const k = m.longTerm()
    if (!/[+/]/.test(k.secret)) return k
  }
}
