import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { CommandDefinition, ResultOf } from '@ke-vai/contract/command.ts'
import { type QueryOf, type ReadDefinition, type ResponseOf, readPath } from '@ke-vai/contract/endpoint.ts'
import type { z } from 'zod'
import { demoPassword } from '../../../../database/seed/network.ts'
import { makeProduct } from '../../product.ts'
import { type TestDatabase, testDatabase } from './test-database.ts'

/** An answer as it came: status and body, so that a test may expect a refusal. */
export interface Answer<T> {
  status: number
  body: T
}

/** One signed-in person who speaks HTTP to the product, as her browser would. */
export interface TestPerson {
  cookie: string
  send<C extends CommandDefinition>(
    command: C,
    args: z.input<C['args']>,
    id?: string,
    approvalId?: string,
  ): Promise<Answer<ResultOf<C>>>
  read<R extends ReadDefinition>(
    read: R,
    params: z.input<R['params']>,
    query?: QueryOf<R>,
  ): Promise<Answer<ResponseOf<R>>>
  /** Any path, for files and for what no client would ask. */
  get(path: string): Promise<Response>
}

export interface TestProduct {
  database: TestDatabase
  address: string
  signIn(username: string, password?: string): Promise<TestPerson>
  close(): Promise<void>
}

/** The whole product on a database of its own, listening on a free port of loopback. */
export async function testProduct(): Promise<TestProduct> {
  const database = await testDatabase()
  const http = await makeProduct(database, database.vault)
  await http.listen({ host: '127.0.0.1', port: 0 })
  const address = `http://127.0.0.1:${(http.server.address() as AddressInfo).port}`
  return {
    database,
    address,
    signIn: (username, password = demoPassword) => signIn(address, username, password),
    close: async () => {
      // A connection on which nothing was asked yet would be waited for.
      http.server.closeAllConnections()
      await http.close()
      await database.close()
    },
  }
}

async function signIn(address: string, username: string, password: string): Promise<TestPerson> {
  const answer = await fetch(`${address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  if (answer.status !== 200) throw new Error(`${username} could not sign in: ${answer.status}`)
  const cookie = (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
  const get = (path: string) => fetch(`${address}${path}`, { headers: { cookie } })
  return {
    cookie,
    get,
    send: async (command, args, id = randomUUID(), approvalId) => {
      const response = await fetch(`${address}/api/commands/${command.name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ id, deviceTime: new Date().toISOString(), args, approvalId }),
      })
      return { status: response.status, body: (await response.json()) as ResultOf<typeof command> }
    },
    read: async (read, params, query = {} as never) => {
      const search = new URLSearchParams(
        Object.entries(query as Record<string, unknown>)
          .filter(([, value]) => value !== undefined)
          .map(([name, value]) => [name, String(value)]),
      )
      const response = await get(`/api${readPath(read, params as Record<string, string>)}?${search}`)
      return { status: response.status, body: (await response.json()) as ResponseOf<typeof read> }
    },
  }
}
