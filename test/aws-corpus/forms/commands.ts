import { type Form, holding, lines } from '../making/draft.js'
import type { Material } from '../making/material.js'
import { script } from '../making/script.js'

const history = (m: Material): readonly string[] => [
  'cd ~/work',
  `git checkout ${m.hex(40)}`,
  'npm run build',
  `ssh deploy@${m.host()}`,
  `docker pull registry.${m.host()}/app@sha256:${m.hex(64)}`,
]

/** Command lines: scripts, shell histories, notes. */
export const commands: readonly Form[] = [
  {
    name: 'curl-aws-sigv4',
    variants: {
      usual: (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'scripts/ping.sh',
          script(
            m,
            `curl --aws-sigv4 "aws:amz:${m.region()}:execute-api" \\`,
            `  --user "${k.id}:${k.secret}" \\`,
            `  https://${m.host()}/prod/health`,
          ),
          ['variable-name'],
        )
      },
      temporary: (m) => {
        const k = m.temporary()
        return holding(
          [k],
          'scripts/call.sh',
          script(
            m,
            `curl -s --aws-sigv4 'aws:amz:${m.region()}:s3' -u '${k.id}:${k.secret}' -H 'x-amz-security-token: ${k.token}' https://${m.bucket()}.s3.amazonaws.com/`,
          ),
          ['variable-name'],
        )
      },
      'user-last': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'README',
          lines(
            'To see whether the endpoint answers:',
            '',
            `    curl https://sts.amazonaws.com/?Action=GetCallerIdentity --aws-sigv4 aws:amz --user ${k.id}:${k.secret}`,
            '',
            `Ask ${m.person()} otherwise.`,
          ),
          ['variable-name'],
        )
      },
    },
  },
  {
    name: 'shell-history',
    variants: {
      bash: (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          '.bash_history',
          lines(
            history(m),
            `export AWS_ACCESS_KEY_ID=${k.id}`,
            `export AWS_SECRET_ACCESS_KEY=${k.secret}`,
            'aws s3 ls',
            history(m),
          ),
          ['quiet-surroundings'],
        )
      },
      'zsh-extended': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          '.zsh_history',
          lines(
            history(m).map((line) => `: 17${m.digits(8)}:0;${line}`),
            `: 17${m.digits(8)}:0;AWS_SECRET_ACCESS_KEY=${k.secret} AWS_ACCESS_KEY_ID=${k.id} terraform plan`,
          ),
          ['quiet-surroundings'],
        )
      },
      'configure-set': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          '.bash_history',
          lines(
            history(m),
            `aws configure set aws_access_key_id ${k.id}`,
            `aws configure set aws_secret_access_key ${k.secret} --profile ${m.word()}`,
            `aws configure set region ${m.region()}`,
            history(m),
          ),
          ['quiet-surroundings'],
        )
      },
      'configure-session': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'notes/setup.txt',
          lines(
            '$ aws configure',
            `AWS Access Key ID [None]: ${k.id}`,
            `AWS Secret Access Key [None]: ${k.secret}`,
            `Default region name [None]: ${m.region()}`,
            'Default output format [None]: json',
            '$ aws sts get-caller-identity',
          ),
        )
      },
    },
  },
  {
    name: 'inline-environment',
    variants: {
      'npm-script': (m) => {
        const k = m.longTerm()
        const scripts = {
          build: 'vite build',
          test: 'vitest run',
          deploy: `AWS_ACCESS_KEY_ID=${k.id} AWS_SECRET_ACCESS_KEY=${k.secret} node scripts/deploy.js`,
        }
        return holding(
          [k],
          'package.json',
          `${JSON.stringify({ name: m.name(), version: m.version(), scripts, dependencies: { vite: '^5.0.0' } }, null, 2)}\n`,
        )
      },
      crontab: (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'etc/cron.d/backup',
          lines(
            'SHELL=/bin/sh',
            'PATH=/usr/bin:/bin',
            `0 3 * * * root AWS_SECRET_ACCESS_KEY='${k.secret}' AWS_ACCESS_KEY_ID='${k.id}' /usr/bin/aws s3 sync /srv s3://${m.bucket()} >/dev/null`,
            `30 4 * * 0 root find /srv/tmp -mtime +${m.digits(1)} -delete`,
          ),
        )
      },
      'ssh-command': (m) => {
        const k = m.temporary()
        return holding(
          [k],
          'scripts/remote.sh',
          script(
            m,
            `ssh "$HOST" "env AWS_ACCESS_KEY_ID=${k.id} AWS_SECRET_ACCESS_KEY=${k.secret} AWS_SESSION_TOKEN=${k.token} ./run"`,
          ),
        )
      },
    },
  },
  {
    name: 'docker-build-arg',
    variants: {
      usual: (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'scripts/build.sh',
          script(
            m,
            'docker build \\',
            `  --build-arg AWS_ACCESS_KEY_ID=${k.id} \\`,
            `  --build-arg GIT_COMMIT=${m.hex(40)} \\`,
            `  --build-arg AWS_SECRET_ACCESS_KEY=${k.secret} \\`,
            `  -t ${m.name()}:${m.version()} .`,
          ),
        )
      },
      'one-line': (m) => {
        const k = m.longTerm()
        return holding(
          [k],
          'docs/run.md',
          lines(
            `# ${m.name()}`,
            '',
            'Start it locally:',
            '',
            '```sh',
            `docker run -p 8080:8080 -e AWS_REGION=${m.region()} -e AWS_ACCESS_KEY=${k.id} -e AWS_SECRET_KEY=${k.secret} app:latest`,
            '```',
            '',
            'Then open the browser.',
          ),
        )
      },
    },
  },
]
