import type { Form } from '../making/draft.js'
import { lines } from '../making/draft.js'
import { settingsForm } from '../making/settings-form.js'
import { codeStyle, envStyle, quotedEnvStyle } from '../making/styles.js'

const USUAL = { id: 'AWS_ACCESS_KEY_ID', secret: 'AWS_SECRET_ACCESS_KEY', token: 'AWS_SESSION_TOKEN' }
const LEGACY = { id: 'AWS_ACCESS_KEY', secret: 'AWS_SECRET_KEY', token: 'AWS_SECURITY_TOKEN' }

/** Environment variables as every shell and tool writes them. */
export const environmentFiles: readonly Form[] = [
  settingsForm('env-dotenv', {
    path: '.env',
    style: envStyle(),
    names: USUAL,
    layouts: [
      'usual',
      'loud',
      'secret-first',
      'far',
      'beyond',
      'temporary',
      'two-environments',
      'interleaved',
    ],
  }),
  settingsForm('env-dotenv-quoted', {
    path: 'config/.env.production',
    style: quotedEnvStyle('"'),
    names: LEGACY,
    layouts: ['usual', 'apart', 'temporary-apart'],
  }),
  settingsForm('env-dotenv-lower-case', {
    path: 'deploy/app.env',
    style: quotedEnvStyle("'"),
    names: { id: 'aws_access_key_id', secret: 'Aws_Secret_Access_Key' },
    layouts: ['usual', 'far-secret-first'],
    dropped: ['usual-casing'],
  }),
  settingsForm('env-dotenv-own-names', {
    path: '.env.local',
    style: envStyle(),
    names: { id: 'UPLOADS_S3_KEY', secret: 'UPLOADS_S3_SECRET' },
    layouts: ['usual', 'secret-first', 'far'],
  }),
  settingsForm('env-dotenv-browser', {
    path: 'web/.env',
    style: envStyle('REACT_APP_'),
    names: USUAL,
    layouts: ['usual', 'temporary'],
  }),
  settingsForm('env-sh-export', {
    path: 'scripts/deploy-env.sh',
    style: {
      ...quotedEnvStyle('"'),
      setting: (name, value) => `export ${name}="${value}"`,
      whole: (settings) => lines('#!/usr/bin/env bash', 'set -euo pipefail', '', settings, '', 'exec "$@"'),
    },
    names: { id: 'AMAZON_ACCESS_KEY_ID', secret: 'AMAZON_SECRET_ACCESS_KEY', token: 'AWS_SESSION_TOKEN' },
    layouts: ['usual', 'secret-first', 'temporary'],
  }),
  settingsForm('env-direnv', {
    path: '.envrc',
    style: {
      ...envStyle('export '),
      whole: (settings) => lines('source_up', 'use nix', '', settings, 'layout python3', 'PATH_add bin'),
    },
    names: USUAL,
    layouts: ['usual', 'far'],
  }),
  settingsForm('env-fish', {
    path: '.config/fish/conf.d/aws.fish',
    style: { ...envStyle(), setting: (name, value) => `set -gx ${name} ${value}` },
    names: USUAL,
    layouts: ['usual', 'secret-first', 'temporary-apart'],
  }),
  settingsForm('env-csh', {
    path: '.cshrc',
    style: { ...envStyle(), setting: (name, value) => `setenv ${name} '${value}'` },
    names: { id: 'EC2_ACCESS_KEY', secret: 'EC2_SECRET_KEY' },
    layouts: ['usual', 'apart'],
  }),
  settingsForm('env-powershell', {
    path: 'Deploy.ps1',
    style: codeStyle({
      casing: 'UPPER_SNAKE',
      setting: (name, value) => `$env:${name} = "${value}"`,
      head: ['[CmdletBinding()]', 'param([string] $Stage = "production")', '$ErrorActionPreference = "Stop"'],
      tail: ['& terraform init -input=false', 'if ($LASTEXITCODE -ne 0) { throw "init failed" }'],
    }),
    names: USUAL,
    layouts: ['usual', 'far', 'temporary'],
  }),
  settingsForm('env-cmd', {
    path: 'run.bat',
    style: {
      casing: 'UPPER_SNAKE',
      setting: (name, value) => `set ${name}=${value}`,
      comment: (text) => `REM ${text}`,
      whole: (settings) => lines('@echo off', settings, 'call gradlew.bat bootRun').replaceAll('\n', '\r\n'),
    },
    names: USUAL,
    layouts: ['usual', 'secret-first', 'apart'],
  }),
  settingsForm('env-setx', {
    path: 'tools/setup-machine.cmd',
    style: {
      casing: 'UPPER_SNAKE',
      setting: (name, value) => `setx ${name} "${value}" /M`,
      comment: (text) => `:: ${text}`,
      whole: (settings) => lines('@echo off', settings, 'exit /b 0').replaceAll('\n', '\r\n'),
    },
    names: USUAL,
    layouts: ['usual', 'temporary'],
  }),
  settingsForm('dockerfile-env', {
    path: 'Dockerfile',
    style: codeStyle({
      casing: 'UPPER_SNAKE',
      setting: (name, value) => `ENV ${name}=${value}`,
      head: ['FROM python:3.12-slim AS build', 'WORKDIR /app', 'COPY requirements.txt .'],
      tail: ['RUN pip install -r requirements.txt', 'COPY . .', 'CMD ["python", "-m", "app"]'],
    }),
    names: USUAL,
    layouts: ['usual', 'secret-first', 'far'],
  }),
  settingsForm('dockerfile-arg', {
    path: 'docker/Dockerfile.build',
    style: codeStyle({
      casing: 'UPPER_SNAKE',
      setting: (name, value) => `ARG ${name}="${value}"`,
      head: ['FROM node:20-alpine', 'RUN apk add --no-cache git'],
      tail: ['COPY package.json ./', 'RUN npm ci', 'ENTRYPOINT ["node", "dist/server.js"]'],
    }),
    names: USUAL,
    layouts: ['usual', 'temporary-apart'],
  }),
  settingsForm('dockerfile-env-space', {
    path: 'Dockerfile.worker',
    style: codeStyle({
      casing: 'UPPER_SNAKE',
      setting: (name, value) => `ENV ${name} ${value}`,
      head: ['FROM ruby:3.3', 'WORKDIR /srv'],
      tail: ['RUN bundle install', 'CMD ["bundle", "exec", "sidekiq"]'],
    }),
    names: USUAL,
    layouts: ['usual', 'apart'],
  }),
  settingsForm('makefile', {
    path: 'Makefile',
    style: codeStyle({
      casing: 'UPPER_SNAKE',
      setting: (name, value) => `${name} := ${value}`,
      head: ['SHELL := /bin/bash', '.PHONY: all deploy'],
      tail: ['', 'deploy:', '\taws s3 sync dist/ s3://$(S3_BUCKET)/ --delete', '', 'all: deploy'],
    }),
    names: USUAL,
    layouts: ['usual', 'secret-first', 'far'],
  }),
  settingsForm('systemd-unit', {
    path: 'etc/systemd/system/uploader.service',
    style: codeStyle({
      casing: 'UPPER_SNAKE',
      setting: (name, value) => `Environment="${name}=${value}"`,
      head: ['[Unit]', 'Description=Uploader', 'After=network-online.target', '', '[Service]', 'Type=simple'],
      tail: [
        'ExecStart=/usr/local/bin/uploader',
        'Restart=on-failure',
        '[Install]',
        'WantedBy=multi-user.target',
      ],
    }),
    names: USUAL,
    layouts: ['usual', 'apart', 'temporary'],
  }),
  settingsForm('lambda-environment-cli', {
    path: 'scripts/update-lambda.sh',
    style: {
      casing: 'UPPER_SNAKE',
      setting: (name, value) => `  -e ${name}=${value} \\`,
      whole: (settings, m) => lines('#!/bin/sh', `docker run --rm -d \\`, settings, `  ${m.name()}:latest`),
    },
    names: USUAL,
    layouts: ['usual', 'secret-first', 'far'],
  }),
]
