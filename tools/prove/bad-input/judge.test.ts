import { commonRefusals } from '@ke-vai/contract/refusal.ts'
import { expect, test } from 'vitest'
import { faultIn } from './judge.ts'
import { canary } from './nasty.ts'

const answered = (status: number, body: unknown, header: Record<string, string> = {}) =>
  faultIn({
    status,
    headers: new Headers({ 'cache-control': 'no-store', ...header }),
    text: typeof body === 'string' ? body : JSON.stringify(body),
  })

test('a plain refusal passes; a fault, an echo, a stack, SQL, a cache or other words do not', () => {
  const no = commonRefusals.badShape
  expect(answered(400, no)).toBeNull()
  expect(answered(200, 'anything')).toBeNull()
  const bad = [
    answered(500, commonRefusals.fault),
    answered(400, { ...no, field: canary }),
    answered(404, no, { location: `/${canary}` }),
    answered(400, { ...no, field: 'at run (/server/src/x.ts:1:2)' }),
    answered(409, { ...no, field: 'duplicate key value violates unique constraint' }),
    answered(400, no, { 'cache-control': 'max-age=60' }),
    answered(404, '<h1>Not found</h1>'),
    answered(404, { error: 'Not Found' }),
  ]
  expect(bad).not.toContain(null)
})
