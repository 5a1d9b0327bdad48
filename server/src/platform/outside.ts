import type { OutsideRoute } from '@ke-vai/contract/outside.ts'
import { refusal } from '@ke-vai/contract/refusal.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'

type Handler<R extends OutsideRoute> = (
  body: z.output<R['body']>,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<z.input<R['response']>>

/** A route outside the commands with its handler. */
export interface Outside {
  definition: OutsideRoute
  run: (body: unknown, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>
}

/** Joins the definition of a route outside the commands with its handler, keeping the types of both in step. */
export function outside<R extends OutsideRoute>(definition: R, run: Handler<R>): Outside {
  return { definition, run: run as unknown as Outside['run'] }
}

/** Puts it on the server: always a POST, so that nothing of its body stands in an address. */
export function addOutside(http: FastifyInstance, { definition, run }: Outside): void {
  const audit = definition.audit.length > 0 ? ` Audit: ${definition.audit.join(', ')}.` : ''
  http.post(`/api${definition.path}`, {
    schema: {
      operationId: definition.name,
      summary: definition.summary.en,
      description: `${definition.summary.vi}. Permission: ${definition.permission}.${audit}`,
      tags: ['account'],
      body: definition.body,
      response: { 200: definition.response, '4xx': refusal },
    },
    handler: (request, reply) => run(request.body, request, reply),
  })
}
