import { type Form, lines } from '../making/draft.js'
import { settingsForm } from '../making/settings-form.js'
import { codeStyle, quotedEnvStyle, xmlStyle, yamlStyle } from '../making/styles.js'

const USUAL = { id: 'AWS_ACCESS_KEY_ID', secret: 'AWS_SECRET_ACCESS_KEY', token: 'AWS_SESSION_TOKEN' }

/** Continuous integration and deployment. */
export const pipelineFiles: readonly Form[] = [
  settingsForm('github-actions-env', {
    path: '.github/workflows/deploy.yml',
    style: {
      ...yamlStyle('UPPER_SNAKE', 3, []),
      whole: (settings) =>
        lines(
          ['name: deploy', 'on: { push: { branches: [main] } }', 'jobs:', '  deploy:', '    env:'],
          settings,
          [
            '    runs-on: ubuntu-latest',
            '    steps:',
            '      - uses: actions/checkout@v4',
            '      - run: make deploy',
          ],
        ),
    },
    names: USUAL,
    layouts: ['usual', 'loud', 'far'],
  }),
  settingsForm('github-actions-with', {
    path: '.github/workflows/release.yaml',
    style: yamlStyle('kebab-case', 5, [
      'on: [push]',
      'jobs:',
      '  release:',
      '    steps:',
      '      - uses: aws-actions/configure-aws-credentials@v4',
      '        with:',
    ]),
    names: { id: 'aws-access-key-id', secret: 'aws-secret-access-key', token: 'aws-session-token' },
    layouts: ['usual', 'secret-first', 'temporary'],
  }),
  settingsForm('gitlab-ci', {
    path: '.gitlab-ci.yml',
    style: yamlStyle(
      'UPPER_SNAKE',
      1,
      ['image: python:3.12', 'stages: [build, deploy]', '', 'variables:'],
      '"',
    ),
    names: USUAL,
    layouts: ['usual', 'secret-first', 'apart', 'two-environments'],
  }),
  settingsForm('bitbucket-pipelines', {
    path: 'bitbucket-pipelines.yml',
    style: yamlStyle('UPPER_SNAKE', 6, [
      'pipelines:',
      '  default:',
      '    - step:',
      '        script:',
      '          - pipe: atlassian/aws-s3-deploy:1.1.0',
      '          variables:',
    ]),
    names: USUAL,
    layouts: ['usual', 'far'],
  }),
  settingsForm('circleci', {
    path: '.circleci/config.yml',
    style: yamlStyle('UPPER_SNAKE', 3, ['version: 2.1', 'jobs:', '  deploy:', '    environment:']),
    names: USUAL,
    layouts: ['usual', 'apart', 'temporary'],
  }),
  settingsForm('travis', {
    path: '.travis.yml',
    style: yamlStyle('lower_snake', 1, ['language: node_js', 'node_js: 20', 'deploy:', '  provider: s3']),
    names: { id: 'access_key_id', secret: 'secret_access_key' },
    layouts: ['usual', 'secret-first'],
  }),
  settingsForm('drone', {
    path: '.drone.yml',
    style: yamlStyle('lower_snake', 3, [
      'kind: pipeline',
      'steps:',
      '  - name: upload',
      '    image: plugins/s3',
      '    settings:',
    ]),
    names: { id: 'access_key', secret: 'secret_key' },
    layouts: ['usual', 'far'],
  }),
  settingsForm('azure-pipelines', {
    path: 'azure-pipelines.yml',
    style: {
      ...yamlStyle('camelCase', 1, ['trigger: [main]', 'variables:']),
      setting: (name, value) => `  - name: ${name}\n    value: ${value}`,
    },
    names: { id: 'awsAccessKeyId', secret: 'awsSecretAccessKey' },
    layouts: ['usual', 'secret-first'],
  }),
  settingsForm('jenkinsfile', {
    path: 'Jenkinsfile',
    style: codeStyle({
      casing: 'UPPER_SNAKE',
      comment: 'slashes',
      setting: (name, value) => `    ${name} = '${value}'`,
      head: ['pipeline {', '  agent any', '  environment {'],
      tail: ['  }', '  stages {', "    stage('deploy') { steps { sh 'make deploy' } }", '  }', '}'],
    }),
    names: USUAL,
    layouts: ['usual', 'far', 'temporary'],
  }),
  settingsForm('jenkins-xml', {
    path: 'jobs/deploy/config.xml',
    style: xmlStyle(
      'camelCase',
      (name, value) => `    <${name}>${value}</${name}>`,
      ['<project>', '  <builders>', '  <hudson.plugins.s3.S3Profile>'],
      ['  </hudson.plugins.s3.S3Profile>', '  </builders>', '</project>'],
    ),
    names: { id: 'accessKey', secret: 'secretKey' },
    layouts: ['usual', 'secret-first', 'apart'],
  }),
  settingsForm('buildkite-hook', {
    path: '.buildkite/hooks/environment',
    style: {
      ...quotedEnvStyle("'"),
      setting: (name, value) => `export ${name}='${value}'`,
      whole: (settings) =>
        lines('#!/bin/bash', 'if [[ "$BUILDKITE_BRANCH" == "main" ]]; then', settings, 'fi'),
    },
    names: USUAL,
    layouts: ['usual', 'loud'],
  }),
]
