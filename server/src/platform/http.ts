import type { Socket } from 'node:net'
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
import { refusalOfDatabase } from './database-refusal.ts'
import { refuseUnknownRoutes } from './known-routes.ts'
import { addOutside, type Outside } from './outside.ts'
import { type FileAnswer, type Read, runRead } from './reads.ts'
import { Refused } from './refused.ts'
import { headersOf, securityHeaders } from './security-headers.ts'
import type { Vaults } from './vault.ts'

/** What the routes are made of. The lists are checked against the contract before anything listens. */
export interface Wiring {
  app: Sql
  vaults: Vaults
  commands: readonly Command[]
  reads: readonly Read[]
  /** Signing in and what else stands outside the commands. */
  outside: readonly Outside[]
  /** Every route that the contract describes; any other one stops the start. */
  described: readonly string[]
  /** The address at which people reach the product, where it is known: 'https://…'. */
  origin?: string | undefined
  /** Who is asking: from the cookie; throws `signed_out`. */
  credentialOf(request: FastifyRequest): Credential
}

// A workbook travels inside a command as base64, so the largest body is a little over its limit of 5 MB.
const bodyLimit = 8 * 1024 * 1024

/** An HTTP server that speaks the contract: one route a command, one a read, answers cut to their declared shape. */
export async function makeHttp(wiring: Wiring): Promise<FastifyInstance> {
  const http = Fastify({
    logger: false,
    bodyLimit,
    trustProxy: false,
    // An address that cannot be read, before any route is found: the framework's own answer would repeat it.
    frameworkErrors: (_, __, reply) =>
      say(reply.headers(headersOf(wiring.origin)) as FastifyReply, 400, commonRefusals.badShape),
    clientErrorHandler: answerBrokenHttp,
  })
  refuseUnknownRoutes(http, wiring.described)
  http.setValidatorCompiler(validatorCompiler)
  http.setSerializerCompiler(serializerCompiler)
  http.addHook('onSend', securityHeaders(wiring.origin))
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
    for (const each of wiring.outside) addOutside(http, each)
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
      runCommand(wiring.app, wiring.vaults, wiring.credentialOf(request), each, request.body as Arrival),
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
      const answer = await runRead(wiring.app, wiring.vaults, wiring.credentialOf(request), each, asked)
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

/** What is no HTTP at all (a header too long, a broken line) is told so and hung up on; nothing of it is repeated. */
function answerBrokenHttp(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return
  const body = JSON.stringify(commonRefusals.badShape)
  const head = [
    error.code === 'HPE_HEADER_OVERFLOW'
      ? 'HTTP/1.1 431 Request Header Fields Too Large'
      : 'HTTP/1.1 400 Bad Request',
    'content-type: application/json',
    'cache-control: no-store',
    'connection: close',
    `content-length: ${Buffer.byteLength(body)}`,
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
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
  const refused = refusalOfDatabase(error)
  process.stderr.write(`${refused ? 'refused by the database' : 'fault'} ${placeOf(error)}\n`)
  if (refused) return say(reply, refused.status, refused.refusal)
  return say(reply, 500, commonRefusals.fault)
}

/** The error's code and the place in our code: they tell enough, and its message could hold a value. */
function placeOf(error: unknown): string {
  const { code, name, stack } = error as { code?: unknown; name?: unknown; stack?: unknown }
  const said = [code, name].map(String).find((word) => /^\w{2,40}$/.test(word) && word !== 'undefined')
  const line = String(stack)
    .split('\n')
    .find((each) => /^\s+at .*\/server\/src\//.test(each))
  return `${said ?? 'unknown'} ${/\/(server\/src\/[\w./-]+:\d+)/.exec(line ?? '')?.[1] ?? ''}`.trim()
}
