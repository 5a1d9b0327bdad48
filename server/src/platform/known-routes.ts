import type { FastifyInstance } from 'fastify'

/** Routes that belong to no person and change nothing: readiness and the description of the API. */
const ofNobody = ['GET /api/health', 'GET /api/openapi.json']

/**
 * Closed unless opened, for the web server itself: a route of the API that the contract does not know stops the start.
 * Outside /api only files are served, by GET.
 * @param described 'POST /api/commands/club.create', 'GET /api/me', … as the contract has them
 */
export function refuseUnknownRoutes(http: FastifyInstance, described: readonly string[]): void {
  const known = new Set([...described, ...ofNobody])
  http.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) {
      // A HEAD is made of each GET by the framework.
      const asked = `${each === 'HEAD' ? 'GET' : each} ${url}`
      const isFile = asked.startsWith('GET /') && !asked.startsWith('GET /api')
      if (!isFile && !known.has(asked)) throw new Error(`a route that the contract does not know: ${asked}`)
    }
  })
}
