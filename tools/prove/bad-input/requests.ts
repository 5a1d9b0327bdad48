import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { type CommandDefinition, commandBody } from '@ke-vai/contract/command.ts'
import type { ReadDefinition } from '@ke-vai/contract/endpoint.ts'
import fc from 'fast-check'
import { canary, nastyTexts } from './nasty.ts'
import { type IdsOf, near, shapeOf } from './shapes.ts'

/** One request as it is sent; `name` tells which route it is meant for, for the report alone. */
export interface Asked {
  name: string
  method: 'GET' | 'POST'
  path: string
  headers: Record<string, string>
  body?: string | Uint8Array<ArrayBuffer>
}

const json = { 'content-type': 'application/json' }

/** A command's body made from its schema, under an id of its own or one that may have been used. */
export function commandRequest(definition: CommandDefinition, ids: IdsOf): fc.Arbitrary<Asked> {
  const args = shapeOf(definition.args)
  const whole = fc.tuple(near(args, ids), fc.nat(29)).map(([made, dice]) => ({
    ...{ id: dice === 0 ? `${canary}` : randomUUID(), deviceTime: new Date().toISOString(), args: made },
    ...(dice === 1 ? { approvalId: randomUUID() } : {}),
  }))
  const body = fc.oneof({ arbitrary: whole, weight: 9 }, near(shapeOf(commandBody(definition)), ids))
  return body.map((sent) => post(`/api/commands/${definition.name}`, JSON.stringify(sent), definition.name))
}

/** A read's address: its params and query from their schemas, sometimes twice, sometimes badly encoded. */
export function readRequest(definition: ReadDefinition, ids: IdsOf): fc.Arbitrary<Asked> {
  const params = near(shapeOf(definition.params), ids)
  const query = near(shapeOf(definition.query), ids)
  return fc
    .tuple(params, query, fc.nat(39), fc.constantFrom(...nastyTexts))
    .map(([filled, asked, dice, odd]) => {
      const path = definition.path.replace(/:(\w+)/gu, (_, name: string) => encode(fieldOf(filled, name)))
      const fields = Object.entries(asked !== null && typeof asked === 'object' ? asked : {})
      const search = fields.map(([name, value]) => `${encode(name)}=${encode(value)}`)
      if (dice === 0) search.push(...search)
      if (dice === 1) search.push(`${encode(odd)}=${encode(odd)}`, '__proto__[polluted]=1', 'limit[]=1')
      if (dice === 2) search.push('limit=%', '%E0%A4%A=1', '&&==&')
      return { name: definition.name, method: 'GET', path: `/api${path}?${search.join('&')}`, headers: {} }
    })
}

/** A route that is neither command nor read (signing in and what belongs to it), as the server itself describes it. */
export function otherRequest(
  path: string,
  method: 'GET' | 'POST',
  body: unknown,
  ids: IdsOf,
): fc.Arbitrary<Asked> {
  if (method === 'GET') return fc.constant({ name: path, method, path, headers: {} })
  return near((body ?? {}) as Parameters<typeof near>[0], ids).map((sent) =>
    post(path, JSON.stringify(sent) ?? '', path),
  )
}

function post(path: string, body: string | Uint8Array<ArrayBuffer>, name: string, headers = {}): Asked {
  return { name, method: 'POST', path, headers: { ...json, ...headers }, body }
}

function fieldOf(object: unknown, name: string): unknown {
  return object !== null && typeof object === 'object' ? (object as Record<string, unknown>)[name] : object
}

// A lone half of a sign cannot be encoded; it travels as the sign for what is unknown.
const wellFormed = (text: string) => Buffer.from(text).toString()
function encode(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return encodeURIComponent(wellFormed(text.slice(0, 4_000)))
}

/** What is wrong below the shapes: in the letters of JSON, in headers, in addresses, in size. */
export function odditiesFor(command: string): Asked[] {
  const path = `/api/commands/${command}`
  const odd = (name: string, body: string | Uint8Array<ArrayBuffer>, headers = {}) =>
    post(path, body, name, headers)
  const get = (name: string, at: string, headers = {}): Asked => ({ name, method: 'GET', path: at, headers })
  const whole = JSON.stringify({
    id: randomUUID(),
    deviceTime: new Date().toISOString(),
    args: { note: canary },
  })
  const deep = (open: string, close: string) =>
    `{"id":"${canary}","args":${open.repeat(10_000)}1${close.repeat(10_000)}}`
  return [
    ...[
      '',
      '{',
      '[',
      'null',
      '1',
      '""',
      `"${canary}"`,
      '{"id":}',
      `{"id":"${canary}\\u00"}`,
      `${whole}${whole}`,
    ].map((body) => odd('broken JSON', body)),
    odd('JSON in UTF-16', new Uint8Array(Buffer.from(whole, 'utf16le'))),
    odd('a byte order mark', `\ufeff${whole}`),
    odd('bytes that are no text', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0xc0, 0x80, 0x22, 0x7d])),
    odd('deep arrays', deep('[', ']')),
    odd('deep objects', deep('{"a":', '}')),
    odd('poisoned', `{"__proto__":{"polluted":"${canary}"},"id":"${canary}"}`),
    odd('poisoned deeper', `{"id":"${canary}","args":{"constructor":{"prototype":{"polluted":1}}}}`),
    odd('many keys', `{${Array.from({ length: 20_000 }, (_, i) => `"${canary}${i}":${i}`).join(',')}}`),
    odd('same key twice', `{"id":"${canary}","id":"${randomUUID()}","args":{}}`),
    odd('a long number', `{"id":${'9'.repeat(50_000)},"args":{}}`),
    odd('too large', `"${'x'.repeat(9_000_000)}"`),
    odd('nearly too large', `{"id":"${canary}","args":"${'ơ'.repeat(3_500_000)}"}`),
    odd('compressed', new Uint8Array(gzipSync(whole)), { 'content-encoding': 'gzip' }),
    odd('a compressed bomb', new Uint8Array(gzipSync(Buffer.alloc(50_000_000))), {
      'content-encoding': 'gzip',
    }),
    ...[
      'text/plain',
      'application/xml',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
    ].map((type) => odd('another type', whole, { 'content-type': type })),
    odd('a broken type', whole, { 'content-type': `;;;${canary}` }),
    odd('JSON of another alphabet', whole, { 'content-type': 'application/json; charset=utf-7' }),
    ...['null', `http://${canary}.example`, canary, 'http://[', '//'].map((origin) =>
      odd('another origin', whole, { origin }),
    ),
    odd('a foreign host', whole, { 'x-forwarded-host': `${canary}.example`, 'x-forwarded-for': `${canary}` }),
    odd('a method in a header', whole, { 'x-http-method-override': 'DELETE' }),
    get('a broken cookie', '/api/me', { cookie: `ke_vai=%E0%A4%A; __proto__=1; ke_vai=${canary}` }),
    get('a long cookie', '/api/me', { cookie: `ke_vai=${'x'.repeat(9_000)}` }),
    get('a long header', '/api/me', { 'x-long': canary.repeat(5_000) }),
    get('a range', '/api/me', { range: 'bytes=0-1,5-9', 'if-none-match': '*', accept: canary }),
    ...[
      `/api/${canary}`,
      `/api/commands/${canary}`,
      `/api/%`,
      `/api/%E0%A4%A?${canary}`,
      `/api/%00${canary}`,
    ].map((at) => get('an unknown address', at)),
    ...[
      `/api/clubs/${canary.repeat(60)}`,
      `//api/me`,
      `/API/me`,
      `/api/me/`,
      `/api/..%2f..%2fetc/passwd`,
      `/api;/me`,
    ].map((at) => get('an odd address', at)),
    get('a command read', `/api/commands/${command}`),
  ]
}
