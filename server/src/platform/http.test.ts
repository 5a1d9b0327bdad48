import { connect } from 'node:net'
import { commands } from '@ke-vai/contract/commands.ts'
import { endpoints } from '@ke-vai/contract/endpoints.ts'
import { outsideRoutes } from '@ke-vai/contract/outside-routes.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { makeHttp } from './http.ts'
import { headersOf } from './security-headers.ts'
import { type TestPerson, type TestProduct, testProduct } from './testing/test-product.ts'

let product: TestProduct
let chair: TestPerson
beforeAll(async () => {
  product = await testProduct()
  chair = await product.signIn('tham')
})
afterAll(() => product.close())

interface Described {
  openapi: string
  paths: Record<
    string,
    Record<string, { operationId: string; requestBody?: unknown; responses: Record<string, unknown> }>
  >
}

test('OpenAPI 3.1 describes every command, read and route beside them, from the contract', async () => {
  const described = (await (await fetch(`${product.address}/api/openapi.json`)).json()) as Described
  expect(described.openapi).toMatch(/^3\.1\./)
  const ids = Object.values(described.paths).flatMap((path) =>
    Object.values(path).map((each) => each.operationId),
  )
  expect(new Set(ids)).toEqual(
    new Set([
      ...commands.map((each) => each.name),
      ...endpoints.map((each) => each.name),
      ...outsideRoutes.map((each) => each.name),
    ]),
  )
  const contact = described.paths['/api/commands/contact.record']?.post
  expect(contact?.requestBody).toBeDefined()
  expect(contact?.responses).toHaveProperty('200')
})

test('every answer forbids foreign scripts, frames and caches of the API', async () => {
  const answer = await chair.get('/api/me')
  expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})

test('whatever is sent as a command, the server neither breaks nor repeats it', async () => {
  const names = commands.map((each) => each.name)
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 3 }), async (name, body) => {
      const canary = 'k7x2q9canary'
      const sent = JSON.stringify({ id: canary, args: body })
      const answer = await fetch(`${product.address}/api/commands/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: chair.cookie },
        body: sent,
      })
      const text = await answer.text()
      expect(answer.status).toBe(400)
      expect(text).not.toContain(canary)
      expect(text).not.toMatch(/at .*\.ts/)
    }),
    { numRuns: 300 },
  )
})

test('broken JSON, a huge body and an unknown path are refused in words', async () => {
  const post = (path: string, body: string, type = 'application/json') =>
    fetch(`${product.address}${path}`, {
      method: 'POST',
      headers: { 'content-type': type, cookie: chair.cookie },
      body,
    })
  expect((await post('/api/commands/contact.record', '{')).status).toBe(400)
  expect((await post('/api/commands/contact.record', `"${'x'.repeat(9_000_000)}"`)).status).toBe(413)
  expect((await post('/api/commands/contact.record', 'x', 'application/xml')).status).toBe(415)
  const missing = await chair.get('/api/nowhere')
  expect(missing.status).toBe(404)
  expect(await missing.json()).toMatchObject({ code: 'not_found', message: { vi: expect.any(String) } })
})

test('whatever the API answers is kept by no cache and carries the same rules; the app alone may be kept', async () => {
  const paths = [
    '/api/me',
    '/%61pi/me',
    '/api/nowhere',
    '/api/%',
    '/api/openapi.json',
    '/api/clubs/1/register',
  ]
  for (const path of paths) {
    const { headers } = await chair.get(path)
    expect([path, headers.get('cache-control'), headers.get('etag')]).toEqual([path, 'no-store', null])
    expect(headers.get('content-security-policy'), path).toMatch(
      /object-src 'none'.*require-trusted-types-for 'script'/,
    )
    expect(headers.get('content-security-policy')).not.toMatch(/'unsafe-|\*/)
    expect(headers.get('permissions-policy')).toContain('camera=()')
    expect(headers.get('strict-transport-security')).toBeNull()
  }
  expect(headersOf('https://ke-vai.example')['strict-transport-security']).toMatch(/^max-age=\d{8}$/)
  expect(headersOf('http://127.0.0.1:8080')).not.toHaveProperty('strict-transport-security')
})

test('what is no HTTP is told so without being repeated', async () => {
  const said = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(product.address).port), '127.0.0.1')
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('close', () => resolve(text)).on('error', reject)
    socket.write('k7x2q9canary / HTTP/9\r\n\r\n')
  })
  expect(said).toMatch(/^HTTP\/1\.1 400 .*no-store.*bad_shape/s)
  expect(said).not.toContain('k7x2q9canary')
})

test('a fault leaves a line of its code and its place, and no value', async () => {
  const http = await makeHttp({
    ...{ app: product.database.app, vaults: product.database.vault },
    ...{ commands: [], reads: [], outside: [], described: ['GET /api/broken'] },
    credentialOf: () => ({ accountId: '' }),
  })
  http.get('/broken', () => {
    throw Object.assign(new Error('k7x2q9canary'), {
      code: 'k7x2q9canary is the code',
      detail: 'k7x2q9canary',
    })
  })
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const answer = await http.inject('/broken')
  const lines = written.mock.calls.map(([text]) => String(text))
  written.mockRestore()
  await http.close()
  expect(answer.statusCode).toBe(500)
  expect(lines.join('')).toMatch(/^fault Error server\/src\/platform\/http\.test\.ts:\d+\n$/)
  expect(answer.body).not.toContain('k7x2q9')
})
