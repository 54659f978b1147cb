import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export interface ConnectProxy {
  /** `127.0.0.1:<port>` */
  readonly address: string
  /** What was asked for: the target and the header Proxy-Authorization. */
  readonly asked: { readonly target: string; readonly authorization: string | undefined }[]
  /** All that clients said inside of tunnels, as latin1. */
  readonly said: () => string
}

/** How the proxy answers: it opens the tunnel, or says these bytes instead and, with `end`, hangs up. */
export type ProxyBehaviour = 'tunnel' | { readonly says: string; readonly after: 'end' | 'nothing' }

/** A loopback HTTP proxy that knows CONNECT only; it ends with the test. */
export const startConnectProxy = async (
  behaviour: ProxyBehaviour = 'tunnel',
  tls?: { readonly key: string; readonly cert: string },
): Promise<ConnectProxy> => {
  const asked: ConnectProxy['asked'] = []
  const said: Buffer[] = []
  const sockets = new Set<Socket>()
  const keep = (socket: Socket): void => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  }
  const refuse: RequestListener = (_request, response) => response.writeHead(405).end()
  const server = tls === undefined ? createServer(refuse) : createTlsServer({ ...tls }, refuse)
  server.on('connect', ({ url = '', headers }, client: Socket) => {
    keep(client)
    asked.push({ target: url, authorization: headers['proxy-authorization'] })
    client.on('data', (chunk: Buffer) => said.push(chunk))
    if (behaviour !== 'tunnel') {
      client.write(behaviour.says)
      if (behaviour.after === 'end') client.end()
      return
    }
    client.write('HTTP/1.1 200 Connection established\r\n\r\n')
    const target = connect(Number(url.split(':').at(-1)), '127.0.0.1')
    keep(target)
    client.pipe(target)
    target.pipe(client)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    said: () => Buffer.concat(said).toString('latin1'),
  }
}
