import { randomUUID } from 'node:crypto'
import { caseIdentityOpen, caseRead } from '@ke-vai/contract/case/case.ts'
import type { SharedField } from '@ke-vai/contract/consent/codes.ts'
import { consentGive, consentWithdraw } from '@ke-vai/contract/consent/consent.ts'
import { addDays, today } from '@ke-vai/contract/date/date.ts'
import {
  transferAccept,
  transferArrive,
  transferDecline,
  transferInbox,
  transferListOfCase,
  transferOffer,
  transferOpenParcel,
  transferTakeBack,
} from '@ke-vai/contract/transfer/transfer.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { receive, sheet } from '../referral/testing/one-case.ts'

let product: TestProduct
let van: TestPerson
let binh: TestPerson
let may: TestPerson
const home = demoId('organisation/centre-11')
const centre = { organisationId: demoId('organisation/centre-22') }
const there = { organisationId: home }
const fields: SharedField[] = ['called_by', 'need', 'language', 'age_band']

beforeAll(async () => {
  product = await testProduct()
  van = await product.signIn('van')
  binh = await product.signIn('binh')
  // Chị Mẩy manages cases in another province.
  may = await product.signIn('may')
})
afterAll(() => product.close())

async function offered() {
  const ofCase = await receive(van)
  const consent = sheet(ofCase, home, fields, { purpose: 'share_transfer' })
  await van.send(consentGive, consent)
  const transfer = { ...ofCase, transferId: randomUUID() }
  const args = {
    ...transfer,
    toOrganisationId: home,
    reason: 'moves' as const,
    fields,
    need: 'Học nghề',
  }
  expect((await van.send(transferOffer, args)).status).toBe(200)
  return { ofCase, transfer, consentId: consent.consentId, at: { ...there, transferId: transfer.transferId } }
}
const stateOf = async (ofCase: { organisationId: string; caseId: string }) =>
  (await van.read(caseRead, ofCase)).body.header.state

test('from province to province responsibility moves only by acceptance, and both wait on one clock until she is there', async () => {
  const { ofCase, at } = await offered()
  expect(await stateOf(ofCase)).toBe('transfer_offered')
  const opened = await may.send(transferOpenParcel, at)
  expect(opened.body.shared).toEqual([
    { field: 'called_by', value: 'Chị Thử Thương' },
    { field: 'need', value: 'Học nghề' },
    { field: 'language', value: 'vietnamese' },
    { field: 'age_band', value: '18_to_30' },
  ])
  expect((await may.send(transferArrive, { ...at, arrivedOn: today(), escort: 'staff' })).status).toBe(422)
  const newCaseId = randomUUID()
  const accepted = await may.send(transferAccept, { ...at, newCaseId })
  expect(accepted).toMatchObject({ status: 200, body: { id: newCaseId } })
  expect(await stateOf(ofCase)).toBe('transferred')
  const mine = { ...there, caseId: newCaseId }
  expect(accepted.body.code).toMatch(/^HS-11-/u)
  // No number of days was verified: the clock runs without an end, and is not forgotten by either side.
  const waits = { state: 'accepted', answeredAt: expect.any(String), arrivalDueAt: null }
  expect((await van.read(transferInbox, centre)).body.sent).toMatchObject([
    { ...waits, caseId: ofCase.caseId },
  ])
  expect((await binh.read(transferInbox, centre)).body.sent).toEqual([])
  expect((await may.read(transferInbox, there)).body).toMatchObject({ transfers: [waits], sent: [] })
  const clock = async () =>
    (await may.read(caseRead, mine)).body.deadlines.find(({ kind }) => kind === 'transfer_arrival')
  expect(await clock()).toMatchObject({ dueAt: null, metAt: null })
  const page = await may.read(caseRead, mine)
  expect(page.body.header).toMatchObject({
    code: accepted.body.code,
    state: 'reception',
    ageBand: '18_to_30',
  })
  expect((await may.read(caseRead, ofCase)).status).toBe(404)
  expect((await van.read(caseRead, mine)).status).toBe(404)
  expect((await may.send(transferArrive, { ...at, arrivedOn: today(), escort: 'staff' })).status).toBe(200)
  expect(await clock()).toMatchObject({ metAt: expect.any(String) })
  expect((await van.read(transferInbox, centre)).body.sent).toEqual([])
  const identity = await may.send(caseIdentityOpen, { ...mine, reason: 'paperwork' })
  expect(identity.body).toMatchObject({ identity: { calledBy: 'Chị Thử Thương', phone: null } })
  expect((await may.send(transferOpenParcel, at)).status).toBe(404)
  expect((await van.read(transferListOfCase, ofCase)).body.transfers).toMatchObject([{ state: 'arrived' }])
  const keys = await product.database.dangerous<{ wrapped: Buffer }[]>`
    select wrapped from case_key where case_id in (${ofCase.caseId}, ${newCaseId})`
  expect(new Set(keys.map(({ wrapped }) => wrapped.toString('hex'))).size).toBe(2)
})

test('a declined transfer leaves her where she was', async () => {
  const { ofCase, at } = await offered()
  expect((await may.send(transferDecline, { ...at, reason: 'full' })).status).toBe(200)
  expect(await stateOf(ofCase)).toBe('reception')
  expect((await may.send(transferAccept, { ...at, newCaseId: randomUUID() })).status).toBe(404)
  expect((await van.read(transferListOfCase, ofCase)).body.transfers).toMatchObject([
    { state: 'declined', declineReason: 'full' },
  ])
})

test('an offer is taken back by the team, or with her consent; then the other agency finds nothing', async () => {
  const first = await offered()
  expect((await van.send(transferTakeBack, first.transfer)).status).toBe(200)
  const second = await offered()
  const { consentId, ofCase } = second
  expect((await van.send(consentWithdraw, { ...ofCase, consentId })).status).toBe(200)
  for (const each of [first, second]) {
    expect(await stateOf(each.ofCase)).toBe('reception')
    expect((await may.send(transferOpenParcel, each.at)).status).toBe(404)
    expect((await may.send(transferAccept, { ...each.at, newCaseId: randomUUID() })).status).toBe(404)
  }
  expect((await may.read(transferInbox, there)).body.transfers).toEqual([])
})

test('nothing is offered without her consent to it, nor by anybody but the manager', async () => {
  const ofCase = await receive(van)
  const args = {
    ...ofCase,
    transferId: randomUUID(),
    toOrganisationId: home,
    reason: 'moves' as const,
    fields,
  }
  expect((await van.send(transferOffer, args)).body).toMatchObject({ code: 'consent_needed' })
  expect((await binh.send(transferOffer, args)).status).toBe(404)
})

test('where a number of days is known, both sides read until when she should be there', async () => {
  await product.database.dangerous`update parameter set value = '3' where key = 'transfer_arrival_days'`
  const { ofCase, at } = await offered()
  expect((await may.send(transferAccept, { ...at, newCaseId: randomUUID() })).status).toBe(200)
  const dueAt = new Date(`${addDays(today(), 3)}T23:59:59+07:00`).toISOString()
  expect((await van.read(transferListOfCase, ofCase)).body.transfers).toMatchObject([{ arrivalDueAt: dueAt }])
  expect((await may.read(transferInbox, there)).body.transfers).toMatchObject([{ arrivalDueAt: dueAt }])
})

test('what was handed over opens only after a fresh proof', async () => {
  const { at } = await offered()
  await product.database
    .dangerous`update sign_in set stepped_up_at = null where account_id = ${demoId('account/may')}`
  expect((await may.send(transferOpenParcel, at)).body).toMatchObject({ code: 'step_up_needed' })
})
