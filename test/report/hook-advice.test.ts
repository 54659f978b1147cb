import { describe, expect, it } from 'vitest'
import { render } from '../../src/report/index.js'
import { pairFinding, renderOptions, scanResult } from '../support/findings.js'

/** The hook's screen from "Fix" on, for findings in these files, its lines joined and blanks made one. */
const advice = (...paths: readonly string[]): string => {
  const result = scanResult(
    paths.map((path) => pairFinding({ path })),
    { mode: 'staged' },
  )
  const text = [...render(result, 'text', renderOptions())].join('')
  return text.slice(text.indexOf('\nFix ')).replaceAll(/\s+/g, ' ')
}
const fixes = (...paths: readonly string[]) => /Fix (.*) If it was ever/.exec(advice(...paths))?.[1]
const hint = (path: string) => /Not a secret\? (.*) Really/.exec(advice(path))?.[1]

describe('the fix', () => {
  const move = 'Move the value into the environment or a secret store, then'
  const words = `${move} stage what you changed (git add).`
  const keepOut = (command: string) => `Name this file in .gitignore, and take it out of git: ${command}`
  const inWords = (path: string) =>
    `Take this file out of git (git rm --cached), and name it in .gitignore: ${path}`

  it.each([
    ['.env', 'git rm --cached .env && echo .env >> .gitignore'],
    ['web/.env.local', 'git rm --cached web/.env.local && echo web/.env.local >> .gitignore'],
    [
      'home/.aws/credentials',
      'git rm --cached home/.aws/credentials && echo home/.aws/credentials >> .gitignore',
    ],
    ['rootkey.csv', 'git rm --cached rootkey.csv && echo rootkey.csv >> .gitignore'],
    ['tls/server.PEM', 'git rm --cached tls/server.PEM && echo tls/server.PEM >> .gitignore'],
    ['.env.example', `${move} git add .env.example`],
    ['src/app.ts', `${move} git add src/app.ts`],
    ['größe/日本.py', `${move} git add größe/日本.py`],
  ])('of %s', (path, expected) => {
    expect(fixes(path)).toBe(expected)
  })

  it.each([
    ['a blank', 'my keys.env', keepOut('git rm --cached "my keys.env"')],
    ['an option', '-f.env', keepOut('git rm --cached ./-f.env')],
    ['an option of git add', '--all.py', `${move} git add ./--all.py`],
    ['a pattern', 'app/[id]/page.tsx', `${move} git --literal-pathspecs add "app/[id]/page.tsx"`],
    ['a parent folder', '../up/.env', keepOut('git rm --cached ../up/.env')],
    ['a quote', "it's.env", inWords("it's.env")],
    ['a command', 'a;rm -rf ~;.env', inWords('a;rm -rf ~;.env')],
    ['a command in double quotes', 'a";id;".py', words],
    ['a substitution', '$(id).env', inWords('$(id).env')],
    ['a back quote', '`id`.py', words],
    ['a variable of cmd', '%PATH%.py', words],
    ['a command of cmd', 'a&calc.env', inWords('a&calc.env')],
    ['a magic path of git', ':(top)x.py', words],
    ['a star', '*.py', words],
    ['a line break', 'a\nid.env', inWords('a\\u{a}id.env')],
    ['an escape', 'a\u001b[2J.py', words],
    ['a direction override', 'a\u202evne.env', inWords('a\\u{202e}vne.env')],
    ['a secret that was masked', 'keys/<hidden>.env', inWords('keys/<hidden>.env')],
  ])('never makes a name into a command: %s', (_situation, path, expected) => {
    expect(fixes(path)).toBe(expected)
  })

  it('is one command for several files', () => {
    expect(fixes('a.py', 'b c.ts', '.env')).toBe(
      `git rm --cached .env && echo .env >> .gitignore ${move} git add a.py "b c.ts"`,
    )
  })

  it('names no more than five files', () => {
    const paths = Array.from({ length: 7 }, (_, at) => `${at}.py`)
    expect(fixes(...paths)).toBe(words)
  })

  it('is said for five files of secrets at most', () => {
    const shown = fixes(...Array.from({ length: 7 }, (_, at) => `${at}.env`))
    expect(shown?.match(/git rm --cached \d\.env/g)).toHaveLength(5)
    expect(shown).toMatch(/ The same for 2 more of these files\.$/)
  })
})

describe('the hint for a false alarm', () => {
  const here = 'keysieve:allow aws-access-key -- why'
  const below = 'keysieve:allow-next-line aws-access-key -- why'

  it.each([
    ['app.py', `Add # ${here} on that line.`],
    ['deploy.yaml', `Add # ${here} on that line.`],
    ['main.tf', `Add # ${here} on that line.`],
    ['app.TS', `Add // ${here} on that line.`],
    ['App.java', `Add // ${here} on that line.`],
    ['dump.sql', `Add -- ${here} on that line.`],
    ['pom.xml', `Add <!-- ${here} --> on that line.`],
    ['README.md', `Add <!-- ${here} --> on that line.`],
    ['init.el', `Add ; ${here} on that line.`],
    ['paper.tex', `Add % ${here} on that line.`],
    ['site.css', `Add /* ${here} */ on that line.`],
    ['notes.txt', `Add ${here} on that line.`],
    // In these a comment behind a value would belong to the value.
    ['.env', `Add # ${below} on the line above it.`],
    ['.env.production', `Add # ${below} on the line above it.`],
    ['.aws/credentials', `Add # ${below} on the line above it.`],
    ['app.properties', `Add # ${below} on the line above it.`],
    ['Dockerfile', `Add # ${below} on the line above it.`],
    ['Dockerfile.web', `Add # ${below} on the line above it.`],
    ['run.bat', `Add rem ${below} on the line above it.`],
    ['package.json', 'Files like .json have no comments to say so in; go past the hook instead.'],
    ['keys.csv', 'Files like .csv have no comments to say so in; go past the hook instead.'],
    ['strange.xyz', `Add, in a comment on that line, ${here}`],
    ['noending', `Add, in a comment on that line, ${here}`],
  ])('is valid in %s', (path, expected) => {
    expect(hint(path)).toBe(expected)
  })
})
