import { DIGITS, UPPER } from '../making/alphabets.js'
import { type Form, json, lines, silent } from '../making/draft.js'
import { awsRemark, kind } from '../making/kind.js'

/** What AWS services answer and log: request numbers, ETags, code hashes. */
export const serviceAnswers: readonly Form[] = [
  kind('request-id-log', {
    's3-access-log': (m) =>
      silent(
        'logs/s3-access.log',
        lines(
          Array.from(
            { length: 4 },
            () =>
              `${m.hex(64)} ${m.bucket()} [${m.date()}] 10.0.0.3 arn:aws:iam::${m.account()}:user/${m.person()} ${m.text(`${UPPER}${DIGITS}`, 16)} REST.GET.OBJECT ${m.word()}.zip "GET /x HTTP/1.1" 200 - ${m.base64(57)} SigV4 AuthHeader`,
          ),
        ),
      ),
    headers: (m) =>
      silent(
        'debug/response.txt',
        lines(
          'HTTP/1.1 200 OK',
          `x-amz-id-2: ${m.base64(56)}`,
          `x-amz-request-id: ${m.text(`${UPPER}${DIGITS}`, 16)}`,
          `x-amz-version-id: ${m.text('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._', 32)}`,
          `ETag: "${m.hex(32)}"`,
        ),
      ),
    'error-xml': (m) =>
      silent(
        'debug/error.xml',
        lines(
          '<Error>',
          '  <Code>AccessDenied</Code>',
          '  <Message>Access Denied</Message>',
          `  <RequestId>${m.text(`${UPPER}${DIGITS}`, 16)}</RequestId>`,
          `  <HostId>${m.base64(57)}</HostId>`,
          '</Error>',
        ),
      ),
    boto: (m) =>
      silent(
        'logs/boto.log',
        lines(
          `ERROR botocore.exceptions.ClientError: An error occurred (SignatureDoesNotMatch): ${awsRemark(m)}`,
          `{'RequestId': '${m.uuid()}', 'HostId': '${m.base64(57)}', 'HTTPStatusCode': 403}`,
        ),
      ),
  }),
  kind('etag', {
    listing: (m) =>
      silent(
        'listing.json',
        json({
          Contents: Array.from({ length: 5 }, () => ({
            Key: `${m.word()}/${m.word()}.csv`,
            ETag: `"${m.hex(32)}"`,
            Size: Number(m.digits(5)),
            ChecksumSHA1: m.base64(20),
            ChecksumSHA256: m.base64(32),
          })),
        }),
      ),
    multipart: (m) =>
      silent(
        'upload.json',
        json({
          UploadId: m.text('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-', 128),
          Parts: [{ PartNumber: 1, ETag: `"${m.hex(32)}-${m.digits(1)}"` }],
        }),
      ),
  }),
  kind('lambda-code-hash', {
    'function-configuration': (m) =>
      silent(
        'function.json',
        json(
          {
            FunctionName: m.name(),
            FunctionArn: `arn:aws:lambda:${m.region()}:${m.account()}:function:${m.name()}`,
            CodeSha256: m.base64(32),
            RevisionId: m.uuid(),
            Environment: { Variables: { AWS_STAGE: 'prod' } },
          },
          4,
        ),
      ),
    'terraform-output': (m) =>
      silent(
        'plan.txt',
        lines(
          '  # aws_lambda_function.app will be updated in-place',
          `  ~ source_code_hash = "${m.base64(32)}" -> "${m.base64(32)}"`,
          `  ~ layer_hash       = "${m.base64(32)}"`,
          `    role             = "arn:aws:iam::${m.account()}:role/${m.name()}"`,
        ),
      ),
    'layer-lock': (m) =>
      silent(
        'layers.lock',
        lines(
          `# ${awsRemark(m)}`,
          Array.from({ length: 4 }, () => `${m.name()}=${m.base64(32)}`),
        ),
      ),
  }),
]
