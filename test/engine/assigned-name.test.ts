import { describe, expect, it } from 'vitest'
import { assignedName, normalisedName } from '../../src/engine/assigned-name.js'

/** `@` marks where the value begins. */
const nameIn = (text: string): string => assignedName(text.replace('@', 'V'), text.indexOf('@'))

describe('the name a value is assigned to', () => {
  it.each([
    ['dotenv', 'AWS_SECRET_ACCESS_KEY=@', 'AWS_SECRET_ACCESS_KEY'],
    ['dotenv, quoted', 'AWS_SECRET_ACCESS_KEY="@"', 'AWS_SECRET_ACCESS_KEY'],
    ['shell export', "export AWS_SECRET='@'", 'AWS_SECRET'],
    ['INI with blanks', 'aws_secret_access_key = @', 'aws_secret_access_key'],
    ['JSON', '{"SecretAccessKey": "@"}', 'SecretAccessKey'],
    ['JSON in a JSON string', '{\\"SecretAccessKey\\": \\"@\\"}', 'SecretAccessKey'],
    ['JSON in a JSON string in a JSON string', '\\\\\\"SecretAccessKey\\\\\\":\\\\\\"@', 'SecretAccessKey'],
    ['YAML', 'secret_key: @', 'secret_key'],
    ['YAML, value on the next line', 'secret_key:\n    @', 'secret_key'],
    ['JavaScript object', 'secretAccessKey: `@`', 'secretAccessKey'],
    ['Go short assignment', 'secret := "@"', 'secret'],
    ['Ruby and PHP hash', "'secret' => '@'", 'secret'],
    ['Ruby symbol', ":secret_access_key => '@'", 'secret_access_key'],
    ['a Python bytes literal', 'secret = b"@"', 'secret'],
    ['subscript', "os.environ['AWS_SECRET_ACCESS_KEY'] = '@'", 'AWS_SECRET_ACCESS_KEY'],
    ['property', 'config.awsSecret = "@"', 'config.awsSecret'],
    ['Hadoop property in code', 'conf.set("fs.s3a.secret.key", "@")', 'fs.s3a.secret.key'],
    ['PHP define', "define('DBI_AWS_SECRET_ACCESS_KEY', '@');", 'DBI_AWS_SECRET_ACCESS_KEY'],
    ['XML element', '<secretKey>@</secretKey>', 'secretKey'],
    ['Android string', '<string name="aws_secret">@</string>', 'aws_secret'],
    ['.NET setting', '<add key="AWSSecretKey" value="@"/>', 'AWSSecretKey'],
    ['Hadoop site file', '<name>fs.s3a.secret.key</name>\n  <value>@</value>', 'fs.s3a.secret.key'],
    ['plist', '<key>secret</key>\n<string>@</string>', 'secret'],
    ['ECS environment', '{"name": "AWS_SECRET_ACCESS_KEY", "value": "@"}', 'AWS_SECRET_ACCESS_KEY'],
    ['Kubernetes environment', '- name: AWS_SECRET_ACCESS_KEY\n  value: @', 'AWS_SECRET_ACCESS_KEY'],
    ['compose list', '- AWS_SECRET_ACCESS_KEY=@', 'AWS_SECRET_ACCESS_KEY'],
    ['Dockerfile with a blank', 'FROM x\nENV AWS_SECRET_ACCESS_KEY @', 'AWS_SECRET_ACCESS_KEY'],
    ['fish', 'set -gx AWS_SECRET_ACCESS_KEY @', 'AWS_SECRET_ACCESS_KEY'],
    ['Windows', 'setx AWS_SECRET_ACCESS_KEY @', 'AWS_SECRET_ACCESS_KEY'],
    ['PowerShell', '$env:AWS_SECRET_ACCESS_KEY = "@"', '$env:AWS_SECRET_ACCESS_KEY'],
    ['command line', 'serverless config credentials --secret @', 'secret'],
    ['Java property', '-Daws.secretKey=@', 'Daws.secretKey'],
    ['positional', 'new BasicAWSCredentials("AKIAIOSFODNN7EXAMPLE", "@")', ''],
    ['CSV', 'AKIA,@', ''],
    ['a sentence', 'the secret is @', ''],
  ])('%s', (_situation, text, name) => {
    expect(nameIn(text)).toBe(name)
  })

  it('compares names without case and separators', () => {
    expect(normalisedName('$env:AWS_SECRET-access.key')).toBe('envawssecretaccesskey')
  })
})
