import { SEVERITIES } from '../../model/index.js'

/** Hides a severity whose box is not ticked; the boxes stand before the page, so that no script is needed. */
const FILTERS = SEVERITIES.map(
  (severity) => `#show-${severity}:not(:checked) ~ .page section.${severity} { display: none }
#show-${severity}:not(:checked) ~ .page label[for="show-${severity}"] { opacity: .45; border-style: dashed }
#show-${severity}:focus-visible ~ .page label[for="show-${severity}"] { outline: 3px solid var(--link); outline-offset: 2px }
.${severity} { --tone: var(--${severity}) }`,
).join('\n')

/** All of the page's looks, in both themes and on paper. Colour only repeats what the words say. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #f6f7f9; --card: #fff; --text: #1b1f24; --quiet: #5b6470; --line: #d9dee4; --code: #f1f3f6; --link: #0b5cad; --mark: #ffe2a8;
  --critical: #a40e26; --high: #c2410c; --medium: #8a6100; --low: #1d6fa5; --info: #5b6470; --clean: #1a7f37;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0f1318; --card: #171c23; --text: #e4e8ed; --quiet: #9aa4b0; --line: #2b333d; --code: #10151b; --link: #7ab7ff; --mark: #5c4300;
    --critical: #ff7b8a; --high: #ff9a66; --medium: #e5b94b; --low: #6cb6e8; --info: #9aa4b0; --clean: #5fcf7f;
  }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif }
.page { max-width: 62rem; margin: 0 auto; padding: 2rem 1.25rem 4rem }
a { color: var(--link) }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .25rem; text-wrap: balance }
h2 { font-size: 1.15rem; margin: 2.25rem 0 .75rem; color: var(--tone, inherit) }
h2 small { color: var(--quiet); font-weight: 400 }
h3 { font-size: 1.02rem; margin: 0; overflow-wrap: anywhere }
p { margin: .5rem 0 }
.quiet { color: var(--quiet); font-size: .92rem }
.brand { margin: 0 0 .35rem; color: var(--quiet); font-size: .85rem; font-weight: 600; letter-spacing: .08em }
.clean { color: var(--clean) }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .86rem }
code { overflow-wrap: anywhere }
.box { position: absolute; opacity: 0; pointer-events: none }
.filters { display: flex; flex-wrap: wrap; gap: .6rem; margin: 1.25rem 0 0; padding: 0 }
.filters label { flex: 1 1 7rem; cursor: pointer; padding: .55rem .85rem; background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 8px; text-transform: capitalize }
.filters b { display: block; font-size: 1.5rem; line-height: 1.2; color: var(--tone) }
article { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 8px; padding: .95rem 1.1rem; margin: 0 0 .9rem; content-visibility: auto; contain-intrinsic-size: auto 18rem }
article:target { outline: 3px solid var(--link) }
.head { display: flex; flex-wrap: wrap; gap: .2rem .8rem; align-items: baseline; justify-content: space-between }
.place { margin: .2rem 0 0; overflow-wrap: anywhere }
pre { background: var(--code); border: 1px solid var(--line); border-radius: 6px; padding: .6rem .8rem; margin: .7rem 0; overflow-x: auto; line-height: 1.5 }
pre .n { color: var(--quiet); user-select: none; display: inline-block; min-width: 3ch; text-align: right; margin-right: 1.2ch }
mark { background: var(--mark); color: inherit; border-radius: 3px; padding: .08rem .12rem }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .6rem 0 0; font-size: .93rem }
dt { color: var(--quiet) }
dd { margin: 0; overflow-wrap: anywhere }
.next { margin: .75rem 0 0; padding: .55rem .8rem; background: var(--code); border-radius: 6px }
.next b { margin-right: .4rem }
details { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .6rem 1.1rem; margin: 0 0 .9rem }
summary { cursor: pointer; font-weight: 600; overflow-wrap: anywhere }
ol, ul { padding-left: 1.4rem; margin: .5rem 0 }
li { margin: .2rem 0; overflow-wrap: anywhere }
.warning { border-left: 4px solid var(--medium) }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line) }
${FILTERS}
@media (max-width: 34rem) { dl { grid-template-columns: 1fr } dt { margin-top: .35rem } }
@media print {
  :root { color-scheme: light; --ground: #fff; --card: #fff; --text: #000; --quiet: #444; --line: #bbb; --code: #f4f4f4; --mark: #eee; --link: #000 }
  body { font-size: 11pt }
  .page { max-width: none; padding: 0 }
  article, details { break-inside: avoid; content-visibility: visible }
  .filters label { cursor: auto }
}
`
