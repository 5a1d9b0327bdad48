import { randomUUID } from 'node:crypto'
import type { CommandDefinition, ResultOf } from '@ke-vai/contract/command.ts'
import { type ReadDefinition, type ResponseOf, readPath } from '@ke-vai/contract/endpoint.ts'
import type { OutsideRoute } from '@ke-vai/contract/outside.ts'
import type { z } from 'zod'

interface Answer<T> {
  status: number
  body: T
  headers: Headers
}

/** The code of a refusal, for a body that is one. */
export const codeOf = ({ body }: { body: unknown }): string => (body as { code: string }).code

/**
 * A browser that keeps its cookies, at http://localhost (where passkeys work), speaking to the product as a page of
 * that origin would.
 */
export class Browser {
  readonly origin: string
  cookies = new Map<string, string>()
  readonly headers: Record<string, string> = {}

  constructor(address: string, headers: Record<string, string> = {}) {
    this.origin = address.replace('127.0.0.1', 'localhost')
    this.headers = headers
  }

  async #ask<T>(path: string, init: RequestInit): Promise<Answer<T>> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { 'content-type': 'application/json', origin: this.origin, cookie, ...this.headers }
    const response = await fetch(`${this.origin}/api${path}`, { ...init, headers })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return { status: response.status, body: (await response.json()) as T, headers: response.headers }
  }

  post<R extends OutsideRoute>(route: R, body: z.input<R['body']>): Promise<Answer<z.output<R['response']>>> {
    return this.#ask(route.path, { method: 'POST', body: JSON.stringify(body ?? {}) })
  }

  send<C extends CommandDefinition>(
    command: C,
    args: z.input<C['args']>,
    approvalId?: string,
  ): Promise<Answer<ResultOf<C>>> {
    const envelope = { id: randomUUID(), deviceTime: new Date().toISOString(), args, approvalId }
    return this.#ask(`/commands/${command.name}`, { method: 'POST', body: JSON.stringify(envelope) })
  }

  read<R extends ReadDefinition>(
    read: R,
    params: Record<string, string> = {},
  ): Promise<Answer<ResponseOf<R>>> {
    return this.#ask(readPath(read, params), { method: 'GET' })
  }
}
