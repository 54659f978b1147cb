import type { Draft, Property } from '../case-model.js'
import { type Form, json, leaking, lines } from '../making/draft.js'
import type { Material } from '../making/material.js'
import { codeCommitCredential, ecrAuth, sesSmtpPassword } from '../making/other-secrets.js'

interface Smtp {
  readonly user: string
  readonly password: string
  readonly host: string
}

/** An SMTP password with its user name, which is an access key ID, beside it. */
const smtp =
  (path: string, write: (m: Material, of: Smtp) => string) =>
  (m: Material): Draft => {
    const [k, region] = [m.longTerm(), m.region()]
    const of = {
      user: k.id,
      password: sesSmtpPassword(k, region),
      host: `email-smtp.${region}.amazonaws.com`,
    }
    return leaking(
      [{ ruleId: 'aws-ses-smtp-password', id: of.user, secret: of.password }],
      path,
      write(m, of),
    )
  }

const smtpAlone =
  (path: string, write: (m: Material, of: Smtp) => string) =>
  (m: Material): Draft => {
    const [k, region] = [m.longTerm(), m.region()]
    const of = { user: '', password: sesSmtpPassword(k, region), host: `email-smtp.${region}.amazonaws.com` }
    return leaking([{ ruleId: 'aws-ses-smtp-password', secret: of.password }], path, write(m, of))
  }

interface GitCredential {
  readonly user: string
  readonly password: string
}

const codeCommit =
  (path: string, write: (m: Material, of: GitCredential) => string, dropped: readonly Property[] = []) =>
  (m: Material): Draft => {
    const of = codeCommitCredential(m)
    return leaking([{ ruleId: 'aws-codecommit-password', secret: of.password }], path, write(m, of), dropped)
  }

const ecr =
  (path: string, write: (m: Material, auth: string, registry: string) => string) =>
  (m: Material): Draft => {
    const auth = ecrAuth(m)
    const registry = `${m.account()}.dkr.ecr.${m.region()}.amazonaws.com`
    return leaking([{ ruleId: 'aws-ecr-password', secret: auth }], path, write(m, auth, registry))
  }

const repository = (m: Material): string => `git-codecommit.${m.region()}.amazonaws.com/v1/repos/${m.name()}`

/** Passwords that AWS makes for one service. */
export const servicePasswords: readonly Form[] = [
  {
    name: 'ses-smtp-password',
    variants: {
      'laravel-env': smtp('.env', (m, { user, password, host }) =>
        lines(
          'APP_ENV=production',
          'MAIL_MAILER=smtp',
          `MAIL_HOST=${host}`,
          'MAIL_PORT=587',
          `MAIL_USERNAME=${user}`,
          `MAIL_PASSWORD=${password}`,
          'MAIL_ENCRYPTION=tls',
          `MAIL_FROM_ADDRESS=no-reply@${m.host()}`,
        ),
      ),
      'console-csv': smtp('ses-smtp-credentials.csv', (m, { user, password }) =>
        lines(
          'IAM User Name,Smtp Username,Smtp Password',
          `"ses-smtp-user.${m.date().replaceAll('-', '')}",${user},${password}`,
        ),
      ),
      'django-settings': smtp('site/settings.py', (m, { user, password, host }) =>
        lines(
          'DEBUG = False',
          `EMAIL_HOST = "${host}"`,
          'EMAIL_PORT = 465',
          'EMAIL_USE_SSL = True',
          `EMAIL_HOST_PASSWORD = "${password}"`,
          `DEFAULT_FROM_EMAIL = "no-reply@${m.host()}"`,
          `EMAIL_HOST_USER = "${user}"`,
        ),
      ),
      'rails-initializer': smtp('config/environments/production.rb', (m, { user, password, host }) =>
        lines(
          'Rails.application.configure do',
          '  config.action_mailer.smtp_settings = {',
          `    address: '${host}',`,
          '    port: 587,',
          `    user_name: '${user}',`,
          `    password: '${password}',`,
          '    authentication: :login',
          '  }',
          `  config.action_mailer.default_url_options = { host: '${m.host()}' }`,
          'end',
        ),
      ),
      postfix: smtp('etc/postfix/sasl_passwd', (_, { user, password, host }) =>
        lines('# relay', `[${host}]:587 ${user}:${password}`),
      ),
      'password-alone': smtpAlone('config/mail.yml', (m, { password, host }) =>
        lines(
          'mail:',
          `  host: ${host}`,
          '  port: 587',
          `  user: \${SES_SMTP_USER}`,
          `  password: ${password}`,
          `  from: no-reply@${m.host()}`,
        ),
      ),
      'grafana-alone': smtpAlone('grafana.ini', (m, { password, host }) =>
        lines(
          '[smtp]',
          'enabled = true',
          `host = ${host}:587`,
          'user = $__env{SMTP_USER}',
          `password = ${password}`,
          `from_address = grafana@${m.host()}`,
        ),
      ),
    },
  },
  {
    name: 'codecommit-password',
    variants: {
      'console-csv': codeCommit('codecommit_credentials.csv', (_, { user, password }) =>
        lines('User Name,Password', `${user},${password}`),
      ),
      'git-config': codeCommit(
        '.git-credentials',
        (m, { user, password }) => lines(`https://${user}:${encodeURIComponent(password)}@${repository(m)}`),
        ['plain-text'],
      ),
      'clone-script': codeCommit(
        'bin/clone.sh',
        (m, { user, password }) =>
          lines(
            '#!/bin/sh',
            'set -e',
            `git clone https://${user}:${encodeURIComponent(password)}@${repository(m)} src`,
            'cd src && make',
          ),
        ['plain-text'],
      ),
      'jenkins-style-yaml': codeCommit('jenkins.yaml', (m, { user, password }) =>
        lines(
          'credentials:',
          '  system:',
          '    - usernamePassword:',
          `        id: ${m.name()}`,
          `        username: ${user}`,
          `        password: ${password}`,
          `        description: git-codecommit.${m.region()}.amazonaws.com`,
        ),
      ),
    },
  },
  {
    name: 'ecr-password',
    variants: {
      'docker-config': ecr('.docker/config.json', (_, auth, registry) =>
        json({ auths: { [registry]: { auth }, 'ghcr.io': {} }, credsStore: '' }, 2),
      ),
      'kaniko-minified': ecr('kaniko/.docker/config.json', (_, auth, registry) =>
        json({ auths: { [registry]: { auth } } }, 0),
      ),
      'pipeline-variable': ecr('.gitlab-ci.yml', (m, auth, registry) =>
        lines(
          'image: docker:24',
          'variables:',
          `  DOCKER_AUTH_CONFIG: '{"auths":{"${registry}":{"auth":"${auth}"}}}'`,
          'build:',
          `  script: [docker build -t ${m.name()} .]`,
        ),
      ),
    },
  },
]
