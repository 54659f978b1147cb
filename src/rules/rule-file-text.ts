import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml'
import { err, ok, type Result } from '../model/index.js'
import type { PlaceOf, ReadRuleFile, RuleFault, RuleFile } from './rule-file.js'
import { RULE_FILE_SCHEMA } from './rule-file-schema.js'

/**
 * Reads the text of a rule file (YAML 1.2, of which JSON is a part) and holds it to the schema.
 * @param file its name, for messages
 * @returns or every fault, in order of place
 */
export const readRuleFile = (text: string, file: string): Result<ReadRuleFile, readonly RuleFault[]> => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  const at = (offset: number): Pick<RuleFault, 'file' | 'line' | 'column'> => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(1, line), column: Math.max(1, col) }
  }
  if (document.errors.length > 0)
    return err(document.errors.map(({ pos: [start], message }) => ({ ...at(start), problem: message })))
  const placeOf: PlaceOf = (path) => {
    // The nearest node above that has a place: what is missing has none of its own.
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return at(node.range[0])
    }
    return at(0)
  }
  const aliases = aliasesIn(document)
  if (aliases.length > 0)
    return err(aliases.map((offset) => ({ ...at(offset), problem: 'aliases are not taken here' })))
  const content: unknown = document.toJS()
  if (isRuleFile(content)) return ok({ content, placeOf })
  return err(mostTelling(isRuleFile.errors ?? []).map((error) => faultOf(error, placeOf)))
}

/** Offsets of aliases. They let a small file grow without bound, and no rule needs one. */
const aliasesIn = (document: Document): readonly number[] => {
  const offsets: number[] = []
  visit(document, {
    Alias: (_key, node) => {
      offsets.push(node.range?.[0] ?? 0)
    },
  })
  return offsets
}

const isRuleFile = new Ajv2020({
  allErrors: true,
  strict: true,
  strictRequired: false,
  strictTypes: false,
}).compile<RuleFile>(RULE_FILE_SCHEMA)

/** `oneOf` and `anyOf` report each of their branches; what they say together is said once. */
const mostTelling = (errors: readonly ErrorObject[]): readonly ErrorObject[] => {
  const own = errors.filter(({ schemaPath }) => !/\/(?:oneOf|anyOf|not)\/\d+\//.test(schemaPath))
  return own.length > 0 ? own : errors
}

const faultOf = ({ instancePath, keyword, params, message }: ErrorObject, placeOf: PlaceOf): RuleFault => {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')))
  const name = path.length === 0 ? 'the file' : path.filter((part) => typeof part === 'string').join('.')
  switch (keyword) {
    case 'additionalProperties':
      return {
        ...placeOf([...path, params.additionalProperty]),
        problem: `unknown key "${params.additionalProperty}"`,
      }
    case 'enum':
      return { ...placeOf(path), problem: `${name} must be one of ${params.allowedValues.join(', ')}` }
    case 'oneOf':
      return {
        ...placeOf(path),
        problem: `${name} needs pattern, boundary and anchors; or pattern, boundary and companion; or linked alone`,
      }
    default:
      return { ...placeOf(path), problem: `${name} ${message ?? 'is not allowed here'}` }
  }
}
