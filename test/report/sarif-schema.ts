import { readFileSync } from 'node:fs'
import ajvDraft04 from 'ajv-draft-04'
import ajvFormats from 'ajv-formats'

/**
 * The published schema of SARIF 2.1.0, Errata 01 (OASIS Open, freely redistributable with this notice), a copy of
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json
 */
const schema: object = JSON.parse(readFileSync(new URL('sarif-2.1.0.json', import.meta.url), 'utf8'))

const ajv = new ajvDraft04.default({ strict: false, allErrors: true })
ajvFormats.default(ajv)
const validate = ajv.compile(schema)

/** What is wrong with a SARIF log, each with its place; empty for a valid one. */
export const schemaErrors = (log: unknown): readonly string[] =>
  validate(log)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
