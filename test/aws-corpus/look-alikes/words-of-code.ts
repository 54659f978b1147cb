import { ALPHANUMERIC } from '../making/alphabets.js'
import { type Form, json, lines, silent } from '../making/draft.js'
import { awsRemark, kind } from '../making/kind.js'

/** Class names, packages, translations. */
export const wordsOfCode: readonly Form[] = [
  kind('css-classes', {
    tailwind: (m) =>
      silent(
        'Key.tsx',
        lines(
          `// ${awsRemark(m)}`,
          'export const SecretAccessKey = () => (',
          `  <div className="aws-secret-key flex items-center justify-between rounded-lg border-2 p-4 hover:bg-gray-${m.digits(3)}">`,
          '    <span>Access key ID</span>',
          '  </div>',
          ')',
        ),
      ),
    modules: (m) =>
      silent(
        'dist/app.css',
        `.secretAccessKey__${m.text(ALPHANUMERIC, 5)}{color:#${m.hex(6)}}.awsAccessKeyId_${m.text(ALPHANUMERIC, 6)}--${m.text(ALPHANUMERIC, 5)}{margin:0}.css-${m.text('abcdefghijklmnopqrstuvwxyz0123456789', 7)}{padding:${m.digits(1)}px}\n`,
      ),
  }),
  kind('java-packages', {
    imports: (m) =>
      silent(
        'src/Aws.java',
        lines(
          'package com.acme.aws.secrets;',
          '',
          'import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;',
          'import com.amazonaws.auth.profile.internal.securitytoken.STSProfileCredentialsServiceProvider;',
          'import com.amazonaws.services.securitytoken.AWSSecurityTokenServiceClientBuilder;',
          `// ${awsRemark(m)}`,
        ),
      ),
    'stack-trace': (m) =>
      silent(
        'logs/error.log',
        lines(
          `${m.date()} ${m.time()} ERROR Unable to load AWS credentials from any provider in the chain`,
          '\tat com.amazonaws.auth.AWSCredentialsProviderChain.getCredentials(AWSCredentialsProviderChain.java:136)',
          '\tat com.amazonaws.http.AmazonHttpClient$RequestExecutor.getCredentialsFromContext(AmazonHttpClient.java:1251)',
          '\tat com.amazonaws.services.s3.AmazonS3Client.getObjectMetadata(AmazonS3Client.java:1312)',
        ),
      ),
    proguard: (m) =>
      silent(
        'proguard-rules.pro',
        lines(
          `# ${awsRemark(m)}, revision ${m.hex(40)}`,
          '-keep class com.amazonaws.auth.BasicSessionCredentials { *; }',
          '-keepnames class com.amazonaws.services.securitytoken.**',
          '-dontwarn com.amazonaws.http.timers.client.ClientExecutionTimeoutException',
        ),
      ),
  }),
  kind('translations', {
    json: (m) =>
      silent(
        'locales/de.json',
        json({
          aws: {
            accessKeyId: 'Zugriffsschlüssel-ID',
            secretAccessKey: 'Geheimer Zugriffsschlüssel',
            sessionToken: 'Sitzungstoken',
            hint: `Den Schlüssel erhalten Sie von ${m.person()}, Durchwahl ${m.digits(4)}`,
          },
        }),
      ),
    properties: (m) =>
      silent(
        'messages_fr.properties',
        lines(
          'aws.accessKey=Identifiant de la clé',
          'aws.secretKey=Clé secrète de la plateforme AWS',
          `aws.help=Demandez à ${m.person()}`,
        ),
      ),
    po: (m) =>
      silent(
        'locale/es.po',
        lines(
          'msgid "Secret access key"',
          'msgstr "Clave de acceso secreta"',
          '',
          'msgid "Access key ID"',
          'msgstr "ID de la clave de acceso"',
          `# ${m.hex(40)}`,
        ),
      ),
  }),
]
