import { randomUUID } from 'node:crypto'
import { caseRead } from '@ke-vai/contract/case/case.ts'
import { childNameRepresentative } from '@ke-vai/contract/case/child.ts'
import { consentAsk, consentGive, consentList, consentWithdraw } from '@ke-vai/contract/consent/consent.ts'
import { addDays, today } from '@ke-vai/contract/date/date.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { legalAid, receive, sheet } from '../referral/testing/one-case.ts'

let product: TestProduct
let van: TestPerson
beforeAll(async () => {
  product = await testProduct()
  van = await product.signIn('van')
})
afterAll(() => product.close())

test('scenario 30: a parent under suspicion cannot consent for the child; a child-protection officer is needed', async () => {
  const ofCase = await receive(van, { ageBand: '7_to_15' })
  const of = (more: object) => van.send(consentGive, sheet(ofCase, legalAid, ['need'], more))
  const name = (suspected: boolean) =>
    van.send(childNameRepresentative, { ...ofCase, relation: 'parent', suspected, name: '', words: '' })
  const parent = { givenBy: 'with_representative', representative: 'parent' }
  // Nobody is named yet, and then a parent under suspicion: neither decides for the child.
  expect((await of(parent)).body).toMatchObject({ code: 'child_officer_needed' })
  expect((await name(true)).status).toBe(200)
  expect((await of(parent)).body).toMatchObject({ code: 'child_officer_needed' })
  expect((await of({ givenBy: 'herself' })).body).toMatchObject({
    code: 'consent_of_child_and_representative',
  })
  expect((await of({ givenBy: 'child_officer', representative: 'parent' })).status).toBe(422)
  const list = await van.read(consentList, ofCase)
  expect(list.body).toMatchObject({ consents: [], her: { representative: { suspected: true } } })
  expect((await of({ givenBy: 'child_officer', representative: 'child_officer' })).status).toBe(200)
  expect((await name(false)).status).toBe(200)
  expect((await of(parent)).status).toBe(200)
})

test('scenario 31: nothing is said in her place: no field, giver or form has a value that she did not choose', async () => {
  const ofCase = await receive(van)
  const whole = sheet(ofCase, legalAid, ['need'])
  for (const left of ['givenBy', 'form', 'language', 'interpreter', 'validTo'] as const) {
    const { [left]: _, ...rest } = whole
    expect((await van.send(consentGive, rest as typeof whole)).status).toBe(400)
  }
  const { fields: _, ...noFields } = whole
  expect((await van.send(consentGive, noFields)).body).toMatchObject({ code: 'consent_fields' })
})

test('scenario 31: the sheet is in a language she understands, and who interpreted is written', async () => {
  const ofCase = await receive(van, { language: 'mong', triage: ['needs_interpreter'] })
  const give = (more: object) => van.send(consentGive, sheet(ofCase, legalAid, ['need'], more))
  expect((await give({})).body).toMatchObject({ code: 'consent_language' })
  expect((await give({ language: 'mong' })).body).toMatchObject({ code: 'consent_interpreter' })
  expect((await give({ language: 'mong', interpreter: 'interpreter' })).status).toBe(200)
  expect((await give({ languageStated: true, interpreter: 'staff_speaks' })).status).toBe(200)
  const list = await van.read(consentList, ofCase)
  expect(list.body.consents.map(({ audio, state }) => [audio, state])).toEqual([
    ['none', 'in_force'],
    ['none', 'in_force'],
  ])
})

test('a no and a not-yet are kept and change nothing', async () => {
  const ofCase = await receive(van)
  const asked = { ...ofCase, purpose: 'share_referral' as const, answer: 'not_now' as const }
  expect((await van.send(consentAsk, asked)).status).toBe(200)
  const page = await van.read(caseRead, ofCase)
  expect(page.body.entries[0]).toMatchObject({ kind: 'consent.asked', body: { answer: 'not_now' } })
  expect((await van.read(consentList, ofCase)).body.consents).toEqual([])
})

test('what took effect is never edited, and nobody but her team reads, gives or withdraws', async () => {
  const ofCase = await receive(van)
  const consent = sheet(ofCase, legalAid, ['need'])
  await van.send(consentGive, consent)
  const again = { ...consent, fields: ['need' as const, 'phone' as const] }
  expect((await van.send(consentGive, again)).status).not.toBe(200)
  const binh = await product.signIn('binh')
  expect((await binh.read(consentList, ofCase)).status).toBe(404)
  const withdrawal = { ...ofCase, consentId: consent.consentId }
  expect((await binh.send(consentWithdraw, withdrawal)).status).toBe(404)
  expect((await van.send(consentWithdraw, { ...withdrawal, consentId: randomUUID() })).status).toBe(404)
  expect((await van.send(consentWithdraw, withdrawal)).status).toBe(200)
  expect((await van.send(consentWithdraw, withdrawal)).status).toBe(404)
  expect((await van.read(consentList, ofCase)).body.consents).toMatchObject([
    { state: 'withdrawn', fields: ['need'] },
  ])
})

test('a consent is for two years at most, from the day of her yes', async () => {
  const ofCase = await receive(van)
  const give = (more: object) => van.send(consentGive, sheet(ofCase, legalAid, ['need'], more))
  expect((await give({ validFrom: addDays(today(), 1) })).body).toMatchObject({ code: 'consent_from' })
  expect((await give({ validTo: addDays(today(), 1000) })).body).toMatchObject({ code: 'consent_to' })
})
