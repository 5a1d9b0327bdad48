import { monitorEventLoopDelay } from 'node:perf_hooks'
import { commands } from '@ke-vai/contract/commands.ts'
import { endpoints } from '@ke-vai/contract/endpoints.ts'
import fc from 'fast-check'
import { type TestProduct, testProduct } from '../../../server/src/platform/testing/test-product.ts'
import type { Proven, Size } from '../proof.ts'
import { faultIn } from './judge.ts'
import { canary } from './nasty.ts'
import { type Asked, commandRequest, odditiesFor, otherRequest, readRequest } from './requests.ts'
import type { IdsOf } from './shapes.ts'
import { changedTables, watchRows } from './unchanged.ts'
import { fillClub, knownIds } from './world.ts'

const howMany: Record<Size, number> = { small: 800, full: 10_000 }
const perBatch = 200
const roles = ['tham', 'pao', 'lai', 'khai', 'son', 'cao-xanh'] as const

/** What is counted and found on the way. */
interface Found {
  sent: number
  refused: number
  faults: Map<string, number>
  slowest: Lasting
  longestStall: Lasting
}

/** How long something took at the most, in ms, and what it was. */
interface Lasting {
  ms: number
  name: string
}
const longer = (before: Lasting, ms: number, name: string) => (ms > before.ms ? { ms, name } : before)
const tell = ({ ms, name }: Lasting) => `${Math.round(ms)} ms (${name})`

/**
 * Sends requests made from the contract's own shapes, nearly right and wrong in every way, as several people and as
 * nobody. No answer may be a fault, none that refuses may repeat or tell anything, and none may have changed a row.
 */
export async function proveBadInput(size: Size, seed = Date.now() % 1_000_000): Promise<Proven> {
  const product = await testProduct()
  const written = listenToErrors()
  try {
    return await proveOn(product, howMany[size], seed, written.lines)
  } finally {
    written.stop()
    await product.close()
  }
}

async function proveOn(product: TestProduct, total: number, seed: number, log: string[]): Promise<Proven> {
  const people = await Promise.all(roles.map((name) => product.signIn(name)))
  const [chair] = people
  if (!chair) throw new Error('nobody signed in')
  await fillClub(chair)
  // The chair most often: whoever may do most reaches most.
  const cookies = [...people, chair, chair, chair, chair].map((each) => each.cookie)
  const found: Found = {
    sent: 0,
    refused: 0,
    faults: new Map(),
    slowest: { ms: 0, name: '' },
    longestStall: { ms: 0, name: '' },
  }
  const others = await otherRoutes(product.address)
  const rows = await watchRows(product.database.dangerous)
  const memoryBefore = process.memoryUsage().rss
  for (let batch = 0; found.sent < total; batch += 1) {
    const ids = await knownIds(product.database.dangerous)
    const asked = requests(ids, others, seed + batch)
    let before = await rows()
    for (const [i, each] of asked.entries()) {
      const cookie =
        (seed + batch + i) % 13 === 0 ? 'ke_vai=nobody' : (cookies[(i * 7 + batch) % cookies.length] ?? '')
      const answered = await send(product.address, { cookie, ...each.headers }, each, found)
      const after = await rows()
      const fault = faultIn(answered) ?? (answered.status >= 400 ? changeIn(before, after) : null)
      before = after
      if (answered.status >= 400) found.refused += 1
      if (!fault) continue
      const line = `${each.name}: ${fault}`
      if (!found.faults.has(line))
        console.log(line, String(each.body ?? each.path).slice(0, 300), answered.text.slice(0, 200))
      found.faults.set(line, (found.faults.get(line) ?? 0) + 1)
    }
  }
  if (log.some((line) => line.includes(canary))) found.faults.set('the log repeats what was sent', 1)
  for (const line of new Set(log)) console.log(line.trim())
  const growth = Math.round((process.memoryUsage().rss - memoryBefore) / 1024 / 1024)
  const faults = [...found.faults].map(([line, times]) => `${line} ×${times}`)
  return {
    line: [
      `${found.sent} requests (seed ${seed}), ${found.sent - found.refused} done, ${found.refused} refused`,
      `${faults.length} faults${faults.length > 0 ? ` (${faults.join('; ')})` : ''}`,
      `slowest answer ${tell(found.slowest)}, longest stall ${tell(found.longestStall)}, memory +${growth} MB`,
    ].join('; '),
    failed: faults.length > 0,
  }
}

function changeIn(before: Map<string, string>, after: Map<string, string>): string | null {
  const changed = changedTables(before, after)
  return changed.length > 0 ? `refused, but changed ${changed.join(', ')}` : null
}

/** A batch: commands and reads in turn, and among them the routes of no shape and the oddities. */
function requests(ids: IdsOf, others: Other[], seed: number): Asked[] {
  const made = [
    ...commands.map((each) => commandRequest(each, ids)),
    ...commands.map((each) => commandRequest(each, ids)),
    ...endpoints.map((each) => readRequest(each, ids)),
    ...others.map((each) => otherRequest(each.path, each.method, each.body, ids)),
  ]
  const command = commands[seed % commands.length]?.name ?? ''
  const oddities = odditiesFor(command)
  return [
    ...fc.sample(fc.oneof(...made), { numRuns: perBatch - 20, seed }),
    ...fc.sample(fc.constantFrom(...oddities), { numRuns: 20, seed }),
  ]
}

async function send(address: string, headers: Record<string, string>, asked: Asked, found: Found) {
  const stall = monitorEventLoopDelay({ resolution: 5 })
  stall.enable()
  const began = performance.now()
  const response = await fetch(`${address}${asked.path}`, {
    method: asked.method,
    headers,
    ...(asked.body === undefined ? {} : { body: asked.body }),
    redirect: 'manual',
  })
  const text = await response.text()
  stall.disable()
  found.sent += 1
  found.slowest = longer(found.slowest, performance.now() - began, asked.name)
  found.longestStall = longer(found.longestStall, stall.max / 1e6, asked.name)
  return { status: response.status, headers: response.headers, text }
}

interface Other {
  path: string
  method: 'GET' | 'POST'
  body: unknown
}

/** The routes that the server describes beside commands and reads. */
async function otherRoutes(address: string): Promise<Other[]> {
  const described = (await (await fetch(`${address}/api/openapi.json`)).json()) as {
    paths: Record<
      string,
      Record<string, { operationId: string; requestBody?: { content?: Record<string, { schema: unknown }> } }>
    >
  }
  const known = new Set<string>([...commands, ...endpoints].map((each) => each.name))
  return Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { operationId }]) => !known.has(operationId) && operationId !== 'account.sign_out')
      .map(([method, { requestBody }]) => ({
        path,
        method: method === 'get' ? ('GET' as const) : ('POST' as const),
        body: requestBody?.content?.['application/json']?.schema,
      })),
  )
}

/** Hears what the server writes for its operator; it must hold no value either. */
function listenToErrors(): { lines: string[]; stop(): void } {
  const lines: string[] = []
  const write = process.stderr.write.bind(process.stderr)
  process.stderr.write = ((chunk: string | Uint8Array) => {
    lines.push(String(chunk))
    return true
  }) as typeof process.stderr.write
  return {
    lines,
    stop: () => {
      process.stderr.write = write
    },
  }
}
