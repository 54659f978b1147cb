import ajvModule from 'ajv'

const text = { type: 'string' }
const filled = { type: 'string', minLength: 1 }
const moment = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}$' }
const address = { type: 'string', pattern: '^(https?|ftp)://.+' }
const object = (required: readonly string[], properties: object) => ({
  type: 'object',
  required,
  properties: { ...Object.fromEntries(required.map((key) => [key, {}])), ...properties },
  additionalProperties: false,
})
const list = (items: object) => ({ type: 'array', items })
const tool = object(['id', 'name', 'version', 'vendor'], {
  id: filled,
  name: filled,
  version: filled,
  vendor: object(['name'], { name: filled }),
})
const named = (properties: object) => ({
  type: 'object',
  required: ['type', 'name'],
  properties: { name: filled, ...properties },
})
const fileLocation = object(['type', 'file_name', 'line_start'], {
  type: { const: 'file-location' },
  file_name: filled,
  line_start: { type: 'integer', minimum: 1 },
  line_end: { type: 'integer', minimum: 1 },
})

/**
 * What GitLab's schema for secret detection reports, version 15.2.1, asks of the parts that keysieve writes, and nothing
 * beside them: a key that is not named here is none of ours.
 */
const schema = object(['version', 'schema', 'scan', 'vulnerabilities'], {
  version: { const: '15.2.1' },
  schema: { type: 'string', pattern: '^https?://.+' },
  scan: object(['analyzer', 'end_time', 'scanner', 'start_time', 'status', 'type'], {
    analyzer: tool,
    scanner: tool,
    start_time: moment,
    end_time: moment,
    status: { enum: ['success', 'failure'] },
    type: { const: 'secret_detection' },
    messages: list(object(['level', 'value'], { level: { enum: ['info', 'warn', 'fatal'] }, value: filled })),
  }),
  vulnerabilities: list(
    object(['id', 'identifiers', 'location'], {
      id: {
        type: 'string',
        pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
      },
      name: { ...text, maxLength: 255 },
      description: { ...text, maxLength: 1_048_576 },
      severity: { enum: ['Info', 'Unknown', 'Low', 'Medium', 'High', 'Critical'] },
      solution: { ...text, maxLength: 7_000 },
      identifiers: {
        ...list(
          object(['type', 'name', 'value'], { type: filled, name: filled, value: filled, url: address }),
        ),
        minItems: 1,
      },
      links: list(object(['url'], { name: text, url: address })),
      details: {
        type: 'object',
        additionalProperties: {
          oneOf: [
            named({ type: { const: 'text' }, value: text }),
            named({ type: { const: 'list' }, items: list(fileLocation) }),
          ],
        },
      },
      location: object(['commit', 'file', 'start_line', 'end_line'], {
        file: text,
        start_line: { type: 'integer', minimum: 1 },
        end_line: { type: 'integer', minimum: 1 },
        commit: object(['sha'], { sha: filled, author: text, date: text }),
      }),
    }),
  ),
})

const validate = new ajvModule.default({ allErrors: true }).compile(schema)

/** What is wrong with a report, each with its place; empty for a valid one. */
export const gitlabErrors = (report: unknown): readonly string[] =>
  validate(report)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
