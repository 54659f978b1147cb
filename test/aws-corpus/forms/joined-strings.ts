import { type Form, holding, lines } from '../making/draft.js'
import { pieces } from '../making/hiding.js'
import type { Material } from '../making/material.js'

/** How a language writes one string in several pieces. */
interface Joining {
  readonly form: string
  readonly path: string
  readonly head: readonly string[]
  /** An assignment of the pieces to a name. */
  readonly assign: (name: string, parts: readonly string[]) => readonly string[]
  readonly names: readonly [id: string, secret: string]
  readonly tail: readonly string[]
}

const quoted = (part: string): string => `"${part}"`

const over = (before: string, parts: readonly string[], between: string, after: string): readonly string[] =>
  `${before}${parts.map(quoted).join(between)}${after}`.split('\n')

const JOININGS: readonly Joining[] = [
  {
    form: 'joined-javascript',
    path: 'src/aws.js',
    head: ['import { S3Client } from "@aws-sdk/client-s3"', ''],
    assign: (name, parts) => over(`const ${name} = `, parts, ' +\n  ', ';'),
    names: ['accessKeyId', 'secretAccessKey'],
    tail: ['export default new S3Client({ credentials: { accessKeyId, secretAccessKey } })'],
  },
  {
    form: 'joined-python',
    path: 'app/keys.py',
    head: ['"""Keys of the uploader."""', ''],
    assign: (name, parts) => over(`${name} = (\n    `, parts, '\n    ', '\n)'),
    names: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
    tail: ['', 'def keys():', '    return AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY'],
  },
  {
    form: 'joined-python-plus',
    path: 'jobs/load.py',
    head: ['import boto3', ''],
    assign: (name, parts) => over(`${name} = `, parts, ' + ', ''),
    names: ['access_key', 'secret_key'],
    tail: ['s3 = boto3.client("s3", aws_access_key_id=access_key, aws_secret_access_key=secret_key)'],
  },
  {
    form: 'joined-php',
    path: 'inc/aws.php',
    head: ['<?php', 'use Aws\\S3\\S3Client;'],
    assign: (name, parts) => over(`$${name} = `, parts, '\n    . ', ';'),
    names: ['awsKey', 'awsSecret'],
    tail: ["$client = new S3Client(['credentials' => ['key' => $awsKey, 'secret' => $awsSecret]]);"],
  },
  {
    form: 'joined-java',
    path: 'src/Keys.java',
    head: ['package com.acme;', '', 'final class Keys {'],
    assign: (name, parts) => over(`    static final String ${name} = `, parts, '\n        + ', ';'),
    names: ['ACCESS_KEY', 'SECRET_KEY'],
    tail: ['}'],
  },
  {
    form: 'joined-c',
    path: 'src/keys.c',
    head: ['#include "keys.h"', ''],
    assign: (name, parts) => over(`const char *${name} =\n    `, parts, '\n    ', ';'),
    names: ['aws_access_key', 'aws_secret_key'],
    tail: ['', 'int keys_loaded(void) { return 1; }'],
  },
  {
    form: 'joined-visual-basic',
    path: 'Module1.bas',
    head: ['Option Explicit', ''],
    assign: (name, parts) => over(`Public Const ${name} As String = `, parts, ' & _\r\n    ', ''),
    names: ['AwsAccessKey', 'AwsSecretKey'],
    tail: ['', 'Sub Upload()', 'End Sub'],
  },
  {
    form: 'joined-perl',
    path: 'bin/push.pl',
    head: ['use strict;'],
    assign: (name, parts) => over(`my $${name} = `, parts, ' . ', ';'),
    names: ['access_key', 'secret_key'],
    tail: ['push_all($access_key, $secret_key);'],
  },
  {
    form: 'joined-ruby',
    path: 'lib/keys.rb',
    head: ['# frozen_string_literal: true', ''],
    assign: (name, parts) => over(`${name} = `, parts, ' \\\n  ', ''),
    names: ['ACCESS_KEY_ID', 'SECRET_ACCESS_KEY'],
    tail: ['Aws.config[:credentials] = Aws::Credentials.new(ACCESS_KEY_ID, SECRET_ACCESS_KEY)'],
  },
  {
    form: 'joined-lua',
    path: 'conf/keys.lua',
    head: ['local M = {}'],
    assign: (name, parts) => over(`M.${name} = `, parts, ' .. ', ''),
    names: ['access_key', 'secret_key'],
    tail: ['return M'],
  },
  {
    form: 'joined-shell',
    path: 'bin/env.sh',
    head: ['#!/bin/sh', '# keys in two halves'],
    assign: (name, parts) => over(`export ${name}=`, parts, '', ''),
    names: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
    tail: ['exec "$@"'],
  },
  {
    form: 'joined-array',
    path: 'web/keys.js',
    head: ["'use strict';"],
    assign: (name, parts) => over(`var ${name} = [`, parts, ', ', '].join("");'),
    names: ['awsAccessKey', 'awsSecretKey'],
    tail: ['module.exports = { awsAccessKey, awsSecretKey };'],
  },
]

const joinedForm = ({ form, path, head, assign, names: [id, secret], tail }: Joining): Form => {
  const text = (m: Material, idParts: readonly string[], secretParts: readonly string[]): string =>
    lines(
      head,
      assign('bucketName', [m.bucket()]),
      assign(id, idParts),
      assign('buildRevision', [m.hex(20), m.hex(20)]),
      assign(secret, secretParts),
      tail,
    )
  return {
    name: form,
    variants: {
      both: (m) => {
        const k = m.longTerm()
        const idParts = [k.id.slice(0, 4), k.id.slice(4)]
        return holding([k], path, text(m, idParts, pieces(m, k.secret, m.between(2, 4))), ['one-piece'])
      },
      'secret-only': (m) => {
        const k = m.longTerm()
        return holding([k], path, text(m, [k.id], pieces(m, k.secret, 2)), ['one-piece'])
      },
    },
  }
}

export const joinedStrings: readonly Form[] = [
  ...JOININGS.map(joinedForm),
  {
    name: 'folded-yaml',
    variants: {
      'double-quoted-continuation': (m) => {
        const k = m.longTerm()
        const [first, second] = pieces(m, k.secret, 2)
        return holding(
          [k],
          'values.yaml',
          lines(
            'image: app',
            's3:',
            `  bucket: ${m.bucket()}`,
            `  accessKey: "${k.id}"`,
            `  secretKey: "${first}\\`,
            `    ${second}"`,
            '  retries: 2',
          ),
          ['one-piece'],
        )
      },
      'folded-block': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'config.yaml',
          lines(
            'aws:',
            '  access_key_id: >-',
            `    ${k.id}`,
            '  secret_access_key: >-',
            `    ${k.secret}`,
            `  region: ${m.region()}`,
            `  revision: ${m.hex(40)}`,
          ),
        )
      },
      'literal-block': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'ci.yml',
          lines(
            'steps:',
            '  - run: |',
            '      mkdir -p ~/.aws',
            `      echo "[default]" > ~/.aws/credentials`,
            `      echo "aws_access_key_id=${k.id}" >> ~/.aws/credentials`,
            `      echo "aws_secret_access_key=${k.secret}" >> ~/.aws/credentials`,
            '  - run: make deploy',
          ),
        )
      },
    },
  },
  {
    name: 'folded-continuation',
    variants: {
      'shell-backslash': (m) => {
        const k = m.longTerm()
        const [first, second] = pieces(m, k.secret, 2)
        return holding(
          [k],
          'bin/deploy.sh',
          lines(
            '#!/bin/sh',
            `export AWS_ACCESS_KEY_ID=${k.id}`,
            `export AWS_SECRET_ACCESS_KEY=${first}\\`,
            `${second}`,
            `export S3_BUCKET=${m.bucket()}`,
            'make deploy',
          ),
          ['one-piece'],
        )
      },
      'properties-backslash': (m) => {
        const k = m.longTerm()
        const [first, second] = pieces(m, k.secret, 2)
        return holding(
          [k],
          'conf/app.properties',
          lines(
            `bucket=${m.bucket()}`,
            `aws.accessKeyId=${k.id}`,
            `aws.secretKey=${first}\\`,
            `    ${second}`,
            'timeout=30',
          ),
          ['one-piece'],
        )
      },
    },
  },
]
