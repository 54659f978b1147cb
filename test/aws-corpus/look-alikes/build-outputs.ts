import { BASE64 } from '../making/alphabets.js'
import { type Form, json, lines, silent } from '../making/draft.js'
import { awsRemark, kind } from '../making/kind.js'
import type { Material } from '../making/material.js'

/** What bundlers write. */
export const buildOutputs: readonly Form[] = [
  kind('subresource-integrity', {
    html: (m) =>
      silent(
        'index.html',
        lines(
          '<!doctype html>',
          `<script src="https://sdk.amazonaws.com/js/aws-sdk-2.${m.digits(3)}.0.min.js" integrity="sha384-${m.base64(48)}" crossorigin="anonymous"></script>`,
          `<script>AWS.config.credentials = new AWS.CognitoIdentityCredentials({ IdentityPoolId: '${m.region()}:${m.uuid()}' })</script>`,
        ),
      ),
    csp: (m) =>
      silent(
        'nginx.conf',
        lines(
          'server {',
          `  add_header Content-Security-Policy "script-src 'sha256-${m.base64(32)}' 'sha256-${m.base64(32)}' https://*.amazonaws.com";`,
          '}',
        ),
      ),
  }),
  kind('source-map', {
    mappings: (m) =>
      silent(
        'dist/aws.js.map',
        json(
          {
            version: 3,
            sources: ['../src/aws.ts'],
            names: ['accessKeyId', 'secretAccessKey', 'AWS'],
            mappings: mappings(m, 400),
          },
          0,
        ),
      ),
    inline: (m) =>
      silent(
        'dist/app.js',
        lines(
          '"use strict";',
          'exports.key = (e) => e.secretAccessKey;',
          `//# sourceMappingURL=data:application/json;charset=utf-8;base64,${m.base64(1500)}`,
        ),
      ),
    'sources-content': (m) =>
      silent(
        'dist/s3.js.map',
        json(
          {
            version: 3,
            file: 's3.js',
            sourcesContent: ['const { accessKeyId, secretAccessKey } = process.env\n'],
            mappings: mappings(m, 200),
            debugId: m.uuid(),
          },
          0,
        ),
      ),
  }),
  kind('webpack-chunks', {
    'chunk-map': (m) =>
      silent(
        'dist/runtime.js',
        `(()=>{r.u=e=>"static/js/"+e+"."+{${Array.from({ length: 12 }, () => `${m.digits(3)}:"${m.hex(20)}"`).join(',')}}[e]+".chunk.js";r.miniCssF=e=>"aws."+{${m.digits(3)}:"${m.hex(40)}"}[e]+".css"})();\n`,
      ),
    'asset-manifest': (m) =>
      silent(
        'asset-manifest.json',
        json({
          files: {
            'main.js': `/static/js/main.${m.hex(8)}.js`,
            'aws.css': `/static/aws.${m.hex(40)}.css`,
            'secret-key.svg': `/static/secret-key.${m.hex(40)}.svg`,
          },
        }),
      ),
    'cdn-paths': (m) =>
      silent(
        'public/cdn.html',
        lines(
          `<!-- ${awsRemark(m)} -->`,
          Array.from(
            { length: 4 },
            () =>
              `<link href="https://d${m.hex(13)}.cloudfront.net/${m.text(BASE64.replace(/[+/]/g, ''), 22)}/site.css">`,
          ),
        ),
      ),
  }),
]

/** Base64 VLQ segments, as a source map has them. */
const mappings = (m: Material, count: number): string =>
  Array.from({ length: count }, () => m.text('ACDEGIKLMNOPQSUW', m.pick([1, 4, 5]))).join(m.pick([',', ';,']))
