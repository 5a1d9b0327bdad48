import cookie from '@fastify/cookie'
import swagger from '@fastify/swagger'
import { commandBody } from '@ke-vai/contract/command.ts'
import { commonRefusals, type Refusal, refusal } from '@ke-vai/contract/refusal.ts'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import type { Credential } from './actor.ts'
import { type Arrival, type Command, runCommand } from './commands.ts'
import type { Sql } from './database.ts'
import { type FileAnswer, type Read, runRead } from './reads.ts'
import { Refused } from './refused.ts'
import { securityHeaders } from './security-headers.ts'
import type { Vault } from './vault.ts'

/** What the routes are made of. The lists are checked against the contract before anything listens. */
export interface Wiring {
  app: Sql
  vault: Vault
  commands: readonly Command[]
  reads: readonly Read[]
  /** Who is asking: from the cookie; throws `signed_out`. */
  credentialOf(request: FastifyRequest): Credential
}

// A workbook travels inside a command as base64, so the largest body is a little over its limit of 5 MB.
const bodyLimit = 8 * 1024 * 1024

/** An HTTP server that speaks the contract: one route a command, one a read, answers cut to their declared shape. */
export async function makeHttp(wiring: Wiring): Promise<FastifyInstance> {
  const http = Fastify({ logger: false, bodyLimit, trustProxy: false })
  http.setValidatorCompiler(validatorCompiler)
  http.setSerializerCompiler(serializerCompiler)
  http.addHook('onSend', securityHeaders)
  http.setErrorHandler(answerError)
  http.setNotFoundHandler((_, reply) => say(reply, 404, commonRefusals.notFound))
  await http.register(cookie)
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Kề Vai', version: '0.1.0', license: { name: 'AGPL-3.0-or-later' } },
    },
    transform: jsonSchemaTransform,
  })
  // Routes go in after the describing plugin has loaded, or it would not see them.
  http.after(() => {
    for (const each of wiring.commands) addCommand(http, wiring, each)
    for (const each of wiring.reads) addRead(http, wiring, each)
  })
  http.get('/api/openapi.json', { schema: { hide: true } }, () => http.swagger())
  return http
}

const refusals = { '4xx': refusal }

function addCommand(http: FastifyInstance, wiring: Wiring, each: Command): void {
  const { definition } = each
  http.post(`/api/commands/${definition.name}`, {
    schema: {
      operationId: definition.name,
      summary: definition.summary.en,
      description: `${definition.summary.vi}. Permission: ${definition.permission}. Audit: ${definition.audit}.`,
      tags: ['commands'],
      body: commandBody(definition),
      response: { 200: definition.result, ...refusals },
    },
    handler: (request) =>
      runCommand(wiring.app, wiring.vault, wiring.credentialOf(request), each, request.body as Arrival),
  })
}

function addRead(http: FastifyInstance, wiring: Wiring, each: Read): void {
  const { definition } = each
  http.get(`/api${definition.path}`, {
    schema: {
      operationId: definition.name,
      summary: definition.summary.en,
      description: `${definition.summary.vi}. Permission: ${definition.permission}.`,
      tags: ['reads'],
      params: definition.params,
      querystring: definition.query,
      ...(definition.file ? {} : { response: { 200: definition.response, ...refusals } }),
    },
    handler: async (request, reply) => {
      const asked = { params: request.params as Record<string, unknown>, query: request.query }
      const answer = await runRead(wiring.app, wiring.credentialOf(request), each, asked)
      return definition.file ? sendFile(reply, definition.file, answer as FileAnswer) : answer
    },
  })
}

function sendFile(reply: FastifyReply, mediaType: string, file: FileAnswer): FastifyReply {
  return reply
    .type(mediaType)
    .header('content-disposition', `attachment; filename="${file.name}"`)
    .send(Buffer.from(file.bytes))
}

/** The one form in which the server says no. */
function say(reply: FastifyReply, status: number, said: Refusal): FastifyReply {
  return reply.status(status).type('application/json').serializer(JSON.stringify).send(said)
}

/** Turns whatever was thrown into a refusal. Nothing that somebody typed and no stack leaves here. */
function answerError(error: unknown, _: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Refused) return say(reply, error.status, error.refusal)
  if (hasZodFastifySchemaValidationErrors(error)) {
    // The names of body and argument are ours; whatever stands deeper may have been typed.
    const field = error.validation[0]?.instancePath.split('/').filter(Boolean).slice(0, 2).join('.') ?? ''
    return say(reply, 400, { ...commonRefusals.badShape, field })
  }
  const status = (error as { statusCode?: number }).statusCode ?? 500
  if (status < 500) return say(reply, status, commonRefusals.badShape)
  const code = (error as { code?: string }).code ?? (error as Error).name
  // The place in our code and the error's code tell enough; its message could hold a value.
  const place =
    (error as Error).stack
      ?.split('\n')
      .find((line) => line.includes('/server/src/'))
      ?.trim() ?? ''
  process.stderr.write(`fault ${code} ${place}\n`)
  return isBusy(code, error) ? say(reply, 503, commonRefusals.busy) : say(reply, 500, commonRefusals.fault)
}

// PostgreSQL's class 53 (no resources), 57P (shutting down), and a lost or refused connection pass by themselves.
function isBusy(code: string, error: unknown): boolean {
  return (
    /^(53|57P|CONNECTION|ECONN|EPIPE)/.test(code) ||
    code === 'CONNECT_TIMEOUT' ||
    (error as NodeJS.ErrnoException).syscall === 'connect'
  )
}
