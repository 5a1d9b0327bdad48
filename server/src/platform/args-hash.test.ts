import { createHash, randomUUID } from 'node:crypto'
import { personRegister } from '@ke-vai/contract/register/person.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type TestProduct, testProduct } from './testing/test-product.ts'

let product: TestProduct
beforeAll(async () => {
  product = await testProduct()
})
afterAll(() => product.close())

test('who has a copy of the database cannot try names against the log of commands', async () => {
  const chair = await product.signIn('tham')
  const args = {
    clubId: demoId('club/tuan-chau'),
    personId: randomUUID(),
    name: 'Vàng Thị Thử',
    groups: ['at_risk' as const],
  }
  const id = randomUUID()
  const first = await chair.send(personRegister, args, id)
  expect(first.status).toBe(200)
  // The retry is known by the keyed hash, and anything else under the same id is not.
  expect(await chair.send(personRegister, args, id)).toEqual(first)
  expect((await chair.send(personRegister, { ...args, name: 'Vàng Thị Khác' }, id)).status).toBe(409)
  const [row] = await product.database.dangerous<{ args_hash: Buffer }[]>`
    select args_hash from command_log where id = ${id}`
  const plain = createHash('sha256')
    .update(JSON.stringify(personRegister.args.parse(args)))
    .digest()
  expect(row?.args_hash).toHaveLength(32)
  expect(row?.args_hash.equals(plain)).toBe(false)
})
