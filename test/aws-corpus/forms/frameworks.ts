import { type Form, holding, lines } from '../making/draft.js'
import { settingsForm } from '../making/settings-form.js'
import { codeStyle } from '../making/styles.js'

const djangoStyle = codeStyle({
  casing: 'UPPER_SNAKE',
  setting: (name, value) => `${name} = '${value}'`,
  head: ['from pathlib import Path', '', 'BASE_DIR = Path(__file__).resolve().parent', 'DEBUG = False', ''],
  tail: [
    "INSTALLED_APPS = ['django.contrib.admin', 'storages']",
    "DEFAULT_FILE_STORAGE = 'storages.backends.s3boto3.S3Boto3Storage'",
  ],
})

/** Settings of web frameworks, written as code. */
export const frameworks: readonly Form[] = [
  settingsForm('django', {
    path: 'site/settings.py',
    style: djangoStyle,
    names: { id: 'AWS_S3_ACCESS_KEY_ID', secret: 'AWS_S3_SECRET_ACCESS_KEY' },
    layouts: ['usual', 'secret-first', 'far', 'beyond', 'two-environments'],
  }),
  settingsForm('django-ses', {
    path: 'site/settings/mail.py',
    style: djangoStyle,
    names: { id: 'AWS_SES_ACCESS_KEY_ID', secret: 'AWS_SES_SECRET_ACCESS_KEY' },
    layouts: ['usual', 'apart'],
  }),
  settingsForm('wordpress', {
    path: 'wp-config.php',
    style: codeStyle({
      casing: 'UPPER_SNAKE',
      comment: 'slashes',
      setting: (name, value) => `define( '${name}', '${value}' );`,
      head: ['<?php', '/** WordPress configuration */', "$table_prefix = 'wp_';"],
      tail: [
        "if ( ! defined( 'ABSPATH' ) ) { define( 'ABSPATH', __DIR__ . '/' ); }",
        "require_once ABSPATH . 'wp-settings.php';",
      ],
    }),
    names: { id: 'DBI_AWS_ACCESS_KEY_ID', secret: 'DBI_AWS_SECRET_ACCESS_KEY' },
    layouts: ['usual', 'secret-first', 'far'],
  }),
  {
    name: 'wordpress-offload-media',
    variants: {
      usual: (m) => {
        const k = m.longTerm()
        const text = lines(
          '<?php',
          `define( 'AS3CF_SETTINGS', serialize( array(`,
          `    'provider' => 'aws',`,
          `    'access-key-id' => '${k.id}',`,
          `    'secret-access-key' => '${k.secret}',`,
          `    'bucket' => '${m.bucket()}',`,
          `    'region' => '${m.region()}',`,
          ') ) );',
          "require_once ABSPATH . 'wp-settings.php';",
        )
        return holding([k], 'public/wp-config.php', text)
      },
      serialized: (m) => {
        const k = m.longTerm()
        const text = `INSERT INTO wp_options VALUES (${m.digits(4)},'tantan_wordpress_s3','a:3:{s:8:\\"provider\\";s:3:\\"aws\\";s:13:\\"access-key-id\\";s:20:\\"${k.id}\\";s:17:\\"secret-access-key\\";s:40:\\"${k.secret}\\";}','yes');`
        return holding(
          [k],
          'backup/wordpress.sql',
          lines(`-- dump of ${m.date()}`, 'SET NAMES utf8mb4;', text, 'UNLOCK TABLES;'),
        )
      },
    },
  },
  {
    name: 'laravel-filesystems',
    variants: {
      'env-defaults': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'config/filesystems.php',
          laravel(
            `env('AWS_ACCESS_KEY_ID', '${k.id}')`,
            `env('AWS_SECRET_ACCESS_KEY', '${k.secret}')`,
            m.region(),
          ),
        )
      },
      literals: (m) => {
        const k = m.longTerm()
        return holding([k], 'config/filesystems.php', laravel(`'${k.id}'`, `'${k.secret}'`, m.region()))
      },
    },
  },
  {
    name: 'laravel-services',
    variants: {
      ses: (m) => {
        const k = m.longTerm()
        const text = lines(
          '<?php',
          '',
          'return [',
          "    'mailgun' => ['domain' => env('MAILGUN_DOMAIN')],",
          "    'ses' => [",
          `        'secret' => '${k.secret}',`,
          `        'key' => '${k.id}',`,
          `        'region' => '${m.region()}',`,
          '    ],',
          '];',
        )
        return holding([k], 'config/services.php', text)
      },
      'one-line': (m) => {
        const k = m.longTerm()
        const text = lines(
          '<?php',
          'return [',
          `    'sqs' => ['key' => '${k.id}', 'secret' => '${k.secret}', 'prefix' => 'https://sqs.${m.region()}.amazonaws.com/${m.account()}'],`,
          '];',
        )
        return holding([k], 'config/queue.php', text)
      },
    },
  },
  {
    name: 'rails-carrierwave',
    variants: {
      usual: (m) => {
        const k = m.longTerm()
        const text = lines(
          'CarrierWave.configure do |config|',
          "  config.fog_provider = 'fog/aws'",
          '  config.fog_credentials = {',
          "    provider: 'AWS',",
          `    aws_access_key_id: '${k.id}',`,
          `    aws_secret_access_key: '${k.secret}',`,
          `    region: '${m.region()}'`,
          '  }',
          `  config.fog_directory = '${m.bucket()}'`,
          'end',
        )
        return holding([k], 'config/initializers/carrierwave.rb', text)
      },
      'env-fallback': (m) => {
        const k = m.longTerm()
        const text = lines(
          '# Paperclip',
          'Paperclip::Attachment.default_options[:s3_credentials] = {',
          `  :secret_access_key => ENV['S3_SECRET'] || "${k.secret}",`,
          `  :bucket => ENV.fetch('S3_BUCKET', '${m.bucket()}'),`,
          `  :access_key_id => ENV['S3_KEY'] || "${k.id}"`,
          '}',
        )
        return holding([k], 'config/initializers/paperclip.rb', text)
      },
    },
  },
  {
    name: 'javascript-env-fallback',
    variants: {
      usual: (m) => {
        const k = m.longTerm()
        const text = lines(
          "'use strict'",
          '',
          'module.exports = {',
          '  port: process.env.PORT || 3000,',
          '  aws: {',
          `    key: process.env.AWS_KEY || '${k.id}',`,
          `    secret: process.env.AWS_SECRET || '${k.secret}',`,
          `    bucket: process.env.BUCKET || '${m.bucket()}',`,
          '  },',
          '}',
        )
        return holding([k], 'config/default.js', text)
      },
      'nullish-temporary': (m) => {
        const k = m.temporary()
        const text = lines(
          'export const credentials = {',
          `  accessKeyId: import.meta.env.VITE_KEY ?? "${k.id}",`,
          `  secretAccessKey: import.meta.env.VITE_SECRET ?? "${k.secret}",`,
          `  sessionToken: import.meta.env.VITE_TOKEN ?? "${k.token}",`,
          '}',
          `export const region = "${m.region()}"`,
        )
        return holding([k], 'src/aws.ts', text)
      },
    },
  },
  {
    name: 'python-env-default',
    variants: {
      usual: (m) => {
        const k = m.longTerm()
        const text = lines(
          'import os',
          '',
          `BUCKET = os.environ.get("BUCKET", "${m.bucket()}")`,
          `KEY = os.environ.get("AWS_ACCESS_KEY_ID", "${k.id}")`,
          `SECRET = os.environ.get("AWS_SECRET_ACCESS_KEY", "${k.secret}")`,
          `REVISION = "${m.hex(40)}"`,
          '',
          'def main():',
          '    sync(BUCKET, KEY, SECRET)',
        )
        return holding([k], 'jobs/sync.py', text)
      },
      argparse: (m) => {
        const k = m.longTerm()
        const text = lines(
          'import argparse',
          '',
          'parser = argparse.ArgumentParser(description="Copy a bucket")',
          `parser.add_argument("--bucket", default="${m.bucket()}")`,
          `parser.add_argument("--secret-key", default="${k.secret}")`,
          'parser.add_argument("--dry-run", action="store_true")',
          `parser.add_argument("--access-key", default="${k.id}")`,
          'args = parser.parse_args()',
        )
        return holding([k], 'tools/copy_bucket.py', text)
      },
    },
  },
]

const laravel = (key: string, secret: string, region: string): string =>
  lines(
    ['<?php', '', 'return [', "    'default' => env('FILESYSTEM_DISK', 'local'),", '', "    'disks' => ["],
    ["        'local' => ['driver' => 'local', 'root' => storage_path('app')],", '', "        's3' => ["],
    ["            'driver' => 's3',", `            'key' => ${key},`, `            'secret' => ${secret},`],
    [`            'region' => '${region}',`, "            'throw' => false,", '        ],', '    ],', '];'],
  )
