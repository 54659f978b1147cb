import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { claimOf, type ReceivedRequest } from './sigv4.js'
import { errorXml, judge, type KnownCredential, type SignatureVerdict } from './sts-judge.js'

export type { KnownCredential } from './sts-judge.js'

/** How one call is answered, whatever it carries. */
export type Behaviour =
  /** As STS would, after checking the signature. */
  | { readonly kind: 'sts' }
  | {
      readonly kind: 'error'
      readonly status: number
      readonly code: string
      readonly message: string
      readonly retryAfter?: string
    }
  | { readonly kind: 'body'; readonly status: number; readonly type: string; readonly body: string }
  | { readonly kind: 'redirect'; readonly status: number; readonly location: string }
  | { readonly kind: 'hang' }
  /** Headers and half of a body, then nothing more. */
  | { readonly kind: 'stall' }
  | { readonly kind: 'close-mid-answer' }
  /** Endless until the client hangs up. */
  | { readonly kind: 'huge' }

/** One call as the log keeps it: no secret, no token, no signature. */
export interface Call {
  readonly accessKeyId: string | null
  readonly region: string | null
  readonly signature: SignatureVerdict
  readonly token: 'none' | 'present'
  readonly method: string
  readonly userAgent: string
  /** Names of the headers, sorted. */
  readonly headers: readonly string[]
  readonly body: string
  /** Calls under way when this one came in, itself included; and those of its own key id. */
  readonly underWay: number
  readonly underWayForId: number
}

export interface StsServerOptions {
  readonly credentials?: readonly KnownCredential[]
  /** Used up from the front, one for each call; then every call is answered as STS would. */
  readonly script?: readonly Behaviour[]
  readonly region?: string
  /** How far the server's clock is ahead of ours, milliseconds. It tells the time in `Date` as STS does. */
  readonly clockAheadMs?: number
  /** How long an answer is held back, so that calls overlap. */
  readonly delayMs?: number
  /** Key and certificate, PEM: the server speaks TLS. */
  readonly tls?: { readonly key: string; readonly cert: string }
}

export interface StsServer {
  /** `http://127.0.0.1:<port>`, with TLS `https://localhost:<port>` */
  readonly endpoint: string
  readonly calls: readonly Call[]
  /** Bytes written by `huge` answers until their clients hung up. */
  readonly hugeBytes: () => number
  close(): Promise<void>
}

/** A loopback STS: checks each signature for real and answers GetCallerIdentity with AWS's XML and error codes. */
export const startStsServer = async (options: StsServerOptions = {}): Promise<StsServer> => {
  const script = [...(options.script ?? [])]
  const calls: Call[] = []
  const open: (string | null)[] = []
  const sockets = new Set<Socket>()
  let hugeBytes = 0

  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await received(incoming)
    const claim = claimOf(request.headers.authorization ?? '')
    const id = claim?.accessKeyId ?? null
    const now = Date.now() + (options.clockAheadMs ?? 0)
    const verdict = judge(request, options.credentials ?? [], options.region ?? 'us-east-1', now)
    open.push(id)
    calls.push({
      accessKeyId: id,
      region: claim?.region ?? null,
      signature: verdict.signature,
      token: request.headers['x-amz-security-token'] === undefined ? 'none' : 'present',
      method: request.method,
      userAgent: request.headers['user-agent'] ?? '',
      headers: Object.keys(request.headers).sort(),
      body: request.body,
      underWay: open.length,
      underWayForId: open.filter((other) => other === id).length,
    })
    const behaviour = script.shift() ?? { kind: 'sts' }
    await new Promise((resolve) => setTimeout(resolve, options.delayMs ?? 0))
    open.splice(open.indexOf(id), 1)
    response.setHeader('date', new Date(now).toUTCString())
    if (behaviour.kind === 'sts') send(response, verdict.status, 'text/xml', verdict.body)
    else
      perform(behaviour, response, (bytes) => {
        hugeBytes += bytes
      })
  }

  const answer = (incoming: IncomingMessage, response: ServerResponse): void => {
    handle(incoming, response).catch((error: unknown) => response.destroy(error as Error))
  }
  const server =
    options.tls === undefined ? createServer(answer) : createTlsServer({ ...options.tls }, answer)
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `${options.tls === undefined ? 'http://127.0.0.1' : 'https://localhost'}:${(server.address() as AddressInfo).port}`,
    calls,
    hugeBytes: () => hugeBytes,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        for (const socket of sockets) socket.destroy()
      }),
  }
}

export const received = async (incoming: IncomingMessage): Promise<ReceivedRequest> => {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])
  return {
    method: incoming.method ?? '',
    target: incoming.url ?? '/',
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: Buffer.concat(chunks).toString('utf8'),
  }
}

export const perform = (
  behaviour: Exclude<Behaviour, { kind: 'sts' }>,
  response: ServerResponse,
  wrote: (bytes: number) => void,
): void => {
  switch (behaviour.kind) {
    case 'error':
      if (behaviour.retryAfter !== undefined) response.setHeader('retry-after', behaviour.retryAfter)
      send(response, behaviour.status, 'text/xml', errorXml(behaviour.code, behaviour.message))
      return
    case 'body':
      send(response, behaviour.status, behaviour.type, behaviour.body)
      return
    case 'redirect':
      response.setHeader('location', behaviour.location)
      send(response, behaviour.status, 'text/html', '<html><body>Moved</body></html>')
      return
    case 'hang':
      return
    case 'stall':
      response.writeHead(200, { 'content-type': 'text/xml', 'content-length': '1000' })
      response.write('<GetCallerIdentityResponse>')
      return
    case 'close-mid-answer':
      response.writeHead(200, { 'content-type': 'text/xml', 'content-length': '1000' })
      response.write('<GetCallerIdentityResponse>', () => response.destroy())
      return
    case 'huge':
      response.writeHead(200, { 'content-type': 'text/xml' })
      pour(response, wrote)
      return
  }
}

const pour = (response: ServerResponse, wrote: (bytes: number) => void): void => {
  const chunk = Buffer.alloc(64 * 1024, '<a>b</a>')
  const more = (): void => {
    if (response.destroyed) return
    wrote(chunk.length)
    response.write(chunk, (error) => {
      if (!error) setImmediate(more)
    })
  }
  more()
}

export const send = (response: ServerResponse, status: number, type: string, body: string): void => {
  response.writeHead(status, {
    'content-type': type,
    'x-amzn-requestid': 'c0ffee00-0000-4000-8000-000000000000',
  })
  response.end(body)
}
