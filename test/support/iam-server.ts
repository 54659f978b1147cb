import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { type Account, type IamAnswer, type IamState, iamError, iamOver, iamXml } from './iam-account.js'
import { claimOf, type ReceivedRequest, type SignatureClaim, signatureFor } from './sigv4.js'
import { judge, type KnownCredential } from './sts-judge.js'
import { type Behaviour, perform, received, send } from './sts-server.js'

/** One call as the log keeps it: no secret, no token, no signature. */
export interface IamCall {
  readonly action: string
  readonly service: string
  readonly region: string
  /** Who signed. */
  readonly accessKeyId: string | null
  readonly signature: 'right' | 'wrong' | 'not-checked'
  readonly userAgent: string
  readonly params: Readonly<Record<string, string>>
}

export interface IamServerOptions {
  readonly account?: Account
  /** Who may sign, as whom. */
  readonly callers?: readonly KnownCredential[]
  /** Actions that are refused, with the policy's words after "is not authorized to perform". */
  readonly denied?: Readonly<Record<string, string>>
  /** By action, used up from the front; then it is answered as IAM would. */
  readonly script?: Readonly<Record<string, readonly Behaviour[]>>
  readonly region?: string
  /** Where it is not the region of STS. */
  readonly iamRegion?: string
  readonly clockAheadMs?: number
}

export interface IamServer {
  readonly endpoint: string
  readonly calls: readonly IamCall[]
  /** Names of the operations asked for, in order. */
  readonly actions: () => readonly string[]
  readonly users: () => Account['users']
}

const WRITES = /^(?:Create|Update|Delete)/
/** Those of the operations asked for that change something. */
export const writesOf = ({ actions }: IamServer): readonly string[] =>
  actions().filter((action) => WRITES.test(action))

/** A loopback IAM and STS in one that checks each signature and ends with the test. */
export const serveIam = async (options: IamServerOptions = {}): Promise<IamServer> => {
  const state = iamOver(options.account ?? { users: {} })
  const scripts = new Map(Object.entries(options.script ?? {}).map(([name, list]) => [name, [...list]]))
  const calls: IamCall[] = []
  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await received(incoming)
    const params = new URLSearchParams(request.body)
    const action = params.get('Action') ?? ''
    const now = Date.now() + (options.clockAheadMs ?? 0)
    const claim = claimOf(request.headers.authorization ?? '')
    const behaviour = scripts.get(action)?.shift() ?? { kind: 'sts' }
    const verdict: Verdict =
      behaviour.kind === 'sts'
        ? verdictOn(request, claim, params, state, options, now)
        : { status: 0, body: '', signature: 'not-checked' }
    calls.push({
      action,
      service: claim?.service ?? '',
      region: claim?.region ?? '',
      accessKeyId: claim?.accessKeyId ?? null,
      signature: verdict.signature,
      userAgent: request.headers['user-agent'] ?? '',
      params: Object.fromEntries(params),
    })
    response.setHeader('date', new Date(now).toUTCString())
    if (behaviour.kind === 'sts') send(response, verdict.status, 'text/xml', verdict.body)
    // A proxy's page has no request id of AWS.
    else if (behaviour.kind === 'body')
      response.writeHead(behaviour.status, { 'content-type': behaviour.type }).end(behaviour.body)
    else perform(behaviour, response, () => undefined)
  }
  const endpoint = await listen((incoming, response) => {
    handle(incoming, response).catch((error: unknown) => response.destroy(error as Error))
  })
  return { endpoint, calls, actions: () => calls.map(({ action }) => action), users: state.users }
}

const listen = async (
  handle: (incoming: IncomingMessage, response: ServerResponse) => void,
): Promise<string> => {
  const server = createServer(handle)
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

interface Verdict extends IamAnswer {
  readonly signature: IamCall['signature']
}

const verdictOn = (
  request: ReceivedRequest,
  claim: SignatureClaim | null,
  params: URLSearchParams,
  state: IamState,
  options: IamServerOptions,
  now: number,
): Verdict => {
  const callers = (options.callers ?? []).filter((caller) => isUsable(caller, state))
  const region = options.region ?? 'us-east-1'
  if (claim?.service !== 'iam') return judge(request, callers, region, now)
  const action = params.get('Action') ?? ''
  const caller = callers.find(({ accessKeyId }) => accessKeyId === claim.accessKeyId)
  const refuse = (answer: IamAnswer, signature: Verdict['signature']): Verdict => ({ ...answer, signature })
  if (caller === undefined)
    return refuse(iamError(403, 'InvalidClientTokenId', 'The security token is invalid'), 'not-checked')
  const token = request.headers['x-amz-security-token'] ?? null
  if (
    claim.region !== (options.iamRegion ?? region) ||
    token !== caller.sessionToken ||
    signatureFor(request, claim, caller.secretAccessKey) !== claim.signature
  )
    return refuse(iamError(403, 'SignatureDoesNotMatch', 'The signature we calculated differs'), 'wrong')
  if (params.get('Version') !== '2010-05-08')
    return refuse(iamError(400, 'InvalidAction', 'Could not find operation'), 'right')
  const reason = options.denied?.[action]
  if (reason !== undefined)
    return refuse(
      iamError(
        403,
        'AccessDenied',
        `User: ${caller.arn} is not authorized to perform: iam:${action} ${reason}`,
      ),
      'right',
    )
  const answer = state.answer(action, params, /:user\/(?:.*\/)?([^/]+)$/.exec(caller.arn)?.[1] ?? '')
  return { status: answer.status, body: iamXml(action, answer), signature: 'right' }
}

/** A caller's own key works until the account says otherwise. */
const isUsable = ({ accessKeyId }: KnownCredential, state: IamState): boolean =>
  !Object.values(state.users())
    .flat()
    .some((key) => key.accessKeyId === accessKeyId && key.status === 'Inactive')
