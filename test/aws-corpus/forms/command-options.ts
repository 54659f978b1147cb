import { type Form, holding, lines } from '../making/draft.js'
import { script } from '../making/script.js'

/** Credentials as options of a program, and scripts that machines run when they start. */
export const commandOptions: readonly Form[] = [
  {
    name: 'command-options',
    variants: {
      'serverless-config': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'docs/setup.md',
          lines(
            '## Deployment',
            '',
            '1. Install the tools',
            '2. Run',
            '',
            `   serverless config credentials --provider aws --key ${k.id} --secret ${k.secret}`,
            '',
            '3. `sls deploy`',
          ),
          ['variable-name'],
        )
      },
      'terraform-var': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'bin/apply',
          script(
            m,
            `terraform apply -auto-approve -var 'access_key=${k.id}' -var 'secret_key=${k.secret}' -var 'region=${m.region()}'`,
          ),
        )
      },
      'helm-set': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'bin/install',
          script(
            m,
            `helm upgrade --install velero vmware/velero \\`,
            `  --set configuration.bucket=${m.bucket()} \\`,
            `  --set s3.secretKey=${k.secret} \\`,
            `  --set image.tag=v${m.version()} \\`,
            `  --set s3.accessKey=${k.id}`,
          ),
        )
      },
      's3cmd-options': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'bin/sync',
          script(m, `s3cmd --access_key=${k.id} --secret_key="${k.secret}" sync public/ s3://${m.bucket()}/`),
        )
      },
      'kubectl-literal': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'bin/secret',
          script(
            m,
            'kubectl create secret generic s3 \\',
            `  --from-literal=access-key=${k.id} \\`,
            `  --from-literal=secret-key='${k.secret}'`,
          ),
        )
      },
    },
  },
  {
    name: 'positional-options',
    variants: {
      'mc-alias': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'bin/mirror',
          script(
            m,
            `mc alias set s3 https://s3.amazonaws.com ${k.id} ${k.secret} --api S3v4`,
            `mc mirror data/ s3/${m.bucket()}`,
          ),
          ['variable-name'],
        )
      },
      'httpie-auth': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'bin/query',
          script(
            m,
            `http --auth-type aws4 --auth '${k.id}:${k.secret}' GET https://search-${m.name()}.${m.region()}.es.amazonaws.com/_cat/indices`,
          ),
          ['variable-name'],
        )
      },
    },
  },
  {
    name: 'user-data-script',
    variants: {
      'cloudformation-user-data': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'stack.yaml',
          lines(
            'AWSTemplateFormatVersion: "2010-09-09"',
            'Resources:',
            '  Server:',
            '    Type: AWS::EC2::Instance',
            '    Properties:',
            '      InstanceType: t3.micro',
            '      UserData:',
            '        Fn::Base64: !Sub |',
            '          #!/bin/bash',
            `          export AWS_ACCESS_KEY_ID=${k.id}`,
            `          export AWS_SECRET_ACCESS_KEY=${k.secret}`,
            `          aws s3 cp s3://${m.bucket()}/bootstrap.sh - | bash`,
          ),
        )
      },
      'cloudformation-authentication': (m) => {
        const k = m.longTerm()
        const metadata = {
          'AWS::CloudFormation::Authentication': {
            S3AccessCreds: { type: 'S3', accessKeyId: k.id, secretKey: k.secret, buckets: [m.bucket()] },
          },
        }
        return holding(
          [k],
          'template.json',
          `${JSON.stringify({ Resources: { Web: { Type: 'AWS::EC2::Instance', Metadata: metadata, Properties: { ImageId: `ami-${m.hex(17)}` } } } }, null, 4)}\n`,
        )
      },
      'cloudformation-parameter-defaults': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'template.yml',
          lines(
            'Parameters:',
            '  AwsAccessKey:',
            '    Type: String',
            '    Description: Key of the uploader',
            `    Default: ${k.id}`,
            '  AwsSecretKey:',
            '    Type: String',
            '    NoEcho: true',
            `    Default: ${k.secret}`,
            'Resources:',
            '  Bucket:',
            '    Type: AWS::S3::Bucket',
          ),
        )
      },
      'cloud-init-write-files': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'cloud-init.yml',
          lines(
            '#cloud-config',
            'packages: [awscli]',
            'write_files:',
            '  - path: /root/.aws/credentials',
            "    permissions: '0600'",
            '    content: |',
            '      [default]',
            `      aws_access_key_id = ${k.id}`,
            `      aws_secret_access_key = ${k.secret}`,
            'runcmd:',
            `  - aws s3 cp s3://${m.bucket()}/app.tgz /tmp/`,
          ),
        )
      },
    },
  },
]
