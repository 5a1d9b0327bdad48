import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { makeAccountRoutes } from './account/account-routes.ts'
import { root } from './platform/config.ts'
import type { Database } from './platform/database.ts'
import { makeHttp } from './platform/http.ts'
import { Refused } from './platform/refused.ts'
import type { Vaults } from './platform/vault.ts'
import { allCommands, allReads, checkRoutes, describedRoutes } from './routes.ts'

/**
 * The product over HTTP on the given database: API, sign-in, and the built app. Not yet listening.
 * @param origin the address at which people reach it ('https://…'); undefined: this machine alone
 */
export async function makeProduct(
  database: Database,
  vaults: Vaults,
  origin?: string,
): Promise<FastifyInstance> {
  const { routes: outside, credentialOf } = makeAccountRoutes({
    database,
    vault: vaults.asking(null),
    origin,
  })
  checkRoutes(outside)
  const http = await makeHttp({
    app: database.app,
    vaults,
    commands: allCommands,
    reads: allReads,
    outside,
    described: describedRoutes,
    origin,
    credentialOf,
  })
  http.addHook('onRequest', refuseOtherOrigins(origin))
  http.after(() => addHealth(http, database))
  await addApp(http)
  return http
}

/** A page of another origin cannot make the browser act for somebody: its Origin header gives it away. */
function refuseOtherOrigins(own: string | undefined) {
  return async (request: FastifyRequest): Promise<void> => {
    const { origin, host } = request.headers
    if (request.method === 'GET' || !origin) return
    // A page without an origin of its own says 'null', which is no address and no origin of ours either.
    const isOwn = own ? origin === own : URL.canParse(origin) && new URL(origin).host === host
    if (!isOwn) throw new Refused('notAllowed')
  }
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
