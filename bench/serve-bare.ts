import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import { type Bare, openBare, type Plan } from './bare.ts'
import type { Order } from './child.ts'

// The bare driver behind a bare HTTP route, in a process of its own as the product is: what any answer over HTTP costs
// that guards nothing. Plans are told by message, one address each; a turn's own values come as the request's body.
process.once('message', async ({ server, database, atOnce }: Order) => {
  const free: Bare[] = Array.from({ length: atOnce }, () => openBare(server, database))
  const plans: Plan[] = []
  const http = Fastify({ logger: false })
  const run = async (number: string, swap: readonly [unknown, unknown][]) => {
    const [plan, bare] = [plans[Number(number)], free.pop()]
    if (!plan || !bare) throw new Error('no such plan, or more callers than connections')
    const rows = await bare.replay(plan, new Map(swap))
    free.push(bare)
    return rows
  }
  http.get<{ Params: { plan: string } }>('/plans/:plan', ({ params }) => run(params.plan, []))
  http.post<{ Params: { plan: string }; Body: [unknown, unknown][] }>('/plans/:plan', ({ params, body }) =>
    run(params.plan, body),
  )
  await http.listen({ host: '127.0.0.1', port: 0 })
  process.on('message', (plan: Plan) => process.send?.(`/plans/${plans.push(plan) - 1}`))
  process.once('disconnect', () => process.exit(0))
  process.send?.(`http://127.0.0.1:${(http.server.address() as AddressInfo).port}`)
})
