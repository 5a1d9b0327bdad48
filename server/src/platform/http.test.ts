import { commands } from '@ke-vai/contract/commands.ts'
import { endpoints } from '@ke-vai/contract/endpoints.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
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

test('OpenAPI 3.1 describes every command and every read, from the contract', async () => {
  const described = (await (await fetch(`${product.address}/api/openapi.json`)).json()) as Described
  expect(described.openapi).toMatch(/^3\.1\./)
  const ids = Object.values(described.paths).flatMap((path) =>
    Object.values(path).map((each) => each.operationId),
  )
  expect(new Set(ids)).toEqual(
    new Set([
      ...commands.map((each) => each.name),
      ...endpoints.map((each) => each.name),
      'account.sign_in',
      'account.sign_out',
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
