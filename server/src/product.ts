import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { signIn as signInShape, signOut as signOutShape } from '@ke-vai/contract/account/account.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { describeActor } from './account/account.ts'
import { hashToken, signIn, signOut } from './account/sign-in.ts'
import { asActor } from './platform/actor.ts'
import { root } from './platform/config.ts'
import type { Database } from './platform/database.ts'
import { makeHttp } from './platform/http.ts'
import { Refused } from './platform/refused.ts'
import type { Vault } from './platform/vault.ts'
import { allCommands, allReads, checkRoutes } from './routes.ts'

// The __Host- prefix would need HTTPS; on loopback a browser drops it over HTTP, so the name is plain.
const cookieName = 'ke_vai'
const cookie = { path: '/', httpOnly: true, sameSite: 'strict', maxAge: 12 * 3600 } as const

/** The product over HTTP on the given database: API, sign-in, and the built app. Not yet listening. */
export async function makeProduct(database: Database, vault: Vault): Promise<FastifyInstance> {
  checkRoutes()
  const http = await makeHttp({
    app: database.app,
    vault,
    commands: allCommands,
    reads: allReads,
    credentialOf: (request) => ({ tokenHash: hashToken(tokenOf(request)) }),
  })
  http.addHook('onRequest', refuseOtherOrigins)
  http.after(() => {
    addSignIn(http, database)
    addHealth(http, database)
  })
  await addApp(http)
  return http
}

function tokenOf(request: FastifyRequest): string {
  const token = request.cookies[cookieName]
  if (!token) throw new Refused('signedOut')
  return token
}

/** A page of another origin cannot make the browser act for somebody: its Origin header gives it away. */
async function refuseOtherOrigins(request: FastifyRequest): Promise<void> {
  const { origin, host } = request.headers
  if (request.method !== 'GET' && origin && new URL(origin).host !== host) throw new Refused('notAllowed')
}

function addSignIn(http: FastifyInstance, database: Database): void {
  http.post(`/api${signInShape.path}`, {
    schema: {
      operationId: 'account.sign_in',
      tags: ['account'],
      body: signInShape.body,
      response: { 200: signInShape.response },
    },
    handler: async (request, reply) => {
      const { username, password } = signInShape.body.parse(request.body)
      const { token } = await signIn(database.signIn, username, password)
      reply.setCookie(cookieName, token, cookie)
      return asActor(database.app, { tokenHash: hashToken(token) }, {}, describeActor)
    },
  })
  http.post(`/api${signOutShape.path}`, {
    schema: { operationId: 'account.sign_out', tags: ['account'], response: { 200: signOutShape.response } },
    handler: async (request, reply) => {
      await signOut(database.signIn, tokenOf(request))
      reply.clearCookie(cookieName, { path: '/' })
      return { done: true }
    },
  })
}

function addHealth(http: FastifyInstance, database: Database): void {
  http.get('/api/health', { schema: { hide: true } }, async () => {
    await database.app`select 1`
    return { ready: true }
  })
}

/** The built app; every address that is no file and no API is the app's own, so that a link can be opened. */
async function addApp(http: FastifyInstance): Promise<void> {
  const folder = join(root, 'app', 'dist')
  if (!existsSync(folder)) return
  await http.register(fastifyStatic, { root: folder, wildcard: false, cacheControl: false })
  http.get('/*', { schema: { hide: true } }, (request: FastifyRequest, reply: FastifyReply) => {
    if (request.url.startsWith('/api/')) throw new Refused('notFound')
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}
