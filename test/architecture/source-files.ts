import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Paths of the files below a folder of the project, relative to its root, `/` between the parts, sorted. */
export const filesBelow = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.startsWith('src/rules/generated/') && !path.startsWith('fixtures/generated/'))
    .sort()

export const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

export const parsed = (path: string): ts.SourceFile =>
  ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true)

/** Every node of a file, the file itself first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node
  for (const child of node.getChildren()) yield* nodesOf(child)
}

export interface Import {
  readonly specifier: string
  /** `type`: gone after compilation; `lazy`: `import()`. */
  readonly kind: 'static' | 'type' | 'lazy'
  readonly names: readonly string[]
}

/** All imports and re-exports of a file, dynamic ones and `import('x').T` types among them. */
export const importsOf = (path: string): readonly Import[] =>
  [...nodesOf(parsed(path))].flatMap((node) => {
    if (ts.isImportDeclaration(node)) return [declaredImport(node)]
    if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
      return [
        { specifier: literal(node.moduleSpecifier), kind: node.isTypeOnly ? 'type' : 'static', names: [] },
      ]
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      return [{ specifier: literal(node.argument.literal), kind: 'type', names: [] }]
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      return [{ specifier: literal(node.arguments[0]), kind: 'lazy', names: [] }]
    }
    return []
  })

const declaredImport = (node: ts.ImportDeclaration): Import => {
  const bindings = node.importClause?.namedBindings
  const elements = bindings !== undefined && ts.isNamedImports(bindings) ? [...bindings.elements] : []
  const onlyTypes = elements.length > 0 && elements.every((element) => element.isTypeOnly)
  const isType = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword || onlyTypes
  return {
    specifier: literal(node.moduleSpecifier),
    kind: isType ? 'type' : 'static',
    names: elements.map((element) => (element.propertyName ?? element.name).text),
  }
}

/** A computed specifier could be anything, so it is refused here for every test at once. */
const literal = (node: ts.Node | undefined): string => {
  if (node === undefined || !ts.isStringLiteralLike(node)) throw new Error('import of a computed specifier')
  return node.text
}

/** The project file a relative specifier means; null for packages and Node's modules. */
export const targetOf = (from: string, specifier: string): string | null =>
  specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts') : null

/** `src/model/blob.ts` → `model`; files directly in `src/` are the folder ``. */
export const folderOf = (path: string): string => {
  const [, folder, inside] = path.split('/')
  return inside === undefined ? '' : (folder ?? '')
}
