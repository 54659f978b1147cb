import { type Form, holding, lines } from '../making/draft.js'
import type { Material } from '../making/material.js'

/** Pages, bundles, patches, comments. */
export const pagesAndPatches: readonly Form[] = [
  {
    name: 'html-page',
    variants: {
      phpinfo: (m) => {
        const k = m.longTerm()
        const row = (name: string, value: string): string =>
          `<tr><td class="e">${name} </td><td class="v">${value} </td></tr>`
        return holding(
          [k],
          'public/info.html',
          lines(
            '<!DOCTYPE html><html><body><h2>Environment</h2><table>',
            row('HOSTNAME', m.hex(12)),
            row('AWS_ACCESS_KEY_ID', k.id),
            row('PHP_SHA256', m.hex(64)),
            row('AWS_SECRET_ACCESS_KEY', k.secret),
            '</table></body></html>',
          ),
        )
      },
      wiki: (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'wiki/uploader.html',
          lines(
            '<html><head><title>Uploader</title></head><body>',
            '<p>Keys of the <b>uploader</b>:</p>',
            `<ul><li>Access key: <code>${k.id}</code></li>`,
            `<li>Secret key: <code>${k.secret}</code></li></ul>`,
            `<p>Last change ${m.date()}</p>`,
            '</body></html>',
          ),
        )
      },
      'meta-and-data-attributes': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'public/upload.html',
          lines(
            '<form id="upload">',
            `  <input type="hidden" name="aws_access_key" value="${k.id}">`,
            `  <input type="hidden" name="aws_secret_key" value="${k.secret}">`,
            `  <input type="hidden" name="bucket" value="${m.bucket()}">`,
            '  <input type="file">',
            '</form>',
          ),
        )
      },
    },
  },
  {
    name: 'javascript-bundle',
    variants: {
      minified: (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          `dist/main.${m.hex(8)}.js`,
          bundle(
            m,
            `t.S3Client({region:"${m.region()}",credentials:{accessKeyId:"${k.id}",secretAccessKey:"${k.secret}"}})`,
          ),
        )
      },
      'process-env-inlined': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          `build/static/js/main.${m.hex(8)}.chunk.js`,
          bundle(
            m,
            `t.env={NODE_ENV:"production",REACT_APP_AWS_SECRET_ACCESS_KEY:"${k.secret}",REACT_APP_BUILD:"${m.hex(40)}",REACT_APP_AWS_ACCESS_KEY_ID:"${k.id}"}`,
          ),
        )
      },
    },
  },
  {
    name: 'patch',
    variants: {
      added: (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'patches/0001-add-uploads.patch',
          lines(
            `From ${m.hex(40)} Mon Sep 17 00:00:00 2001`,
            'Subject: [PATCH] Add uploads',
            '',
            'diff --git a/config.py b/config.py',
            `index ${m.hex(7)}..${m.hex(7)} 100644`,
            '--- a/config.py',
            '+++ b/config.py',
            '@@ -1,3 +1,5 @@',
            ' DEBUG = False',
            `+AWS_ACCESS_KEY_ID = "${k.id}"`,
            `+AWS_SECRET_ACCESS_KEY = "${k.secret}"`,
            ` BUCKET = "${m.bucket()}"`,
          ),
        )
      },
      removed: (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'fix.diff',
          lines(
            '--- a/.env',
            '+++ b/.env',
            '@@ -4,6 +4,6 @@',
            ' PORT=8080',
            `-AWS_ACCESS_KEY_ID=${k.id}`,
            `-AWS_SECRET_ACCESS_KEY=${k.secret}`,
            '+AWS_ACCESS_KEY_ID=',
            '+AWS_SECRET_ACCESS_KEY=',
            ` REGION=${m.region()}`,
          ),
        )
      },
    },
  },
  {
    name: 'commented-out',
    variants: {
      'python-comment': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'app/aws.py',
          lines(
            'import boto3',
            '',
            '# for local runs:',
            `#   aws_access_key_id="${k.id}",`,
            `#   aws_secret_access_key="${k.secret}",`,
            'client = boto3.client("s3")',
            '',
            'def names():',
            '    return [b["Name"] for b in client.list_buckets()["Buckets"]]',
          ),
        )
      },
      'block-comment': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'src/aws.js',
          lines(
            '/*',
            ' * Old configuration, kept for reference:',
            ' *',
            ` *   key:    ${k.id}`,
            ` *   secret: ${k.secret}`,
            ' */',
            "module.exports = require('./from-env')",
          ),
        )
      },
    },
  },
]

const bundle = (m: Material, inner: string): string =>
  `!function(e){var n={};function r(t){return n[t]||(n[t]={i:t,l:!1,exports:{}})}r.p="/",r(r.s=${m.digits(3)})}({${m.digits(3)}:function(e,t,n){"use strict";Object.defineProperty(t,"__esModule",{value:!0});${inner};t.chunk={${m.digits(2)}:"${m.hex(20)}",${m.digits(2)}:"${m.hex(20)}"};e.exports=t}});\n//# sourceMappingURL=main.js.map\n`
