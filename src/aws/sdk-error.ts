/** What is of use in an error that the SDK threw. */
export interface SdkError {
  /** Of an error body of AWS's query services (STS, IAM); null where the answer was not one. */
  readonly code: string | null
  readonly message: string
  /** HTTP; null where no answer came. */
  readonly status: number | null
  /** Node's code of a failed connection, such as ECONNRESET. */
  readonly systemCode: string | null
  /** Its class or what the SDK calls it; `error` where that is not a plain word. */
  readonly name: string
  /** Of the header Retry-After in seconds; null where there is none. */
  readonly retryAfterMs: number | null
  /** No connection came about within the time for connecting. */
  readonly timedOut: boolean
}

const CODE = /^[A-Za-z][A-Za-z0-9.]{0,63}$/
const SYSTEM_CODE = /^[A-Z][A-Z0-9_]{0,63}$/

/** The SDK puts the body's code into `Code`; `name` is made up where there is none. */
export const readSdkError = (error: unknown): SdkError => {
  const fields = typeof error === 'object' && error !== null ? new Map(Object.entries(error)) : new Map()
  const metadata: unknown = fields.get('$metadata')
  const status: unknown =
    typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata
      ? metadata.httpStatusCode
      : null
  const systemCode = matching(fields.get('code'), SYSTEM_CODE)
  return {
    code: matching(fields.get('Code'), CODE),
    message: error instanceof Error ? error.message : '',
    status: typeof status === 'number' ? status : null,
    systemCode,
    retryAfterMs: retryAfterOf(error),
    name: (error instanceof Error ? matching(error.name, CODE) : null) ?? 'error',
    // Broken connections get this name as well, with a code.
    timedOut: error instanceof Error && error.name === 'TimeoutError' && systemCode === null,
  }
}

/** The SDK hides the response from enumeration. A date instead of seconds is not read: clocks differ. */
const retryAfterOf = (error: unknown): number | null => {
  const response: unknown = isObject(error) && '$response' in error ? error.$response : null
  const headers: unknown = isObject(response) && 'headers' in response ? response.headers : null
  const seconds: unknown = isObject(headers) && 'retry-after' in headers ? headers['retry-after'] : null
  return typeof seconds === 'string' && /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1000 : null
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const matching = (value: unknown, form: RegExp): string | null =>
  typeof value === 'string' && form.test(value) ? value : null
