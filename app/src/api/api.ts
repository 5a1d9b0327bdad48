import {
  type Me,
  me,
  signIn as signInShape,
  signOut as signOutShape,
} from '@ke-vai/contract/account/account.ts'
import type { CommandDefinition, ResultOf } from '@ke-vai/contract/command.ts'
import {
  type ParamsOf,
  type QueryOf,
  type ReadDefinition,
  type ResponseOf,
  readPath,
} from '@ke-vai/contract/endpoint.ts'
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
}

/** Sends one command as it stands. Throws RefusedByServer or NoAnswer; after NoAnswer it may be sent again. */
export function postCommand(sent: SentCommand): Promise<unknown> {
  return ask(`/commands/${sent.name}`, posted({ id: sent.id, deviceTime: sent.deviceTime, args: sent.args }))
}

/** An online-only command: sent at once, its checked answer returned. */
export async function sendNow<C extends CommandDefinition>(
  command: C,
  args: z.input<C['args']>,
): Promise<ResultOf<C>> {
  const sent = { id: crypto.randomUUID(), deviceTime: new Date().toISOString(), name: command.name, args }
  return command.result.parse(await postCommand(sent)) as ResultOf<C>
}

export async function postSignIn(username: string, password: string): Promise<Me> {
  return me.parse(await ask(signInShape.path, posted({ username, password })))
}

export async function postSignOut(): Promise<void> {
  await ask(signOutShape.path, { method: 'POST' })
}
