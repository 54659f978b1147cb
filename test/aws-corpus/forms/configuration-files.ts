import { type Form, lines } from '../making/draft.js'
import { settingsForm } from '../making/settings-form.js'
import { codeStyle, iniStyle, jsonStyle, propertiesStyle, xmlStyle, yamlStyle } from '../making/styles.js'

const property = (name: string, value: string): string =>
  `  <property>\n    <name>${name}</name>\n    <value>${value}</value>\n  </property>`

/** Configuration files of programs and data tools that take AWS keys by name. */
export const configurationFiles: readonly Form[] = [
  settingsForm('boto-cfg', {
    path: '.boto',
    style: iniStyle('Credentials'),
    names: { id: 'aws_access_key_id', secret: 'aws_secret_access_key' },
    layouts: ['usual', 'secret-first', 'far'],
  }),
  settingsForm('s3cmd', {
    path: '.s3cfg',
    style: iniStyle('default'),
    names: { id: 'access_key', secret: 'secret_key', token: 'access_token' },
    layouts: ['usual', 'far', 'beyond', 'temporary-apart'],
  }),
  settingsForm('rclone', {
    path: '.config/rclone/rclone.conf',
    style: iniStyle('offsite'),
    names: { id: 'access_key_id', secret: 'secret_access_key', token: 'session_token' },
    layouts: ['usual', 'secret-first', 'temporary'],
  }),
  settingsForm('dvc', {
    path: '.dvc/config.local',
    style: iniStyle(`'remote "storage"'`),
    names: { id: 'access_key_id', secret: 'secret_access_key' },
    layouts: ['usual', 'apart'],
  }),
  settingsForm('ini-own-names', {
    path: 'app.ini',
    style: iniStyle('s3', '='),
    names: { id: 'key', secret: 'secret' },
    layouts: ['usual', 'secret-first', 'apart'],
  }),
  settingsForm('pgbackrest', {
    path: 'etc/pgbackrest/pgbackrest.conf',
    style: { ...iniStyle('global', '='), casing: 'kebab-case', comment: (text) => `# ${text}` },
    names: { id: 'repo1-s3-key', secret: 'repo1-s3-key-secret' },
    layouts: ['usual', 'far'],
  }),
  settingsForm('toml', {
    path: 'config.toml',
    style: codeStyle({
      casing: 'lower_snake',
      setting: (name, value) => `${name} = "${value}"`,
      head: ['title = "exporter"', '', '[sink.s3]', 'type = "aws_s3"'],
      tail: ['', '[sink.s3.encoding]', 'codec = "json"'],
    }),
    names: { id: 'access_key_id', secret: 'secret_access_key', token: 'session_token' },
    layouts: ['usual', 'loud', 'far-secret-first', 'temporary'],
  }),
  settingsForm('spark-properties', {
    path: 'conf/spark-defaults.conf',
    style: propertiesStyle(' '),
    names: {
      id: 'spark.hadoop.fs.s3a.access.key',
      secret: 'spark.hadoop.fs.s3a.secret.key',
      token: 'spark.hadoop.fs.s3a.session.token',
    },
    layouts: ['usual', 'apart', 'temporary'],
  }),
  settingsForm('hadoop-xml', {
    path: 'etc/hadoop/core-site.xml',
    style: xmlStyle('dotted', property, ['<configuration>'], ['</configuration>']),
    names: { id: 'fs.s3a.access.key', secret: 'fs.s3a.secret.key', token: 'fs.s3a.session.token' },
    layouts: ['usual', 'secret-first', 'temporary'],
  }),
  settingsForm('hadoop-xml-s3n', {
    path: 'conf/hive-site.xml',
    style: xmlStyle('dotted', property, ['<configuration>'], ['</configuration>']),
    names: { id: 'fs.s3n.awsAccessKeyId', secret: 'fs.s3n.awsSecretAccessKey' },
    layouts: ['usual', 'apart'],
  }),
  settingsForm('trino-catalog', {
    path: 'etc/catalog/hive.properties',
    style: { ...propertiesStyle(), casing: 'kebab-case' },
    names: { id: 'hive.s3.aws-access-key', secret: 'hive.s3.aws-secret-key' },
    layouts: ['usual', 'far'],
  }),
  settingsForm('kafka-connect-properties', {
    path: 'config/s3-sink.properties',
    style: propertiesStyle(),
    names: { id: 'aws.access.key.id', secret: 'aws.secret.access.key' },
    layouts: ['usual', 'secret-first', 'far'],
  }),
  settingsForm('kafka-connect-json', {
    path: 'connectors/s3-sink.json',
    style: jsonStyle('dotted', 'config'),
    names: { id: 'aws.access.key.id', secret: 'aws.secret.access.key' },
    layouts: ['usual', 'apart', 'beyond'],
  }),
  settingsForm('logstash', {
    path: 'pipeline/logstash.conf',
    style: codeStyle({
      casing: 'lower_snake',
      setting: (name, value) => `    ${name} => "${value}"`,
      head: ['input { beats { port => 5044 } }', '', 'output {', '  s3 {'],
      tail: ['    codec => "json_lines"', '  }', '}'],
    }),
    names: { id: 'access_key_id', secret: 'secret_access_key', token: 'session_token' },
    layouts: ['usual', 'far', 'temporary'],
  }),
  settingsForm('fluentd', {
    path: 'fluent.conf',
    style: codeStyle({
      casing: 'lower_snake',
      setting: (name, value) => `  ${name} ${value}`,
      head: ['<source>', '  @type forward', '</source>', '', '<match app.**>', '  @type s3'],
      tail: ['  path logs/', '  <buffer tag,time>', '    timekey 3600', '  </buffer>', '</match>'],
    }),
    names: { id: 'aws_key_id', secret: 'aws_sec_key' },
    layouts: ['usual', 'secret-first', 'apart'],
  }),
  settingsForm('elasticsearch-keystore-script', {
    path: 'elasticsearch.yml',
    style: {
      ...yamlStyle('dotted', 0, ['cluster.name: logs', 'node.name: node-1']),
    },
    names: { id: 's3.client.default.access_key', secret: 's3.client.default.secret_key' },
    layouts: ['usual', 'far'],
  }),
  settingsForm('spring-properties', {
    path: 'src/main/resources/application.properties',
    style: { ...propertiesStyle(), casing: 'dotted' },
    names: { id: 'cloud.aws.credentials.access-key', secret: 'cloud.aws.credentials.secret-key' },
    layouts: ['usual', 'secret-first', 'far', 'interleaved'],
  }),
  settingsForm('spring-yaml', {
    path: 'src/main/resources/application.yml',
    style: yamlStyle('kebab-case', 3, ['spring:', '  cloud:', '    aws:']),
    names: { id: 'access-key', secret: 'secret-key', token: 'session-token' },
    layouts: ['usual', 'apart', 'temporary'],
  }),
  settingsForm('docker-registry-yaml', {
    path: 'registry/config.yml',
    style: yamlStyle('lower_snake', 2, ['version: 0.1', 'storage:', '  s3:']),
    names: { id: 'accesskey', secret: 'secretkey' },
    layouts: ['usual', 'secret-first'],
  }),
  settingsForm('dotnet-appsettings', {
    path: 'src/Api/appsettings.json',
    style: jsonStyle('PascalCase', 'AWS'),
    names: { id: 'AccessKey', secret: 'SecretKey', token: 'SessionToken' },
    layouts: ['usual', 'far', 'temporary'],
  }),
  settingsForm('dotnet-app-config', {
    path: 'Worker/App.config',
    style: xmlStyle(
      'PascalCase',
      (name, value) => `    <add key="${name}" value="${value}" />`,
      ['<configuration>', '  <appSettings>'],
      ['  </appSettings>', '</configuration>'],
    ),
    names: { id: 'AWSAccessKey', secret: 'AWSSecretKey' },
    layouts: ['usual', 'secret-first', 'apart'],
  }),
  settingsForm('android-strings-xml', {
    path: 'app/src/main/res/values/keys.xml',
    style: xmlStyle(
      'lower_snake',
      (name, value) => `    <string name="${name}">${value}</string>`,
      ['<resources>'],
      ['</resources>'],
    ),
    names: { id: 'aws_access_key', secret: 'aws_secret_key' },
    layouts: ['usual', 'far'],
  }),
  settingsForm('plist', {
    path: 'ios/App/Config.plist',
    style: xmlStyle(
      'PascalCase',
      (name, value) => `\t<key>${name}</key>\n\t<string>${value}</string>`,
      [
        '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "PropertyList-1.0.dtd">',
        '<plist version="1.0">',
        '<dict>',
      ],
      ['</dict>', '</plist>'],
    ),
    names: { id: 'AWSAccessKeyID', secret: 'AWSSecretAccessKey' },
    layouts: ['usual', 'secret-first', 'apart'],
  }),
  settingsForm('rails-storage-yaml', {
    path: 'config/storage.yml',
    style: {
      ...yamlStyle('lower_snake', 1, ['test:', '  service: Disk', '', 'amazon:', '  service: S3']),
      whole: (settings) => lines('local:', '  service: Disk', '', 'amazon:', '  service: S3', settings),
    },
    names: { id: 'access_key_id', secret: 'secret_access_key' },
    layouts: ['usual', 'secret-first', 'far'],
  }),
]
