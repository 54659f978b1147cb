import type { Draft } from '../case-model.js'
import { type Form, json, leaking, lines } from '../making/draft.js'
import type { Material } from '../making/material.js'
import {
  apiId,
  appSyncApiKey,
  bedrockApiKey,
  bedrockShortTermKey,
  eksToken,
  mwsAuthToken,
} from '../making/other-secrets.js'

/** Variants in which one secret of one rule stands. */
const secretOf =
  (ruleId: string, make: (m: Material) => string) =>
  (path: string, write: (m: Material, secret: string) => string) =>
  (m: Material): Draft => {
    const secret = make(m)
    return leaking([{ ruleId, secret }], path, write(m, secret))
  }

const bedrock = secretOf('aws-bedrock-api-key', (m) => bedrockApiKey(m))
const bedrockOfUser = secretOf('aws-bedrock-api-key', (m) => bedrockApiKey(m, m.person()))
const shortTerm = secretOf('aws-bedrock-short-term-api-key', bedrockShortTermKey)
const appSync = secretOf('aws-appsync-api-key', appSyncApiKey)
const mws = secretOf('amazon-mws-auth-token', mwsAuthToken)
const eks = secretOf('aws-eks-token', eksToken)

/** Keys that open something by themselves, with a prefix of their own. */
export const bearerKeys: readonly Form[] = [
  {
    name: 'bedrock-api-key',
    variants: {
      env: bedrock('.env', (m, key) =>
        lines(
          `AWS_REGION=${m.region()}`,
          `AWS_BEARER_TOKEN_BEDROCK=${key}`,
          `MODEL_ID=anthropic.claude-${m.version()}`,
          'LOG_LEVEL=info',
        ),
      ),
      'python-environ': bedrockOfUser('agents/run.py', (m, key) =>
        lines(
          'import os',
          'import boto3',
          '',
          `os.environ["AWS_BEARER_TOKEN_BEDROCK"] = "${key}"`,
          `client = boto3.client("bedrock-runtime", region_name="${m.region()}")`,
        ),
      ),
      'authorization-header': bedrock('requests/converse.http', (m, key) =>
        lines(
          `POST https://bedrock-runtime.${m.region()}.amazonaws.com/model/x/converse`,
          'Content-Type: application/json',
          `Authorization: Bearer ${key}`,
          '',
          '{"messages": []}',
        ),
      ),
      'json-settings': bedrock('.vscode/settings.json', (m, key) =>
        json({
          'editor.tabSize': 2,
          'assistant.provider': 'bedrock',
          'assistant.apiKey': key,
          'assistant.region': m.region(),
        }),
      ),
    },
  },
  {
    name: 'bedrock-short-term-api-key',
    variants: {
      export: shortTerm('bin/env.sh', (m, key) =>
        lines('#!/bin/sh', `# until ${m.date()}`, `export AWS_BEARER_TOKEN_BEDROCK="${key}"`, './chat'),
      ),
      'curl-header': shortTerm('notes.md', (m, key) =>
        lines(
          `# ${m.name()}`,
          '',
          '```sh',
          `curl -H "Authorization: Bearer ${key}" https://bedrock-runtime.${m.region()}.amazonaws.com/`,
          '```',
        ),
      ),
      yaml: shortTerm('litellm.yaml', (m, key) =>
        lines(
          'model_list:',
          '  - model_name: claude',
          '    litellm_params:',
          '      model: bedrock/converse',
          `      api_key: ${key}`,
          `      aws_region_name: ${m.region()}`,
        ),
      ),
    },
  },
  {
    name: 'appsync-api-key',
    variants: {
      'aws-exports': appSync('src/aws-exports.js', (m, key) =>
        lines(
          '/* eslint-disable */',
          'const awsmobile = {',
          `    "aws_project_region": "${m.region()}",`,
          `    "aws_appsync_graphqlEndpoint": "https://${apiId(m, 26)}.appsync-api.${m.region()}.amazonaws.com/graphql",`,
          '    "aws_appsync_authenticationType": "API_KEY",',
          `    "aws_appsync_apiKey": "${key}"`,
          '};',
          'export default awsmobile;',
        ),
      ),
      'amplify-ios': appSync('ios/amplifyconfiguration.json', (m, key) =>
        json(
          {
            api: {
              plugins: {
                awsAPIPlugin: {
                  [m.word()]: {
                    endpointType: 'GraphQL',
                    region: m.region(),
                    authorizationType: 'API_KEY',
                    apiKey: key,
                  },
                },
              },
            },
          },
          4,
        ),
      ),
      curl: appSync('bin/query', (m, key) =>
        lines(
          '#!/bin/sh',
          `curl -H 'x-api-key: ${key}' -H 'Content-Type: application/graphql' \\`,
          `  -d '{"query":"{ listOrders { id } }"}' https://${apiId(m, 26)}.appsync-api.${m.region()}.amazonaws.com/graphql`,
        ),
      ),
      env: appSync('.env.production', (m, key) =>
        lines(
          `NEXT_PUBLIC_REGION=${m.region()}`,
          `NEXT_PUBLIC_APPSYNC_API_KEY=${key}`,
          'NEXT_TELEMETRY_DISABLED=1',
        ),
      ),
    },
  },
  {
    name: 'mws-auth-token',
    variants: {
      php: mws('config.inc.php', (m, token) =>
        lines(
          '<?php',
          `define('MERCHANT_ID', 'A${m.text('ABCDEFGHJKLMNPQRSTUVWXYZ0123456789', 13)}');`,
          `define('MWS_AUTH_TOKEN', '${token}');`,
          "define('APPLICATION_NAME', 'sync');",
        ),
      ),
      yaml: mws('config/marketplaces.yml', (m, token) =>
        lines(
          'marketplaces:',
          '  de:',
          '    id: A1PA6795UKMFR9',
          `    mws_auth_token: ${token}`,
          `    queue: ${m.name()}`,
        ),
      ),
      'request-log': mws('logs/mws.log', (m, token) =>
        lines(
          `${m.date()} ${m.time()} POST /Orders/2013-09-01`,
          `Action=ListOrders&MWSAuthToken=${token}&SellerId=A${m.digits(12)}&Version=2013-09-01`,
        ),
      ),
    },
  },
  {
    name: 'eks-token',
    variants: {
      kubeconfig: eks('.kube/config', (m, token) =>
        lines(
          'apiVersion: v1',
          'kind: Config',
          'clusters:',
          `- name: ${m.name()}`,
          '  cluster:',
          `    server: https://${m.hex(32).toUpperCase()}.gr7.${m.region()}.eks.amazonaws.com`,
          'users:',
          '- name: deployer',
          '  user:',
          `    token: ${token}`,
        ),
      ),
      'exec-credential': eks('tmp/token.json', (m, token) =>
        json(
          {
            kind: 'ExecCredential',
            apiVersion: 'client.authentication.k8s.io/v1beta1',
            spec: {},
            status: { expirationTimestamp: `${m.date()}T${m.time()}Z`, token },
          },
          0,
        ),
      ),
      'curl-header': eks('notes/api.md', (m, token) =>
        lines(
          'Ask the cluster:',
          '',
          `    curl -k -H "Authorization: Bearer ${token}" https://${m.host()}/api/v1/pods`,
          '',
          `(${m.person()})`,
        ),
      ),
    },
  },
]
