import type { CommandDefinition, ResultOf } from '@ke-vai/contract/command.ts'
import {
  type ParamsOf,
  type QueryOf,
  type ReadDefinition,
  type ResponseOf,
  readPath,
} from '@ke-vai/contract/endpoint.ts'
import type { OutsideRoute } from '@ke-vai/contract/outside.ts'
import { commonRefusals, type Refusal, refusal } from '@ke-vai/contract/refusal.ts'
import type { z } from 'zod'

/** The server understood and said no, in words; `status` tells a lost sign-in (401) from a rule (422). */
export class RefusedByServer extends Error {
  readonly refusal: Refusal
  readonly status: number
  constructor(status: number, said: Refusal) {
    super(said.code)
    this.status = status
    this.refusal = said
  }
}

/** No answer of ours came: no network, a captive portal, a fault on the way. The work stays where it is. */
export class NoAnswer extends Error {}

async function ask(path: string, init?: RequestInit): Promise<unknown> {
  let response: Response
  try {
    response = await fetch(`/api${path}`, { credentials: 'same-origin', ...init })
  } catch {
    throw new NoAnswer()
  }
  // A captive portal answers 200 with a page: only JSON is an answer of ours.
  const isOurs = response.headers.get('content-type')?.startsWith('application/json') ?? false
  if (!isOurs) throw new NoAnswer()
  let body: unknown
  try {
    body = await response.json()
  } catch {
    throw new NoAnswer()
  }
  if (response.ok) return body
  if (response.status >= 500) throw new NoAnswer()
  const said = refusal.safeParse(body)
  throw new RefusedByServer(response.status, said.success ? said.data : commonRefusals.fault)
}

const posted = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

/** One read, typed and checked by its definition. Throws RefusedByServer or NoAnswer. */
export async function fetchRead<R extends ReadDefinition>(
  read: R,
  params: ParamsOf<R>,
  query: QueryOf<R>,
): Promise<ResponseOf<R>> {
  return read.response.parse(await ask(pathOf(read, params, query))) as ResponseOf<R>
}

/** The address of a read, for links to files. */
export function addressOf<R extends ReadDefinition>(read: R, params: ParamsOf<R>, query: QueryOf<R>): string {
  return `/api${pathOf(read, params, query)}`
}

function pathOf(read: ReadDefinition, params: unknown, query: unknown): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query as Record<string, unknown>))
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  const path = readPath(read, params as Record<string, string>)
  return search.size > 0 ? `${path}?${search}` : path
}

/** What travels: a command with the id that makes a retry harmless. */
export interface SentCommand {
  id: string
  deviceTime: string
  name: string
  args: unknown
  /** The other person's yes, for what two people must agree on. */
  approvalId?: string | undefined
}

let askStepUp: (() => Promise<boolean>) | null = null

/** Whoever can ask her to confirm that it is she (account/step-up.ts) says so once; true means that she did. */
export function onStepUpNeeded(asks: () => Promise<boolean>): void {
  askStepUp = asks
}

/** Asks; where the server first wants to know that it is she, she is asked, and the very same goes again. */
async function askConfirmed(post: () => Promise<unknown>): Promise<unknown> {
  try {
    return await post()
  } catch (error) {
    const owed = error instanceof RefusedByServer && error.refusal.code === commonRefusals.stepUpNeeded.code
    if (!owed || askStepUp === null || !(await askStepUp())) throw error
    return post()
  }
}

/**
 * Sends one command as it stands, with a step-up where the server asks for one. Throws RefusedByServer or NoAnswer; after
 * NoAnswer it may be sent again.
 */
export async function postCommand(sent: SentCommand): Promise<unknown> {
  const { id, deviceTime, args, approvalId } = sent
  return askConfirmed(() => ask(`/commands/${sent.name}`, posted({ id, deviceTime, args, approvalId })))
}

/** A route outside the commands (signing in, stepping up), typed and checked by its definition. */
export async function askOutside<R extends OutsideRoute>(
  route: R,
  body: z.input<R['body']>,
): Promise<z.output<R['response']>> {
  return route.response.parse(await ask(route.path, posted(body))) as z.output<R['response']>
}

/** A route outside the commands that owes a step-up: a new password, a new passkey. */
export async function askSteppedUp<R extends OutsideRoute>(
  route: R,
  body: z.input<R['body']>,
): Promise<z.output<R['response']>> {
  const answer = await askConfirmed(() => ask(route.path, posted(body)))
  return route.response.parse(answer) as z.output<R['response']>
}

/** An online-only command: sent at once, its checked answer returned. */
export async function sendNow<C extends CommandDefinition>(
  command: C,
  args: z.input<C['args']>,
  approvalId?: string,
): Promise<ResultOf<C>> {
  const sent = {
    id: crypto.randomUUID(),
    deviceTime: new Date().toISOString(),
    name: command.name,
    args,
    approvalId,
  }
  return command.result.parse(await postCommand(sent)) as ResultOf<C>
}
