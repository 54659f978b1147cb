import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderExample } from '../../src/rules/authoring.js'

const textOf = (template: string, seed = 'seed'): string => {
  const rendered = renderExample(template, seed, 'match')
  if (!rendered.ok) throw new Error(rendered.error)
  return rendered.value.text
}

describe('a slot becomes characters of its alphabet', () => {
  it.each([
    ['{{ digits:20 }}', /^[0-9]{20}$/],
    ['{{ hex:40 }}', /^[0-9a-f]{40}$/],
    ['{{ upper-hex:8 }}', /^[0-9A-F]{8}$/],
    ['{{ base32:16 }}', /^[A-Z2-7]{16}$/],
    ['{{ base36:24 }}', /^[0-9a-z]{24}$/],
    ['{{ base62:22 }}', /^[0-9A-Za-z]{22}$/],
    ['{{ base64:40 }}', /^[0-9A-Za-z+/]{40}$/],
    ['{{ base64url:43 }}', /^[0-9A-Za-z_-]{43}$/],
    ['{{ prefix:ghp_ }}{{ base62:36 }}', /^ghp_[0-9A-Za-z]{36}$/],
    ['no slot at all', /^no slot at all$/],
    ['a{b}c', /^a\{b\}c$/],
    ['{{ in:base64 }}AWS:{{ prefix:x }}{{ out }}!', /^QVdTOng=!$/],
    ['{{ in:base64url }}a?{{ in:percent }}/{{ out }}{{ out }}', /^YT8lMkY$/],
  ])('%s', (template, form) => {
    expect(textOf(template)).toMatch(form)
  })

  it('depends on the seed alone', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(textOf('{{ base62:30 }}', seed)).toBe(textOf('{{ base62:30 }}', seed))
      }),
    )
    expect(textOf('{{ base62:30 }}', 'a')).not.toBe(textOf('{{ base62:30 }}', 'b'))
  })

  it('two slots of a template differ', () => {
    expect(textOf('{{ hex:32 }}')).not.toBe(textOf('{{ hex:32 }}{{ hex:32 }}').slice(32))
  })
})

describe('the primary part', () => {
  it.each([
    ['is everything where nothing is marked', 'é{{ hex:2 }}', { start: 0, end: 4 }],
    ['lies between the marks, in bytes', 'é={{ begin }}{{ hex:4 }}{{ end }};', { start: 3, end: 7 }],
  ])('%s', (_situation, template, span) => {
    expect(renderExample(template, 's', 'match')).toMatchObject({ ok: true, value: { span } })
  })

  it('is nothing in a clean example', () => {
    expect(renderExample('x', 's', 'clean')).toEqual({ ok: true, value: { text: 'x', span: null } })
  })
})

describe('a slot that means nothing is told', () => {
  it.each([
    ['{{ base99:4 }}', '"{{ base99:4 }}" is no slot'],
    ['{{ hex:0 }}', '"{{ hex:0 }}" is no slot'],
    ['{{ hex:1000000 }}', '"{{ hex:1000000 }}" is no slot'],
    ['{{ hex }}', '"{{ hex }}" is no slot'],
    ['{{ Hex:4 }}', '"{{ " stands in it, but no slot'],
    ['{{ end }}{{ hex:4 }}{{ begin }}', '{{ end }} stands before {{ begin }}'],
    ['{{ begin }}{{ begin }}x', '{{ begin }} stands twice'],
    ['{{ in:base64 }}{{ begin }}x{{ out }}', '{{ begin }} stands in what is encoded'],
    ['{{ in:rot13 }}x{{ out }}', '"{{ in:rot13 }}" is no slot'],
    ['{{ in:base64 }}x', '{{ in }} stands without {{ out }}'],
    ['x{{ out }}', '{{ out }} stands without {{ in }}'],
  ])('%s', (template, error) => {
    expect(renderExample(template, 's', 'match')).toEqual({ ok: false, error })
  })
})
