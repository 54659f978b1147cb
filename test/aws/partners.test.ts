import { describe, expect, it } from 'vitest'
import { type Half, partnersOf } from '../../src/aws/index.js'

/** A half by its role, the path of its file and the name it is assigned to; equal `value` is the same value. */
const half = (role: Half['role'], path: string, name = '', value = path, lacks?: Half['lacks']): Half => ({
  role,
  lacks: lacks ?? (role === 'id' ? ['secret'] : []),
  value,
  fingerprint: `${role} ${value}`,
  path,
  place: path,
  name,
  nameOf: role,
})
const id = (path: string, name?: string, value?: string): Half => half('id', path, name, value)
const secret = (path: string, name?: string, value?: string): Half => half('secret', path, name, value)

/** Who names whom: `id a → secret b` as `['a', 'b']`, in order of likelihood. */
const named = (halves: readonly Half[]) =>
  partnersOf(halves).flatMap(({ fingerprints }, index) =>
    halves[index]?.role === 'id'
      ? fingerprints.map((one) => [halves[index]?.value, one.replace(/^\w+ /, '')])
      : [],
  )

/** Others that would make anything but names say nothing. */
const crowd = ['x', 'y', 'z', 'u', 'v', 'w'].flatMap((name) => [
  id(`crowd/ids-${name}/${name}.txt`),
  secret(`crowd/of/${name}/more.txt`),
])

describe('halves in different files', () => {
  it.each<[string, readonly Half[], readonly (readonly [string, string])[]]>([
    [
      'one id and one secret, wherever they are',
      [id('a/b/c.txt'), secret('x/y.txt')],
      [['a/b/c.txt', 'x/y.txt']],
    ],
    [
      'the names of files',
      [id('prod.id'), secret('prod.secret'), id('dev.id'), secret('dev.secret')],
      [
        ['prod.id', 'prod.secret'],
        ['dev.id', 'dev.secret'],
      ],
    ],
    ['the name of one file', [id('.env.id'), secret('.env'), ...crowd], [['.env.id', '.env']]],
    [
      'mounted secrets',
      [id('run/AWS_ACCESS_KEY_ID'), secret('run/AWS_SECRET_ACCESS_KEY'), ...crowd],
      [['run/AWS_ACCESS_KEY_ID', 'run/AWS_SECRET_ACCESS_KEY']],
    ],
    [
      'the names of folders',
      [id('ids/prod.txt'), secret('secrets/prod.txt'), ...crowd],
      [['ids/prod.txt', 'secrets/prod.txt']],
    ],
    [
      'the names of variables',
      [id('a/1.txt', 'prodawsaccesskeyid'), secret('b/2.txt', 'prodsecretaccesskey'), ...crowd],
      [['a/1.txt', 'b/2.txt']],
    ],
    [
      'names of variables, each folder its own',
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'].flatMap((folder) => [
        id(`${folder}/1.txt`, 'uploadkeyid'),
        secret(`${folder}/2.txt`, 'uploadsecretkey'),
      ]),
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((folder) => [`${folder}/1.txt`, `${folder}/2.txt`]),
    ],
    [
      'the first word of files in one folder',
      [id('ops/prod.tfvars'), secret('ops/prod.env'), id('ops/dev.tfvars'), secret('ops/dev.env')],
      [
        ['ops/prod.tfvars', 'ops/prod.env'],
        ['ops/dev.tfvars', 'ops/dev.env'],
      ],
    ],
    [
      'the only ones below one folder',
      [id('svc/a/config/1.txt'), secret('svc/a/deploy/2.txt'), ...crowd],
      [['svc/a/config/1.txt', 'svc/a/deploy/2.txt']],
    ],
    [
      'the only ones that are left',
      [id('prod.id'), secret('prod.secret'), id('a/1.txt'), secret('b/2.txt')],
      [
        ['prod.id', 'prod.secret'],
        ['a/1.txt', 'b/2.txt'],
      ],
    ],
    [
      'several in one folder',
      [id('ops/1.txt'), secret('ops/2.txt'), secret('ops/3.txt')],
      [
        ['ops/1.txt', 'ops/2.txt'],
        ['ops/1.txt', 'ops/3.txt'],
      ],
    ],
    [
      'one value in two files is one',
      [id('a/1.txt', '', 'A'), id('b/1.txt', '', 'A'), secret('c/2.txt')],
      [
        ['A', 'c/2.txt'],
        ['A', 'c/2.txt'],
      ],
    ],
  ])('belong together by %s', (_what, halves, expected) => {
    expect(named(halves)).toEqual(expected)
  })

  it.each<[string, readonly Half[]]>([
    ['where nothing speaks for it', crowd],
    ['whose names have different owners', [id('a.txt', 'prodkeyid'), secret('b.txt', 'devsecretkey')]],
    [
      'of one file: they were looked at together',
      [
        { ...id('a.txt'), place: 'p' },
        { ...secret('a.txt'), place: 'p' },
      ],
    ],
    [
      'of which there are too many in a folder',
      ['1', '2', '3', '4', '5', '6'].flatMap((n) => [id(`ops/i${n}x`), secret(`ops/s${n}x`)]),
    ],
    ['without another', [id('a.txt'), id('b.txt')]],
  ])('have no partner %s', (_what, halves) => {
    expect(named(halves)).toEqual([])
  })

  it('name each other', () => {
    const [a, b] = partnersOf([id('a.txt'), secret('b.txt')])
    expect([a?.fingerprints, b?.fingerprints]).toEqual([['secret b.txt'], ['id a.txt']])
    expect([a?.why, b?.why]).toEqual([
      'the only secret left near it or in this scan stands in another file',
      'the only key ID left near it or in this scan stands in another file',
    ])
  })

  it('are five at most, the nearest first', () => {
    const far = ['1', '2', '3', '4'].map((n) => secret(`far/${n}`, 'prodsecret'))
    const near = secret('here/there/5', 'prodsecret')
    const [links] = partnersOf([id('here/x', 'prodkeyid'), ...far, near])
    expect(links?.fingerprints).toEqual([near, ...far].map(({ fingerprint }) => fingerprint))
    // Six of a name are too many to say anything; the folder still does.
    const more = secret('far/6', 'prodsecret')
    expect(partnersOf([id('here/x', 'prodkeyid'), ...far, near, more])[0]?.fingerprints).toEqual([
      near.fingerprint,
    ])
  })
})

it('a temporary key looks for its token as well', () => {
  const temporary = half('id', 'id.txt', '', 'ASIA', ['secret', 'token'])
  const links = partnersOf([temporary, secret('secret.txt'), half('token', 'token.txt'), id('old/x.txt')])
  expect(links.map(({ fingerprints }) => fingerprints)).toEqual([
    ['secret secret.txt', 'token token.txt'],
    ['id ASIA'],
    ['id ASIA'],
    [],
  ])
})

it('thousands of halves take no time worth telling', () => {
  const many = Array.from({ length: 4_000 }, (_, n) =>
    half(n % 2 ? 'id' : 'secret', `d${n % 7}/${'deep/'.repeat(40)}${n}.txt`, 'awskey', `v${n % 4}`),
  )
  expect(partnersOf(many)).toHaveLength(4_000)
})
