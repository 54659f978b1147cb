import { DIGITS, LOWER } from '../making/alphabets.js'
import { type Form, json, lines, silent } from '../making/draft.js'
import { kind } from '../making/kind.js'
import { apiId } from '../making/other-secrets.js'

/** What stands where the keys of single AWS services stand, and is none. */
export const otherServices: readonly Form[] = [
  kind('bedrock-without-key', {
    code: (m) =>
      silent(
        'src/bedrock.py',
        lines(
          'import os',
          '',
          'token = os.environ["AWS_BEARER_TOKEN_BEDROCK"]',
          'assert token.startswith(("ABSK", "bedrock-api-key-"))',
          `MODEL = "anthropic.claude-v${m.version()}:0"`,
        ),
      ),
    env: (m) =>
      silent(
        '.env.example',
        lines(
          'AWS_BEARER_TOKEN_BEDROCK=ABSK<your key>',
          `BEDROCK_MODEL_ARN=arn:aws:bedrock:${m.region()}:${m.account()}:application-inference-profile/${m.text(`${LOWER}${DIGITS}`, 12)}`,
        ),
      ),
    documentation: (m) =>
      silent(
        'docs/bedrock.md',
        lines(
          '# API keys',
          '',
          'A long-term key begins with `ABSK`, a short-term one with `bedrock-api-key-`.',
          '',
          '    Authorization: Bearer bedrock-api-key-<key>',
          '',
          `Region: ${m.region()}`,
        ),
      ),
  }),
  kind('appsync-without-key', {
    placeholder: (m) =>
      silent(
        'src/aws-exports.example.js',
        lines(
          'export default {',
          `  aws_appsync_graphqlEndpoint: 'https://${apiId(m, 26)}.appsync-api.${m.region()}.amazonaws.com/graphql',`,
          `  aws_appsync_apiKey: '${m.pick(['da2-xxxxxxxxxxxxxxxxxxxxxxxxxx', 'da2-YOUR-API-KEY', '<da2-...>'])}',`,
          '}',
        ),
      ),
    'iam-authorization': (m) =>
      silent(
        'amplifyconfiguration.json',
        json({
          api: {
            plugins: {
              awsAPIPlugin: {
                main: {
                  endpoint: `https://${apiId(m, 26)}.appsync-api.${m.region()}.amazonaws.com/graphql`,
                  authorizationType: 'AWS_IAM',
                },
              },
            },
          },
        }),
      ),
    'other-words': (m) =>
      silent(
        'branches.txt',
        lines(
          `da2-${m.name()}-release`,
          `feature/da2-${m.digits(4)}`,
          `anaconda2-${m.version()}`,
          `panda2-${apiId(m, 26)}`,
        ),
      ),
  }),
  kind('mws-without-token', {
    code: (m) =>
      silent(
        'src/Mws.php',
        lines(
          '<?php',
          "define('MWS_AUTH_TOKEN', getenv('MWS_AUTH_TOKEN'));",
          `define('MARKETPLACE_ID', 'A1PA6795UKMFR9'); // ${m.word()}`,
          "if (strpos($token, 'amzn.mws.') !== 0) { exit(1); }",
        ),
      ),
    placeholder: (m) =>
      silent(
        'config.sample.yml',
        lines('mws:', '  auth_token: amzn.mws.xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx', `  seller: ${m.name()}`),
      ),
  }),
  kind('registry-without-password', {
    helper: (m) =>
      silent(
        '.docker/config.json',
        json({
          credHelpers: { [`${m.account()}.dkr.ecr.${m.region()}.amazonaws.com`]: 'ecr-login' },
          auths: { 'public.ecr.aws': {} },
        }),
      ),
    login: (m) =>
      silent(
        'bin/login.sh',
        lines(
          '#!/bin/sh',
          `registry=${m.account()}.dkr.ecr.${m.region()}.amazonaws.com`,
          `aws ecr get-login-password --region ${m.region()} | docker login --username AWS --password-stdin "$registry"`,
        ),
      ),
    image: (m) =>
      silent(
        'k8s/deployment.yaml',
        lines(
          'containers:',
          `  - image: ${m.account()}.dkr.ecr.${m.region()}.amazonaws.com/${m.name()}@sha256:${m.hex(64)}`,
        ),
      ),
  }),
  kind('git-remote-without-password', {
    'codecommit-https': (m) =>
      silent(
        '.gitmodules',
        lines(
          '[submodule "infra"]',
          '  path = infra',
          `  url = https://git-codecommit.${m.region()}.amazonaws.com/v1/repos/${m.name()}`,
        ),
      ),
    'codecommit-helper': (m) =>
      silent(
        '.git-config',
        lines(
          '[credential]',
          '  helper = !aws codecommit credential-helper $@',
          '  UseHttpPath = true',
          '[remote "origin"]',
          `  url = codecommit::${m.region()}://${m.name()}`,
        ),
      ),
    'codecommit-ssh': (m) =>
      silent(
        '.ssh/config',
        lines(
          `Host git-codecommit.*.amazonaws.com`,
          `  User APKA${m.text('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}`,
          '  IdentityFile ~/.ssh/codecommit_rsa',
        ),
      ),
  }),
  kind('smtp-without-password', {
    env: (m) =>
      silent(
        '.env.mail',
        lines(
          `MAIL_HOST=email-smtp.${m.region()}.amazonaws.com`,
          'MAIL_PORT=587',
          `MAIL_FROM=no-reply@${m.host()}`,
          `BUILD=${m.hex(40)}`,
          `MAIL_USERNAME=\${SES_USER}`,
          `MAIL_PASSWORD=\${SES_PASSWORD}`,
        ),
      ),
    yaml: (m) =>
      silent(
        'alertmanager.yml',
        lines(
          'global:',
          `  smtp_smarthost: email-smtp.${m.region()}.amazonaws.com:587`,
          '  smtp_auth_username_file: /run/secrets/ses-user',
          '  smtp_auth_password_file: /run/secrets/ses-password',
        ),
      ),
    'digest-beside': (m) =>
      silent(
        'mail/lock.yaml',
        lines(
          `host: email-smtp.${m.region()}.amazonaws.com`,
          `template_sha256: sha256-${m.base64(32)}`,
          `image: relay@sha256:${m.hex(64)}`,
        ),
      ),
  }),
  kind('kubeconfig-without-token', {
    exec: (m) =>
      silent(
        '.kube/config',
        lines(
          'clusters:',
          '- cluster:',
          `    certificate-authority-data: ${Buffer.from(`-----BEGIN CERTIFICATE-----\n${m.base64(700)}\n-----END CERTIFICATE-----\n`).toString('base64')}`,
          `    server: https://${m.hex(32).toUpperCase()}.gr7.${m.region()}.eks.amazonaws.com`,
          'users:',
          '- user:',
          '    exec:',
          '      command: aws',
          `      args: [eks, get-token, --cluster-name, ${m.name()}]`,
        ),
      ),
    code: (m) =>
      silent(
        'pkg/token.go',
        lines(
          'package token',
          '',
          `// ${m.name()} ${m.hex(40)}`,
          'const v1Prefix = "k8s-aws-v1."',
          'func verify(token string) bool { return strings.HasPrefix(token, v1Prefix) }',
        ),
      ),
  }),
  kind('session-token-without-value', {
    code: (m) =>
      silent(
        'src/token.js',
        lines(
          `// ${m.name()}`,
          "const HEADS = ['IQoJb3JpZ2luX2Vj', 'FwoGZXIvYXdz']",
          'export const isToken = (text) => HEADS.some((head) => text.startsWith(head))',
        ),
      ),
    documentation: () =>
      silent(
        'docs/sts.md',
        lines(
          '```json',
          '{',
          '  "SessionToken": "AQoEXAMPLEH4aoAH0gNCAPyJxz4BlCFFxWNE1OPTgk5TthT+FvwqnKwRcOIfrRh3c/LTo6UDdyJwOOvEVPvLXCrrrUtdnniCEXAMPLE/IvU1dYUg2RVAJBanLiHb4IgRmpRV3zrkuWJOgQs8IZZaIv2BXIa2R4Olgk"',
          '}',
          '```',
        ),
      ),
    header: (m) =>
      silent(
        'nginx.conf',
        lines(
          'location / {',
          '  proxy_set_header X-Amz-Security-Token $aws_token;',
          `  proxy_set_header X-Request-Id ${m.uuid()};`,
          '}',
        ),
      ),
  }),
]
