// Anchors as a large rule set has them: prefixes of tokens, words of assignments, names of services; the first
// hundred or so are real ones, the others are made from syllables by a fixed seed. Every list begins with the shorter.
import { numbers } from './numbers.mjs'

const PREFIXES =
  `AKIA ASIA ABIA ACCA ghp_ gho_ ghu_ ghs_ ghr_ github_pat_ glpat- gldt- glrt- xoxb- xoxp- xapp- sk_live_
  rk_live_ whsec_ SG. AIza ya29. GOCSPX- eyJ npm_ pypi- dop_v1_ shpat_ shpss_ sk-ant- sk-proj- hf_ r8_ key- PMAK- lin_api_
  figd_ dapi EAAC sq0atp- sq0csp- rubygems_ hvs. NRAK- -----BEGIN dckr_pat_ glsa_ pul- sntrys_ AGE-SECRET-KEY-1 ATATT3
  doo_v1_ amzn.mws.`.split(/\s+/)
const WORDS =
  `password passwd pwd secret token api_key apikey api-key access_key accesskey auth credential private_key
  client_secret passphrase bearer authorization aws_ aws_secret aws_access aws_session_token connectionstring accountkey
  sharedaccess webhook datadog heroku mailgun twilio cloudflare sendgrid stripe slack discord telegram facebook twitter
  linkedin github gitlab bitbucket atlassian dropbox square shopify algolia newrelic sentry okta auth0 netlify fastly
  contentful mailchimp key encryption salt cookie jwt session dbpass mysql postgres mongodb redis`.split(
    /\s+/,
  )
const SYLLABLES =
  `ka lo mi ter an re con ver da ta pro in ser vice net cloud hub io log mon api dev app graf ze ni to ra
  sto ck flow base light wave bit spark link sen ti pay`.split(/\s+/)
const UPPER = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789']

/** @returns {readonly { bytes: Uint8Array, caseInsensitive: boolean }[]} the first `count`, none twice */
export const benchAnchors = (count) => {
  const found = new Map()
  const add = (text, caseInsensitive) => {
    const key = `${caseInsensitive} ${text}`
    if (text.length > 2 && !found.has(key))
      found.set(key, { bytes: Buffer.from(text, 'latin1'), caseInsensitive })
  }
  for (let i = 0; i < Math.max(PREFIXES.length, WORDS.length); i++) {
    add(PREFIXES[i] ?? '', false)
    add(WORDS[i] ?? '', true)
  }
  const made = makers(numbers(1))
  while (found.size < count) add(...made())
  return [...found.values()].slice(0, count)
}

const makers = (random) => {
  const pick = (items) => items[Math.floor(random() * items.length)]
  const times = (length, items) => Array.from({ length }, () => pick(items)).join('')
  return () => {
    const word = times(2 + Math.floor(random() * 2), SYLLABLES)
    const kind = random()
    if (kind < 0.45) return [word, true]
    if (kind < 0.7)
      return [
        word.slice(0, 2 + Math.floor(random() * 4)) +
          pick('_-.') +
          pick(['', 'live_', 'pat_', 'v1_', 'key-']),
        false,
      ]
    if (kind < 0.85) return [times(4, UPPER), false]
    return [word + pick(['_key', '_token', 'secret', '-api', '_password']), true]
  }
}
