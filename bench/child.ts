import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../server/src/platform/config.ts'
import type { Server } from '../server/src/platform/database.ts'
import type { Plan } from './bare.ts'
import { type Client, openClient } from './client.ts'

/** What a process that answers over HTTP is told. */
export interface Order {
  server: Server
  database: string
  dataDir: string
  /** How many callers ask at once. */
  atOnce: number
}

interface Serving {
  address: string
  stop(): Promise<void>
}

/** Starts the product in a process of its own, and its vault in another; both end by `stop`, and with us. */
export async function startProduct(order: Order): Promise<Serving> {
  const { address, stop } = await start('bench/serve.ts', order)
  return { address, stop }
}

/** The bare driver behind HTTP. */
export interface BareHttp {
  client: Client
  /** Takes a plan and gives the path at which it is carried out. */
  offer(plan: Plan): Promise<string>
  stop(): Promise<void>
}

export async function startBareHttp(order: Order): Promise<BareHttp> {
  const { child, address, stop } = await start('bench/serve-bare.ts', order)
  const client = openClient(address, '', order.atOnce)
  return {
    client,
    offer: async ({ statements, kind }) => {
      const path = heard(child)
      child.send({ statements, kind })
      return path
    },
    stop: async () => {
      client.close()
      await stop()
    },
  }
}

async function start(file: string, order: Order): Promise<Serving & { child: ChildProcess }> {
  const child = fork(join(root, 'tools', 'run.mjs'), [file], { cwd: root, serialization: 'advanced' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const { server } = order
  // Of an engine only what is needed to reach it travels.
  const reached =
    'url' in server
      ? { url: server.url }
      : { socketDir: server.socketDir, port: server.port, superuser: server.superuser }
  const address = heard(child)
  child.send({ ...order, server: reached })
  return {
    child,
    address: await address,
    stop: async () => {
      if (child.connected) child.disconnect()
      await ended
    },
  }
}

/** The next thing that it says. */
function heard(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a process of the benchmark ended with ${code}`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(String(message))
    })
  })
}
