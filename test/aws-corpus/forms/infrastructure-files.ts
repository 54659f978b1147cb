import type { Form } from '../making/draft.js'
import { settingsForm } from '../making/settings-form.js'
import { codeStyle, hclStyle, jsonStyle, nameValueJsonStyle, yamlStyle } from '../making/styles.js'

const USUAL = { id: 'AWS_ACCESS_KEY_ID', secret: 'AWS_SECRET_ACCESS_KEY', token: 'AWS_SESSION_TOKEN' }

/** Infrastructure as code and what runs containers. */
export const infrastructureFiles: readonly Form[] = [
  settingsForm('terraform-provider', {
    path: 'main.tf',
    style: hclStyle(
      ['terraform {', '  required_version = ">= 1.6"', '}', '', 'provider "aws" {'],
      ['}', '', 'resource "aws_s3_bucket" "assets" {', '  bucket = var.bucket', '}'],
    ),
    names: { id: 'access_key', secret: 'secret_key', token: 'token' },
    layouts: ['usual', 'secret-first', 'far', 'temporary'],
  }),
  settingsForm('terraform-backend', {
    path: 'backend.tf',
    style: hclStyle(['terraform {', '  backend "s3" {', '  key = "state/terraform.tfstate"'], ['  }', '}']),
    names: { id: 'access_key', secret: 'secret_key', token: 'token' },
    layouts: ['usual', 'apart'],
  }),
  settingsForm('terraform-tfvars', {
    path: 'production.tfvars',
    style: codeStyle({
      casing: 'lower_snake',
      setting: (name, value) => `${name.padEnd(22)} = "${value}"`,
      head: ['# production'],
      tail: ['availability_zones     = ["a", "b"]'],
    }),
    names: { id: 'aws_access_key', secret: 'aws_secret_key', token: 'aws_session_token' },
    layouts: ['usual', 'far-secret-first', 'beyond', 'two-environments'],
  }),
  settingsForm('hcl-nomad', {
    path: 'jobs/exporter.nomad.hcl',
    style: hclStyle(
      ['job "exporter" {', '  group "app" {', '  task "run" {', '  env {'],
      ['  }', '  }', '  }', '}'],
    ),
    names: USUAL,
    layouts: ['usual', 'loud'],
  }),
  settingsForm('packer-json', {
    path: 'image.json',
    style: jsonStyle('lower_snake', 'variables'),
    names: { id: 'access_key', secret: 'secret_key', token: 'token' },
    layouts: ['usual', 'secret-first', 'temporary'],
  }),
  settingsForm('cdk-context', {
    path: 'cdk.json',
    style: jsonStyle('camelCase', 'context'),
    names: { id: 'awsAccessKeyId', secret: 'awsSecretAccessKey' },
    layouts: ['usual', 'far'],
  }),
  settingsForm('serverless', {
    path: 'serverless.yml',
    style: yamlStyle('UPPER_SNAKE', 2, [
      'service: orders',
      'provider:',
      '  name: aws',
      '  runtime: nodejs20.x',
      '  environment:',
    ]),
    names: { id: 'S3_ACCESS_KEY_ID', secret: 'S3_SECRET_ACCESS_KEY' },
    layouts: ['usual', 'secret-first', 'far'],
  }),
  settingsForm('sam-samconfig', {
    path: 'env.json',
    style: jsonStyle('UPPER_SNAKE', 'UploadFunction'),
    names: USUAL,
    layouts: ['usual', 'temporary'],
  }),
  settingsForm('ansible', {
    path: 'group_vars/all.yml',
    style: yamlStyle('lower_snake', 0, ['---'], '"'),
    names: { id: 'ec2_access_key', secret: 'ec2_secret_key', token: 'security_token' },
    layouts: ['usual', 'far', 'temporary'],
  }),
  settingsForm('ansible-task', {
    path: 'roles/s3/tasks/main.yml',
    style: yamlStyle('lower_snake', 2, [
      '- name: Upload the bundle',
      '  amazon.aws.s3_object:',
      '    mode: put',
    ]),
    names: { id: 'aws_access_key', secret: 'aws_secret_key' },
    layouts: ['usual', 'apart'],
  }),
  settingsForm('chef', {
    path: 'attributes/default.rb',
    style: codeStyle({
      casing: 'lower_snake',
      setting: (name, value) => `default['backup']['${name}'] = '${value}'`,
      head: ["default['backup']['enabled'] = true"],
      tail: ["default['backup']['paths'] = %w(/etc /srv)"],
    }),
    names: { id: 'aws_access_key_id', secret: 'aws_secret_access_key' },
    layouts: ['usual', 'secret-first', 'far'],
  }),
  settingsForm('chef-knife', {
    path: '.chef/knife.rb',
    style: codeStyle({
      casing: 'lower_snake',
      setting: (name, value) => `knife[:${name}] = "${value}"`,
      head: ['current_dir = File.dirname(__FILE__)', 'node_name "deployer"'],
      tail: ['cookbook_path ["#{current_dir}/../cookbooks"]'],
    }),
    names: { id: 'aws_access_key_id', secret: 'aws_secret_access_key' },
    layouts: ['usual', 'apart'],
  }),
  settingsForm('puppet', {
    path: 'manifests/backup.pp',
    style: codeStyle({
      casing: 'lower_snake',
      setting: (name, value) => `    ${name} => '${value}',`,
      head: ['class profile::backup {', "  class { 'duplicity':"],
      tail: ['  }', '}'],
    }),
    names: { id: 'aws_access_key', secret: 'aws_secret_key' },
    layouts: ['usual', 'secret-first', 'far'],
  }),
  settingsForm('salt-cloud', {
    path: 'salt/cloud.providers.d/ec2.conf',
    style: yamlStyle('lower_snake', 1, ['ec2-prod:', '  driver: ec2'], "'"),
    names: { id: 'id', secret: 'key' },
    layouts: ['usual', 'secret-first'],
    dropped: ['variable-name'],
  }),
  settingsForm('pulumi-config', {
    path: 'Pulumi.prod.yaml',
    style: yamlStyle('camelCase', 1, ['config:', '  aws:region: eu-west-1']),
    names: { id: 'aws:accessKey', secret: 'aws:secretKey' },
    layouts: ['usual', 'apart'],
  }),
  settingsForm('helm-values', {
    path: 'charts/app/values.yaml',
    style: yamlStyle('camelCase', 1, ['replicaCount: 2', 'image:', '  repository: app', 's3:']),
    names: { id: 'accessKey', secret: 'secretKey', token: 'sessionToken' },
    layouts: ['usual', 'loud', 'secret-first', 'far'],
  }),
  settingsForm('kubernetes-string-data', {
    path: 'k8s/secret.yaml',
    style: yamlStyle('kebab-case', 1, [
      'apiVersion: v1',
      'kind: Secret',
      'metadata:',
      '  name: s3',
      'stringData:',
    ]),
    names: { id: 'access-key', secret: 'secret-key' },
    layouts: ['usual', 'secret-first', 'apart'],
  }),
  settingsForm('kubernetes-config-map', {
    path: 'k8s/configmap.yaml',
    style: yamlStyle(
      'UPPER_SNAKE',
      1,
      ['apiVersion: v1', 'kind: ConfigMap', 'metadata:', '  name: app', 'data:'],
      '"',
    ),
    names: USUAL,
    layouts: ['usual', 'far', 'temporary'],
  }),
  settingsForm('kubernetes-deployment-env', {
    path: 'k8s/deployment.yaml',
    style: {
      ...yamlStyle('UPPER_SNAKE', 6, [
        'apiVersion: apps/v1',
        'kind: Deployment',
        'spec:',
        '  template:',
        '    spec:',
        '      containers:',
        '        - name: app',
        '          env:',
      ]),
      setting: (name, value) => `            - name: ${name}\n              value: "${value}"`,
    },
    names: USUAL,
    layouts: ['usual', 'secret-first', 'temporary'],
  }),
  settingsForm('compose-list', {
    path: 'docker-compose.yml',
    style: {
      ...yamlStyle('UPPER_SNAKE', 3, [
        'services:',
        '  worker:',
        '    image: worker:latest',
        '    environment:',
      ]),
      setting: (name, value) => `      - ${name}=${value}`,
    },
    names: USUAL,
    layouts: ['usual', 'secret-first', 'far', 'two-environments'],
  }),
  settingsForm('compose-map', {
    path: 'compose.yaml',
    style: yamlStyle('UPPER_SNAKE', 3, ['services:', '  api:', '    build: .', '    environment:'], "'"),
    names: { id: 'MINIO_ACCESS_KEY', secret: 'MINIO_SECRET_KEY' },
    layouts: ['usual', 'apart'],
  }),
  settingsForm('ecs-task-definition', {
    path: 'task-definition.json',
    style: nameValueJsonStyle(
      'name',
      'value',
      [
        '{',
        '  "family": "worker",',
        '  "containerDefinitions": [{',
        '    "name": "worker",',
        '    "cpu": 256,',
        '    "environment": [',
      ],
      ['    ]', '  }]', '}'],
    ),
    names: USUAL,
    layouts: ['usual', 'secret-first', 'far', 'temporary'],
  }),
]
