/** How a file's syntax lets a line be marked. */
export type CommentForm =
  /** A comment may follow on the line itself. */
  | { readonly kind: 'same-line'; readonly open: string; readonly close: string }
  /** A comment needs a line of its own, or would become part of a value. */
  | { readonly kind: 'own-line'; readonly open: string; readonly close: string }
  /** Plain text: the marker needs no comment around it. */
  | { readonly kind: 'bare' }
  | { readonly kind: 'none' }
  /** A syntax that is not known here. */
  | { readonly kind: 'unknown' }

const sameLine = (open: string, close = ''): CommentForm => ({ kind: 'same-line', open, close })
const ownLine = (open: string, close = ''): CommentForm => ({ kind: 'own-line', open, close })

const NONE: CommentForm = { kind: 'none' }
const BARE: CommentForm = { kind: 'bare' }

/** By the ending of a name, or the whole name, in lower case. */
const FORMS: readonly (readonly [CommentForm, string])[] = [
  [
    sameLine('#'),
    'py pyi rb sh bash zsh fish ksh yml yaml toml tf tfvars hcl nix pl pm r jl ex exs cr ps1 psm1 psd1',
  ],
  [sameLine('#'), 'awk tcl graphql cmake coffee gemfile rakefile vagrantfile'],
  // A value reaches to the end of the line in these, so a comment behind it would belong to it.
  [
    ownLine('#'),
    'env envrc properties ini cfg conf cnf config credentials npmrc pypirc netrc gitconfig editorconfig',
  ],
  [ownLine('#'), 'service dockerfile containerfile makefile mk gitignore s3cfg boto'],
  [
    sameLine('//'),
    'js mjs cjs jsx ts mts cts tsx vue svelte java kt kts swift go rs c h cc cpp cxx hpp m mm cs fs scala',
  ],
  [sameLine('//'), 'groovy gradle php dart zig proto scss less sass jsonc json5 bicep sol jenkinsfile'],
  [sameLine('--'), 'sql lua hs elm ads adb vhd vhdl'],
  [
    sameLine('<!--', ' -->'),
    'html htm xhtml xml md markdown svg plist csproj vbproj props targets xsd xslt xaml resx',
  ],
  [sameLine(';'), 'asm s lisp lsp el clj cljs edn scm rkt ahk'],
  [ownLine(';'), 'reg inf'],
  [sameLine('%'), 'tex sty cls bib erl hrl'],
  [ownLine('rem'), 'bat cmd'],
  [sameLine("'"), 'vb vbs bas'],
  [sameLine('/*', ' */'), 'css'],
  [BARE, 'txt text log rst adoc'],
  [NONE, 'json geojson ipynb tfstate har csv tsv pem key crt lock map webmanifest'],
]

const BY_ENDING: ReadonlyMap<string, CommentForm> = new Map(
  FORMS.flatMap(([form, endings]) => endings.split(' ').map((ending) => [ending, form] as const)),
)

/** @param path `/` between its parts */
export const commentFormOf = (path: string): CommentForm => {
  const name = fileNameOf(path).toLowerCase()
  // `.env.production` and `Dockerfile.web` are what they begin with.
  const stem = /^(?:\.(?<dotfile>env)|(?<whole>dockerfile|containerfile))(?:\.|$)/.exec(name)?.groups
  const ending = stem?.dotfile ?? stem?.whole ?? name.slice(name.lastIndexOf('.') + 1)
  return BY_ENDING.get(ending) ?? { kind: 'unknown' }
}

export const fileNameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** The ending with its dot, as a person names a kind of file; the whole name where there is none. */
export const endingOf = (path: string): string => {
  const name = fileNameOf(path)
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(dot) : name
}
