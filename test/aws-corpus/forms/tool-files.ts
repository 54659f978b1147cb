import { type Form, holding, json, lines } from '../making/draft.js'
import type { Material } from '../making/material.js'

/** What API clients, browsers and notebooks save. */
export const toolFiles: readonly Form[] = [
  {
    name: 'postman-collection',
    variants: {
      usual: (m) => {
        const k = m.longTerm()
        const awsv4 = [
          { key: 'secretKey', value: k.secret, type: 'string' },
          { key: 'accessKey', value: k.id, type: 'string' },
          { key: 'region', value: m.region(), type: 'string' },
        ]
        return holding(
          [k],
          'postman/api.postman_collection.json',
          json(
            {
              info: { _postman_id: m.uuid(), name: m.name() },
              item: [{ name: 'health', request: { method: 'GET', url: `https://${m.host()}/health` } }],
              auth: { type: 'awsv4', awsv4 },
            },
            1,
          ),
        )
      },
      temporary: (m) => {
        const k = m.temporary()
        const awsv4 = [
          { key: 'sessionToken', value: k.token, type: 'string' },
          { key: 'service', value: 'execute-api', type: 'string' },
          { key: 'accessKey', value: k.id, type: 'string' },
          { key: 'secretKey', value: k.secret, type: 'string' },
        ]
        return holding(
          [k],
          'api.postman_collection.json',
          json({ info: { name: m.name() }, item: [], auth: { type: 'awsv4', awsv4 } }),
        )
      },
    },
  },
  {
    name: 'postman-environment',
    variants: {
      usual: (m) => {
        const k = m.longTerm()
        const values = [
          { key: 'baseUrl', value: `https://${m.host()}`, enabled: true },
          { key: 'aws_access_key', value: k.id, enabled: true },
          { key: 'aws_secret_key', value: k.secret, type: 'secret', enabled: true },
        ]
        return holding(
          [k],
          'prod.postman_environment.json',
          json({ id: m.uuid(), name: 'prod', values, _postman_variable_scope: 'environment' }),
        )
      },
      'value-before-key': (m) => {
        const k = m.longTerm()
        const values = [
          { enabled: true, value: k.id, key: 'AWSAccessKeyId' },
          { enabled: true, value: m.uuid(), key: 'tenantId' },
          { enabled: true, value: k.secret, key: 'AWSSecretKey' },
        ]
        return holding(
          [k],
          'postman/staging.postman_environment.json',
          json({ id: m.uuid(), name: 'staging', values }),
        )
      },
    },
  },
  {
    name: 'insomnia-export',
    variants: {
      usual: (m) => {
        const k = m.longTerm()
        const authentication = {
          type: 'iam',
          accessKeyId: k.id,
          secretAccessKey: k.secret,
          region: m.region(),
          service: 'execute-api',
        }
        return holding(
          [k],
          'insomnia.json',
          json({
            _type: 'export',
            __export_format: 4,
            resources: [
              {
                _id: `req_${m.hex(32)}`,
                parentId: `wrk_${m.hex(32)}`,
                url: `https://${m.host()}`,
                authentication,
              },
            ],
          }),
        )
      },
      bruno: (m) => {
        const k = m.temporary()
        return holding(
          [k],
          'bruno/get-orders.bru',
          lines(
            'meta {',
            '  name: get orders',
            '  type: http',
            '}',
            '',
            'get {',
            `  url: https://${m.host()}/orders`,
            '  auth: awsv4',
            '}',
            '',
            'auth:awsv4 {',
            `  accessKeyId: ${k.id}`,
            `  secretAccessKey: ${k.secret}`,
            `  sessionToken: ${k.token}`,
            '  service: execute-api',
            '}',
          ),
        )
      },
    },
  },
  {
    name: 'har',
    variants: {
      'response-body': (m) => {
        const k = m.temporary()
        const text = JSON.stringify({
          Credentials: { AccessKeyId: k.id, Expiration: 1.7e9, SecretKey: k.secret, SessionToken: k.token },
          IdentityId: `${m.region()}:${m.uuid()}`,
        })
        return holding(
          [k],
          'bugs/login.har',
          har(m, { response: { status: 200, content: { mimeType: 'application/x-amz-json-1.1', text } } }),
        )
      },
      'post-data': (m) => {
        const k = m.longTerm()
        const text = JSON.stringify({ bucket: m.bucket(), accessKey: k.id, secretKey: k.secret })
        return holding(
          [k],
          'support/session.har',
          har(m, {
            request: {
              method: 'POST',
              url: `https://${m.host()}/connections`,
              postData: { mimeType: 'application/json', text },
            },
          }),
        )
      },
    },
  },
  {
    name: 'http-file',
    variants: {
      variables: (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'requests/orders.http',
          lines(
            '@host = https://api.internal',
            `@awsAccessKey = ${k.id}`,
            `@awsSecretKey = ${k.secret}`,
            '',
            '### list',
            'GET {{host}}/orders',
            'Authorization: AWS {{awsAccessKey}} {{awsSecretKey}}',
            `X-Request-Id: ${m.uuid()}`,
          ),
        )
      },
      'authorization-literal': (m) => {
        const k = m.temporary()
        return holding(
          [k],
          'requests/call.http',
          lines(
            '### health',
            `GET https://${m.host()}/health`,
            '',
            '### invoke',
            `POST https://${m.host()}/prod/invoke`,
            `Authorization: AWS ${k.id} ${k.secret} token:${k.token} region:${m.region()} service:execute-api`,
            'Content-Type: application/json',
            '',
            '{"orderId": 17}',
          ),
          ['variable-name'],
        )
      },
    },
  },
]

const har = (m: Material, entry: object): string =>
  json({
    log: {
      version: '1.2',
      creator: { name: 'WebInspector', version: '537.36' },
      pages: [],
      entries: [
        {
          startedDateTime: `${m.date()}T${m.time()}.120Z`,
          time: 93.2,
          request: {
            method: 'POST',
            url: `https://cognito-identity.${m.region()}.amazonaws.com/`,
            headers: [{ name: 'x-amz-target', value: 'AWSCognitoIdentityService.GetCredentialsForIdentity' }],
          },
          ...entry,
        },
      ],
    },
  })
