import { randomUUID } from 'node:crypto'
import { personRegister } from '@ke-vai/contract/register/person.ts'
import { expect } from 'vitest'
import { demoId } from '../../demo/demo.ts'
import { type TestPerson, type TestProduct, testProduct } from '../../platform/testing/test-product.ts'

export const clubId = demoId('club/tuan-chau')
export const chairId = demoId('account/tham')
export const officerId = demoId('account/lai')

/** A product of its own, with the chair of this club and the ward's officer, who may agree with her, signed in. */
export async function chairAndOfficer(): Promise<{
  product: TestProduct
  chair: TestPerson
  officer: TestPerson
}> {
  const product = await testProduct()
  return { product, chair: await product.signIn('tham'), officer: await product.signIn('lai') }
}

/** Enters a person at risk into the book of this club; answers with her id. */
export async function enterPerson(
  chair: TestPerson,
  identity: { name?: string; phone?: string; address?: string } = {},
): Promise<string> {
  const personId = randomUUID()
  const person = { clubId, personId, name: 'Vàng Thị Thử', groups: ['at_risk' as const], ...identity }
  expect((await chair.send(personRegister, person)).status).toBe(200)
  return personId
}
