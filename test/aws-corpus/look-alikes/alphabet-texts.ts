import { BASE32, UPPER } from '../making/alphabets.js'
import { type Form, lines, silent } from '../making/draft.js'
import { wrapped } from '../making/hiding.js'
import { awsRemark, kind } from '../making/kind.js'

/** Text in the alphabets of keys. */
export const alphabetTexts: readonly Form[] = [
  kind('dna-and-protein', {
    'protein-fasta': (m) =>
      silent(
        'data/proteins.fasta',
        lines(
          '>sp|P1|AKIA_HUMAN secret key',
          wrapped(`${m.text('ACDEFGHIKLMNPQRSTVWY', 90)}AKIA${m.text('ACDEFGHIKLMNPQRSTVWY', 205)}`, 60),
          '>sp|P2|ASIA_MOUSE access',
          wrapped(m.text('ACDEFGHIKLMNPQRSTVWY', 240), 60),
        ),
      ),
    'one-line-protein': (m) =>
      silent(
        'data/sequence.txt',
        lines(`${m.text('ACDEFGHIKLMNPQRSTVWY', 30)}ASIA${m.text('ACDEFGHIKLMNPQRSTVWY', 60)}`),
      ),
    dna: (m) =>
      silent(
        's3-export/reads.fastq',
        lines(
          Array.from({ length: 4 }, () => [
            `@read/${m.digits(4)} aws`,
            m.text('ACGT', 80),
            '+',
            m.text('FGHI:,#', 80),
          ]).flat(),
        ),
      ),
  }),
  kind('base32-text', {
    totp: (m) =>
      silent(
        'docs/mfa.md',
        lines(
          'Virtual MFA device of the AWS console, example of the docs:',
          '',
          `otpauth://totp/Amazon%20Web%20Services:${m.person()}?secret=JBSWY3DPEHPK3PXP&issuer=Amazon`,
        ),
      ),
    'longer-token': (m) =>
      silent(
        'data/base32.txt',
        lines(
          `# ${awsRemark(m)}`,
          Array.from(
            { length: 4 },
            () => `${m.text(BASE32, 14)}${m.pick(['ASIA', 'AKIA'])}${m.text(BASE32, 38)}`,
          ),
        ),
      ),
    onion: (m) =>
      silent(
        'mirrors.txt',
        lines(
          Array.from({ length: 4 }, () => `http://${m.text(BASE32.toLowerCase(), 55)}d.onion/aws/secret/key`),
        ),
      ),
    'sha256-base32': (m) =>
      silent(
        'nar/info.narinfo',
        lines(
          'StorePath: /nix/store/aws-cli',
          `FileHash: sha256:${m.text('0123456789abcdfghijklmnpqrsvwxyz', 52)}`,
          `References: ${m.text('0123456789abcdfghijklmnpqrsvwxyz', 32)}-aws-sdk-cpp`,
        ),
      ),
  }),
  kind('cipher-text', {
    rot13: (m) =>
      silent(
        'puzzles/rot13.txt',
        lines(
          'Gur npprff xrl vf xrcg va gur inhyg.',
          `NFVNCNPVSVPABEGURNFG ${m.text(UPPER, 31)}`,
          'njf_frperg_npprff_xrl = frr gur inhyg',
        ),
      ),
    cryptogram: (m) =>
      silent(
        'puzzles/cryptogram.txt',
        lines(
          'AWS SECRET OF THE WEEK',
          Array.from({ length: 5 }, () =>
            Array.from({ length: 9 }, () => m.text(UPPER, m.between(2, 9))).join(' '),
          ),
        ),
      ),
    groups: (m) =>
      silent(
        'puzzles/groups.txt',
        lines(
          'ACCESS KEY, FIVE BY FIVE',
          Array.from({ length: 6 }, () => Array.from({ length: 8 }, () => m.text(UPPER, 5)).join(' ')),
        ),
      ),
  }),
  kind('signed-token-cookies', {
    'load-balancer': (m) =>
      silent(
        'har/cookies.txt',
        lines(
          '# Netscape HTTP Cookie File',
          `.example.com\tTRUE\t/\tFALSE\t17${m.digits(8)}\tAWSALB\t${m.base64(99)}`,
          `.example.com\tTRUE\t/\tFALSE\t17${m.digits(8)}\tAWSALBCORS\t${m.base64(99)}`,
        ),
      ),
    analytics: (m) =>
      silent(
        'fixtures/headers.txt',
        lines(
          'GET / HTTP/1.1',
          'Host: console.aws.amazon.com',
          `Cookie: aws-userInfo=%7B%22arn%22%3A%22arn%3Aaws%3Aiam%3A%3A${m.account()}%3Auser%22%7D; aws-ubid-main=${m.digits(3)}-${m.digits(7)}-${m.digits(7)}; regStatus=registered`,
        ),
      ),
  }),
]
