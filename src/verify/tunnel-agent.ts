import { type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http'
import { Agent, type RequestOptions, request as tlsRequest } from 'node:https'
import { isIP, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect } from 'node:tls'
import { goesDirect, type ProxyServer } from './proxy.js'

type Taken = (error: Error | null, stream: Duplex) => void

/** What a proxy may say before the tunnel stands. */
const LONGEST_REPLY_BYTES = 16 * 1024

/**
 * Connections by CONNECT through a proxy (RFC 9110, section 9.3.6), which Node's own agents don't know. Inside of them TLS
 * is spoken with the host that is asked for, and its certificate verified: a proxy can refuse or break a call, not read
 * or answer it.
 */
export class TunnelAgent extends Agent {
  readonly #proxy: ProxyServer
  readonly #timeoutMs: number
  /** Ways to the proxy that have not become connections yet. */
  readonly #opening = new Set<ClientRequest>()

  /** @param timeoutMs until a tunnel stands; TLS inside of it included */
  constructor(proxy: ProxyServer, timeoutMs: number) {
    super({ keepAlive: true, maxSockets: 4, rejectUnauthorized: true })
    this.#proxy = proxy
    this.#timeoutMs = timeoutMs
  }

  override createConnection(options: RequestOptions, taken?: Taken): Duplex | null | undefined {
    const host = String(options.host ?? options.hostname)
    const port = Number(options.port ?? 443)
    if (goesDirect(this.#proxy, host, port)) return super.createConnection(options, taken)
    this.#open(host, port, taken ?? (() => undefined))
    return undefined
  }

  override destroy(): void {
    for (const request of this.#opening) request.destroy()
    super.destroy()
  }

  #open(host: string, port: number, taken: Taken): void {
    const request = this.#ask(host, port)
    this.#opening.add(request)
    const late = setTimeout(() => fail(proxyError('PROXY_TIMEOUT')), this.#timeoutMs)
    let tunnel: Socket | null = null
    const isFirst = (): boolean => {
      clearTimeout(late)
      return this.#opening.delete(request)
    }
    const fail = (error: Error): void => {
      request.destroy()
      tunnel?.destroy()
      // With an error there is no stream, which the type does not know.
      if (isFirst()) (taken as (error: Error) => void)(error)
    }
    request.on('error', fail)
    request.on('connect', ({ statusCode = 0 }: IncomingMessage, socket: Socket, head: Buffer) => {
      tunnel = socket
      socket.on('error', fail)
      if (statusCode < 200 || statusCode > 299) return fail(proxyError(`PROXY_${statusCode}`))
      // Behind the tunnel nobody speaks before us: it would be the proxy's own words.
      if (head.length > 0) return fail(proxyError('PROXY_GARBLED'))
      const secure = connect({
        socket,
        host,
        ...(isIP(host) === 0 ? { servername: host } : {}),
        rejectUnauthorized: true,
      })
      secure.once('secureConnect', () => {
        if (isFirst()) taken(null, secure)
      })
      secure.once('error', fail)
      secure.once('close', () => fail(proxyError('PROXY_CLOSED')))
    })
    request.end()
  }

  #ask(host: string, port: number): ClientRequest {
    const target = `${isIP(host) === 6 ? `[${host}]` : host}:${port}`
    const { transport, host: proxyHost, port: proxyPort, authorization } = this.#proxy
    const send = transport === 'tls' ? tlsRequest : plainRequest
    return send({
      method: 'CONNECT',
      host: proxyHost,
      port: proxyPort,
      path: target,
      agent: false,
      maxHeaderSize: LONGEST_REPLY_BYTES,
      headers: {
        host: target,
        ...(authorization === null ? {} : { 'proxy-authorization': authorization }),
      },
      ...(transport === 'tls' ? { rejectUnauthorized: true } : {}),
    })
  }
}

/** As a failed connection, which its code tells apart. */
const proxyError = (code: string): Error => Object.assign(new Error('the proxy opened no tunnel'), { code })
