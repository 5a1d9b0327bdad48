import { randomUUID } from 'node:crypto'
import { memberLinkAccount } from '@ke-vai/contract/club/member.ts'
import { registerList } from '@ke-vai/contract/register/person.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { asActor } from '../platform/actor.ts'
import { type TestProduct, testProduct } from '../platform/testing/test-product.ts'

// An officer opens no identity. She invites members alone and links accounts: together these must not lead her, through
// an account of her own making, to the persons of a member.

const clubId = demoId('club/tuan-chau')
const [withPersons, without, linked] = [randomUUID(), randomUUID(), randomUUID()]
const hoa = demoId('account/hoa')
let product: TestProduct
beforeAll(async () => {
  product = await testProduct()
  const sql = product.database.dangerous
  for (const id of [withPersons, without])
    await sql`insert into member (province, id, club_id, display_name) values ('22', ${id}, ${clubId}, 'M')`
  await sql`insert into member (province, id, club_id, display_name, account_id)
    values ('22', ${linked}, ${clubId}, 'M', ${demoId('account/pao')})`
  await sql`insert into person (province, id, club_id, code, member_id)
    values ('22', ${randomUUID()}, ${clubId}, 'T-1', ${withPersons})`
})
afterAll(() => product?.close())

test('an officer links no account to a member to whom persons are assigned; the chair does', async () => {
  const officer = await product.signIn('lai')
  const args = { clubId, memberId: withPersons, accountId: hoa }
  expect(await officer.send(memberLinkAccount, args)).toMatchObject({
    status: 422,
    body: { code: 'member_has_persons' },
  })
  const puppet = await product.signIn('hoa')
  expect((await puppet.read(registerList, { clubId })).body).toMatchObject({ lines: [] })
  const set = (username: string, memberId: string) =>
    asActor(
      product.database.operator,
      { accountId: demoId(`account/${username}`) },
      {},
      (tx) => tx`update member set account_id = ${hoa} where id = ${memberId} returning id`,
    )
  await expect(set('lai', withPersons)).rejects.toMatchObject({ code: '42501' })
  await expect(set('tham', linked), 'what is hers alone hangs on it').rejects.toMatchObject({ code: '42501' })
  await expect(set('lai', without)).resolves.toHaveLength(1)
  await product.database.dangerous`update member set account_id = null where id = ${without}`
  const chair = await product.signIn('tham')
  expect((await chair.send(memberLinkAccount, args)).status).toBe(200)
})
