import { randomUUID } from 'node:crypto'
import { today } from '@ke-vai/contract/date/date.ts'
import { contactRecord } from '@ke-vai/contract/register/contact.ts'
import { personRead, personRegister, registerList } from '@ke-vai/contract/register/person.ts'
import { referralAnswer, referralSend } from '@ke-vai/contract/register/referral.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { asActor } from '../platform/actor.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'

let product: TestProduct
let chair: TestPerson
let officer: TestPerson
const clubId = demoId('club/tuan-chau')

beforeAll(async () => {
  product = await testProduct()
  chair = await product.signIn('tham')
  officer = await product.signIn('lai')
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

const referral = (personId: string) => ({
  clubId,
  referralId: randomUUID(),
  personId,
  service: 'psychological' as const,
  sentOn: today(),
})

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
  const sent = referral(personId)
  expect((await chair.send(referralSend, sent)).status).toBe(200)
  expect((await chair.read(personRead, { clubId, personId })).body.status).toBe('referred')
  const answer = { clubId, referralId: sent.referralId, outcome: 'accepted' as const, outcomeOn: today() }
  expect((await chair.send(referralAnswer, answer)).status).toBe(200)

  const page = (await chair.read(personRead, { clubId, personId })).body
  expect(page).toMatchObject({ groups: ['relative'], status: 'accompanied' })
  expect(page.contacts.map((each) => each.countedAs)).toEqual(['counselling'])
  expect(page.referrals).toMatchObject([
    { service: 'psychological', outcome: 'accepted', outcomeOn: today() },
  ])
  const relatives = (await chair.read(registerList, { clubId }, { group: 'relative' })).body
  expect(relatives.total).toBe(before + 1)
  expect((await chair.read(registerList, { clubId }, { group: 'victim' })).body.lines).not.toContainEqual(
    expect.objectContaining({ id: personId }),
  )
})

test('a referral that has ended takes no further answer, and the refusal says what to do', async () => {
  const sent = referral(await mother())
  await chair.send(referralSend, sent)
  const answer = (outcome: 'completed' | 'accepted') =>
    chair.send(referralAnswer, { clubId, referralId: sent.referralId, outcome, outcomeOn: today() })
  expect((await answer('completed')).status).toBe(200)
  expect(await answer('accepted')).toMatchObject({ status: 422, body: { code: 'answer_does_not_follow' } })
})

test('the ward officer and another club send no referral, neither through the server nor past its guard', async () => {
  const personId = await mother()
  expect((await officer.send(referralSend, referral(personId))).status).toBe(403)
  const otherChair = await product.signIn('cao-xanh')
  expect((await otherChair.send(referralSend, referral(personId))).status).toBe(404)
  const own = { ...referral(personId), clubId: demoId('club/cao-xanh') }
  expect((await otherChair.send(referralSend, own)).status).toBe(404)
  for (const username of ['lai', 'cao-xanh', 'son', 'khai'])
    await expect(
      asActor(product.database.operator, { accountId: demoId(`account/${username}`) }, {}, (tx) => {
        return tx`insert into referral (province, id, club_id, person_id, service, sent_on, origin)
          values ('22', ${randomUUID()}, ${clubId}, ${personId}, 'medical', current_date, 'app')`
      }),
    ).rejects.toThrow(/row-level security/)
})
