import { randomUUID } from 'node:crypto'
import { today } from '@ke-vai/contract/date/date.ts'
import { referralRespond } from '@ke-vai/contract/referral/referral.ts'
import { contactRecord } from '@ke-vai/contract/register/contact.ts'
import { personRead, personRegister, registerList } from '@ke-vai/contract/register/person.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { legalAid } from '../referral/testing/one-case.ts'
import { referPerson } from '../referral/testing/one-person.ts'

let product: TestProduct
let chair: TestPerson
const clubId = demoId('club/tuan-chau')

beforeAll(async () => {
  product = await testProduct()
  chair = await product.signIn('tham')
})
afterAll(() => product.close())

async function mother(): Promise<string> {
  const personId = randomUUID()
  const made = await chair.send(personRegister, {
    clubId,
    personId,
    name: 'Bàn Thị Thử',
    groups: ['relative'],
  })
  expect(made.status).toBe(200)
  return personId
}

test('scenario 18: a mother is registered, counselled and supported in her own right, and counts as herself', async () => {
  const before = (await chair.read(registerList, { clubId }, { group: 'relative' })).body.total
  const personId = await mother()
  const counselled = await chair.send(contactRecord, {
    clubId,
    contactId: randomUUID(),
    personId,
    onDay: today(),
    kinds: ['counselling'],
    topics: ['family'],
    ruleTicked: true,
  })
  expect(counselled.status).toBe(200)
  const { referral } = await referPerson(chair, { clubId, personId })
  expect((await chair.read(personRead, { clubId, personId })).body.status).toBe('referred')
  const tam = await product.signIn('tam')
  const answer = { organisationId: legalAid, referralId: referral.referralId, to: 'accepted' as const }
  expect((await tam.send(referralRespond, answer)).status).toBe(200)

  const page = (await chair.read(personRead, { clubId, personId })).body
  expect(page).toMatchObject({ groups: ['relative'], status: 'accompanied' })
  expect(page.contacts.map((each) => each.countedAs)).toEqual(['counselling'])
  expect(page.referrals).toMatchObject([{ service: 'papers', outcome: 'accepted', outcomeOn: today() }])
  const relatives = (await chair.read(registerList, { clubId }, { group: 'relative' })).body
  expect(relatives.total).toBe(before + 1)
  expect((await chair.read(registerList, { clubId }, { group: 'victim' })).body.lines).not.toContainEqual(
    expect.objectContaining({ id: personId }),
  )
})
