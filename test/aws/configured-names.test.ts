import { describe, expect, it } from 'vitest'
import { accessKeyId, secretAccessKey, sessionToken } from '../support/credentials.js'
import { detected } from '../support/detect.js'

/** `I` stands for the id, `S` for the secret, each as a word. */
const id = accessKeyId('names')
const secret = secretAccessKey('names')
const temporary = accessKeyId('names', 'ASIA')
const token = sessionToken('names')
const filled = (text: string, key = id): string =>
  text.replace(/\bI\b/g, key).replace(/\bS\b/g, secret).replace(/\bT\b/g, token)

/** Ecosystem by ecosystem, as their own documentation writes it (AWS SDKs and tools reference guide, and theirs). */
const PAIRS: readonly (readonly [string, string])[] = [
  ['boto 2', '[Credentials]\naws_access_key_id = I\naws_secret_access_key = S'],
  ['s3fs for Python', 's3fs.S3FileSystem(key="I", secret="S")'],
  ['pandas', "storage_options={'key': 'I', 'secret': 'S'}"],
  ['polars', 'storage_options={"access_key_id": "I", "secret_access_key": "S"}'],
  ['JavaScript, browser', "AWS.config.update({ accessKeyId: 'I', secretAccessKey: 'S' })"],
  ['Java 1 system properties', '-Daws.accessKeyId=I -Daws.secretKey=S'],
  ['Java 2 system properties', 'aws.accessKeyId=I\naws.secretAccessKey=S'],
  ['Spring Cloud', 'cloud.aws.credentials.access-key=I\ncloud.aws.credentials.secret-key=S'],
  [
    'Spring Cloud, YAML',
    'spring:\n  cloud:\n    aws:\n      credentials:\n        accessKey: I\n        secretKey: S',
  ],
  ['Go 2', 'credentials.NewStaticCredentialsProvider("I", "S", "")'],
  ['Ruby', "Aws::S3::Client.new(access_key_id: 'I', secret_access_key: 'S')"],
  ['Rails storage.yml', 'amazon:\n  service: S3\n  access_key_id: I\n  secret_access_key: S'],
  ['fog', "aws_access_key_id: 'I',\naws_secret_access_key: 'S'"],
  ['PHP', "'credentials' => ['key' => 'I', 'secret' => 'S']"],
  ['Laravel', "'key' => env('AWS_ACCESS_KEY_ID', 'I'),\n'secret' => env('AWS_SECRET_ACCESS_KEY', 'S'),"],
  [
    'WordPress, offload media',
    "define( 'AS3CF_SETTINGS', serialize( array(\n 'access-key-id' => 'I',\n 'secret-access-key' => 'S',\n) ) );",
  ],
  ['WordPress, older', "define('DBI_AWS_ACCESS_KEY_ID', 'I');\ndefine('DBI_AWS_SECRET_ACCESS_KEY', 'S');"],
  ['.NET App.config', '<add key="AWSAccessKey" value="I" />\n<add key="AWSSecretKey" value="S" />'],
  ['.NET appsettings', '"AWS": {\n "AccessKey": "I",\n "SecretKey": "S"\n}'],
  ['Rust', 'Credentials::new("I", "S", None, None, "x")'],
  ['C++', 'Aws::Auth::AWSCredentials("I", "S")'],
  ['Swift', 'accessKeyId = "I"\nsecretAccessKey = "S"'],
  ['R, environment', 'Sys.setenv("AWS_ACCESS_KEY_ID" = "I", "AWS_SECRET_ACCESS_KEY" = "S")'],
  ['R, arguments', 'aws.s3::get_object("x", key = "I", secret = "S")'],
  ['Django storages', "AWS_S3_ACCESS_KEY_ID = 'I'\nAWS_S3_SECRET_ACCESS_KEY = 'S'"],
  ['Django SES', "AWS_SES_ACCESS_KEY_ID = 'I'\nAWS_SES_SECRET_ACCESS_KEY = 'S'"],
  ['Terraform backend', 'backend "s3" {\n access_key = "I"\n secret_key = "S"\n}'],
  [
    'Terraform state',
    '"type": "aws_iam_access_key",\n"attributes": {\n "id": "I",\n "secret": "S",\n "user": "ci"\n}',
  ],
  ['Pulumi', 'config:\n  aws:accessKey: I\n  aws:secretKey: S'],
  ['Packer', '"access_key": "I",\n"secret_key": "S"'],
  ['CloudFormation', 'AWS::CloudFormation::Authentication:\n  s3:\n    accessKeyId: I\n    secretKey: S'],
  ['Serverless framework', 'serverless config credentials --provider aws --key I --secret S'],
  ['Ansible', 'aws_access_key: I\naws_secret_key: S'],
  ['Ansible, older', 'ec2_access_key: I\nec2_secret_key: S'],
  ['knife', "knife[:aws_access_key_id] = 'I'\nknife[:aws_secret_access_key] = 'S'"],
  ['Salt', 'my-ec2:\n  driver: ec2\n  id: I\n  key: S'],
  ['Salt module', 's3.keyid: I\ns3.key: S'],
  ['Salt state', 'boto_s3_bucket.present:\n  - keyid: I\n  - key: S'],
  ['Puppet', "aws_access_key => 'I',\naws_secret_key => 'S',"],
  ['Hadoop S3A', 'fs.s3a.access.key=I\nfs.s3a.secret.key=S'],
  ['Hadoop S3N', 'fs.s3n.awsAccessKeyId=I\nfs.s3n.awsSecretAccessKey=S'],
  ['Spark', '--conf spark.hadoop.fs.s3a.access.key=I --conf spark.hadoop.fs.s3a.secret.key=S'],
  ['Hadoop URL', 's3a://I:S@bucket/path'],
  ['Hive', 'hive.s3.aws-access-key=I\nhive.s3.aws-secret-key=S'],
  ['Trino', 's3.aws-access-key=I\ns3.aws-secret-key=S'],
  ['Redshift, options', "ACCESS_KEY_ID 'I'\nSECRET_ACCESS_KEY 'S'"],
  ['Athena JDBC', 'jdbc:awsathena://AwsRegion=eu-west-1;UID=I;PWD=S;'],
  ['Athena JDBC, newer', 'jdbc:athena://Region=eu-west-1;User=I;Password=S;'],
  ['Redshift JDBC', 'jdbc:redshift:iam://x:eu-west-1/dev?AccessKeyID=I&SecretAccessKey=S'],
  ['Snowflake', "CREDENTIALS=(AWS_KEY_ID='I' AWS_SECRET_KEY='S')"],
  ['ClickHouse', "SELECT * FROM s3('https://b.s3.amazonaws.com/x.csv', 'I', 'S')"],
  ['DuckDB', "SET s3_access_key_id='I';\nSET s3_secret_access_key='S';"],
  ['DuckDB secret', "CREATE SECRET (TYPE s3, KEY_ID 'I', SECRET 'S', REGION 'eu-west-1');"],
  ['Elasticsearch', 's3.client.default.access_key: I\ns3.client.default.secret_key: S'],
  ['Logstash', 's3 {\n access_key_id => "I"\n secret_access_key => "S"\n}'],
  ['Fluentd', '<match>\n  @type s3\n  aws_key_id I\n  aws_sec_key S\n</match>'],
  ['Kafka Connect', 'aws.access.key.id=I\naws.secret.access.key=S'],
  ['rclone', '[s3]\ntype = s3\naccess_key_id = I\nsecret_access_key = S'],
  ['s3fs-fuse', 'my-bucket:I:S'],
  ['pgBackRest', 'repo1-s3-key=I\nrepo1-s3-key-secret=S'],
  ['WAL-G', 'export AWS_ACCESS_KEY_ID=I\nexport AWS_SECRET_ACCESS_KEY=S'],
  ['Docker registry', 'storage:\n  s3:\n    accesskey: I\n    secretkey: S'],
  ['Docker registry, environment', 'REGISTRY_STORAGE_S3_ACCESSKEY=I\nREGISTRY_STORAGE_S3_SECRETKEY=S'],
  ['Helm', 's3:\n  accessKey: I\n  secretKey: S'],
  ['GitHub Actions', 'aws-access-key-id: I\naws-secret-access-key: S'],
  ['Jenkins', '<accessKey>I</accessKey>\n<secretKey>S</secretKey>'],
  ['Postman', '"awsv4": [\n {"key": "accessKey", "value": "I"},\n {"key": "secretKey", "value": "S"}\n]'],
  ['HTTPie', 'http --auth-type aws4 --auth I:S s3.amazonaws.com'],
  ['Jupyter', '"source": ["key = \\"I\\"\\n", "secret = \\"S\\"\\n"]'],
  ['Android strings', '<string name="aws_access_key">I</string>\n<string name="aws_secret_key">S</string>'],
  ['plist', '<key>AccessKey</key><string>I</string>\n<key>SecretKey</key><string>S</string>'],
  ['compose list', '- AWS_ACCESS_KEY_ID=I\n- AWS_SECRET_ACCESS_KEY=S'],
  ['cmd', 'set AWS_ACCESS_KEY_ID=I\nset AWS_SECRET_ACCESS_KEY=S'],
  ['setx', 'setx AWS_ACCESS_KEY_ID I\nsetx AWS_SECRET_ACCESS_KEY S'],
  ['docker run', 'docker run -e AWS_ACCESS_KEY_ID=I -e AWS_SECRET_ACCESS_KEY=S x'],
  ['docker build', '--build-arg AWS_ACCESS_KEY_ID=I --build-arg AWS_SECRET_ACCESS_KEY=S'],
  ['Makefile', 'AWS_ACCESS_KEY_ID := I\nAWS_SECRET_ACCESS_KEY := S'],
  ['systemd', 'Environment=AWS_ACCESS_KEY_ID=I\nEnvironment=AWS_SECRET_ACCESS_KEY=S'],
  ['fish', 'set -x AWS_ACCESS_KEY_ID I\nset -x AWS_SECRET_ACCESS_KEY S'],
]

describe('a pair under the names of an ecosystem', () => {
  it.each(PAIRS)('%s', (_ecosystem, text) => {
    expect(detected(filled(`${text}\n`))).toEqual([{ rule: 'aws-access-key', id, secret }])
  })

  it.each([
    ['AWS_KEY_ID=I', 'AWS_SECRET_KEY=S'],
    ['aws_key_id I', 'aws_sec_key S'],
    ['repo1-s3-key=I', 'repo1-s3-key-secret=S'],
    ['s3.aws-access-key=I', 's3.aws-secret-key=S'],
    ['hive.s3.aws-access-key=I', 'hive.s3.aws-secret-key=S'],
    ['fs.s3a.access.key=I', 'fs.s3a.secret.key=S'],
    ['fs.s3n.awsAccessKeyId=I', 'fs.s3n.awsSecretAccessKey=S'],
    ['aws.access.key.id=I', 'aws.secret.access.key=S'],
    ['awsAccessKey = "I"', 'awsSecretKey = "S"'],
    ['aws_access_key: I', 'aws_secret_key: S'],
    ['ec2_access_key: I', 'ec2_secret_key: S'],
    ['REGISTRY_STORAGE_S3_ACCESSKEY=I', 'REGISTRY_STORAGE_S3_SECRETKEY=S'],
    ['s3.client.default.access_key: I', 's3.client.default.secret_key: S'],
    ['s3_access_key_id=I', 's3_secret_access_key=S'],
    ['AWS_SES_ACCESS_KEY_ID=I', 'AWS_SES_SECRET_ACCESS_KEY=S'],
    ['s3.keyid: I', 's3.key: S'],
  ])('%s, and thirty lines further down %s', (idLine, secretLine) => {
    const between = Array.from({ length: 30 }, (_, line) => `line ${line}`).join('\n')
    expect(detected(filled(`${idLine}\n${between}\n${secretLine}\n`))).toEqual([
      { rule: 'aws-access-key', id, secret },
    ])
  })
})

describe('a secret alone under a name that only AWS has', () => {
  it.each([
    'AWS_SECRET_KEY=S',
    'AMAZON_SECRET_ACCESS_KEY=S',
    'EC2_SECRET_KEY=S',
    'S3_SECRET_ACCESS_KEY=S',
    'S3_SECRET_KEY=S',
    'S3_SECRET=S',
    'TF_VAR_aws_secret_access_key=S',
    'VITE_AWS_SECRET_ACCESS_KEY=S',
    'NEXT_PUBLIC_AWS_SECRET_KEY=S',
    'aws_sec_key S',
    'repo1-s3-key-secret=S',
    'awsSecretKey: "S"',
    's3.aws-secret-key=S',
    'hive.s3.aws-secret-key=S',
    'fs.s3a.secret.key=S',
    'fs.s3n.awsSecretAccessKey=S',
    "AWS_SECRET_KEY='S'",
    'aws:secretKey: S',
    'REGISTRY_STORAGE_S3_SECRETKEY=S',
    'aws.secret.access.key=S',
    '<add key="AWSSecretKey" value="S" />',
    's3.client.default.secret_key: S',
    'AWS_SES_SECRET_ACCESS_KEY = "S"',
    'DBI_AWS_SECRET_ACCESS_KEY=S',
    'ec2_secret_key: S',
    "knife[:aws_secret_access_key] = 'S'",
    'SecretAccessKey=S;',
    's3.key: S',
  ])('%s', (text) => {
    expect(detected(filled(text))).toEqual([{ rule: 'aws-secret-access-key', secret }])
  })
})

describe('a triple under the names of an ecosystem', () => {
  it.each([
    ['boto3', 'aws_access_key_id="I", aws_secret_access_key="S", aws_session_token="T"'],
    ['IMDS', '{"AccessKeyId": "I", "SecretAccessKey": "S", "Token": "T"}'],
    ['fsspec', "key='I', secret='S', token='T'"],
    ['legacy environment', 'AWS_ACCESS_KEY_ID=I\nAWS_SECRET_ACCESS_KEY=S\nAWS_SECURITY_TOKEN=T'],
    ['Hadoop', 'fs.s3a.access.key=I\nfs.s3a.secret.key=S\nfs.s3a.session.token=T'],
    ['Ansible', 'aws_access_key: I\naws_secret_key: S\nsecurity_token: T'],
    ['Redshift', "CREDENTIALS 'aws_access_key_id=I;aws_secret_access_key=S;token=T'"],
    ['Snowflake', "AWS_KEY_ID='I' AWS_SECRET_KEY='S' AWS_TOKEN='T'"],
    ['s3cmd', '[default]\naccess_key = I\nsecret_key = S\naccess_token = T'],
  ])('%s', (_ecosystem, text) => {
    expect(detected(filled(`${text}\n`, temporary))).toEqual([
      { rule: 'aws-access-key', id: temporary, secret, token },
    ])
  })
})
