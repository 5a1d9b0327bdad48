import { randomUUID } from 'node:crypto'
import { caseIdentityOpen, caseRead } from '@ke-vai/contract/case/case.ts'
import type { SharedField } from '@ke-vai/contract/consent/codes.ts'
import { consentGive, consentWithdraw } from '@ke-vai/contract/consent/consent.ts'
import { today } from '@ke-vai/contract/date/date.ts'
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
import { jobCentre, receive, sheet } from '../referral/testing/one-case.ts'

let product: TestProduct
let van: TestPerson
let phuc: TestPerson
const there = { organisationId: jobCentre }
const fields: SharedField[] = ['called_by', 'need', 'language', 'age_band']

beforeAll(async () => {
  product = await testProduct()
  // Another agency that carries cases: Anh Phúc manages them there.
  await product.database.dangerous`
    insert into role_grant (id, account_id, role, organisation_id, valid_from)
    values (${randomUUID()}, ${demoId('account/phuc')}, 'case_manager', ${jobCentre}, '2020-01-01')`
  van = await product.signIn('van')
  phuc = await product.signIn('phuc')
})
afterAll(() => product.close())

async function offered() {
  const ofCase = await receive(van)
  const consent = sheet(ofCase, jobCentre, fields, { purpose: 'share_transfer' })
  await van.send(consentGive, consent)
  const transfer = { ...ofCase, transferId: randomUUID() }
  const args = {
    ...transfer,
    toOrganisationId: jobCentre,
    reason: 'moves' as const,
    fields,
    need: 'Học nghề',
  }
  expect((await van.send(transferOffer, args)).status).toBe(200)
  return { ofCase, transfer, consentId: consent.consentId, at: { ...there, transferId: transfer.transferId } }
}
const stateOf = async (ofCase: { organisationId: string; caseId: string }) =>
  (await van.read(caseRead, ofCase)).body.header.state

test('a transfer moves responsibility only when it is accepted: then there is a new case with a key of its own', async () => {
  const { ofCase, at } = await offered()
  expect(await stateOf(ofCase)).toBe('transfer_offered')
  const opened = await phuc.send(transferOpenParcel, at)
  expect(opened.body.shared).toEqual([
    { field: 'called_by', value: 'Chị Thử Thương' },
    { field: 'need', value: 'Học nghề' },
    { field: 'language', value: 'vietnamese' },
    { field: 'age_band', value: '18_to_30' },
  ])
  expect((await phuc.send(transferArrive, { ...at, arrivedOn: today(), escort: 'staff' })).status).toBe(422)
  const newCaseId = randomUUID()
  const accepted = await phuc.send(transferAccept, { ...at, newCaseId })
  expect(accepted).toMatchObject({ status: 200, body: { id: newCaseId } })
  expect(await stateOf(ofCase)).toBe('transferred')
  const mine = { ...there, caseId: newCaseId }
  const page = await phuc.read(caseRead, mine)
  expect(page.body.header).toMatchObject({
    code: accepted.body.code,
    state: 'reception',
    ageBand: '18_to_30',
  })
  expect((await phuc.read(caseRead, ofCase)).status).toBe(404)
  expect((await van.read(caseRead, mine)).status).toBe(404)
  expect((await phuc.send(transferArrive, { ...at, arrivedOn: today(), escort: 'staff' })).status).toBe(200)
  const identity = await phuc.send(caseIdentityOpen, { ...mine, reason: 'paperwork' })
  expect(identity.body).toMatchObject({ identity: { calledBy: 'Chị Thử Thương', phone: null } })
  expect((await phuc.send(transferOpenParcel, at)).status).toBe(404)
  expect((await van.read(transferListOfCase, ofCase)).body.transfers).toMatchObject([{ state: 'arrived' }])
  const keys = await product.database.dangerous<{ wrapped: Buffer }[]>`
    select wrapped from case_key where case_id in (${ofCase.caseId}, ${newCaseId})`
  expect(new Set(keys.map(({ wrapped }) => wrapped.toString('hex'))).size).toBe(2)
})

test('a declined transfer leaves her where she was', async () => {
  const { ofCase, at } = await offered()
  expect((await phuc.send(transferDecline, { ...at, reason: 'full' })).status).toBe(200)
  expect(await stateOf(ofCase)).toBe('reception')
  expect((await phuc.send(transferAccept, { ...at, newCaseId: randomUUID() })).status).toBe(404)
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
    expect((await phuc.send(transferOpenParcel, each.at)).status).toBe(404)
    expect((await phuc.send(transferAccept, { ...each.at, newCaseId: randomUUID() })).status).toBe(404)
  }
  expect((await phuc.read(transferInbox, there)).body.transfers).toEqual([])
})

test('nothing is offered without her consent to it, nor by anybody but the manager', async () => {
  const ofCase = await receive(van)
  const args = {
    ...ofCase,
    transferId: randomUUID(),
    toOrganisationId: jobCentre,
    reason: 'moves' as const,
    fields,
  }
  expect((await van.send(transferOffer, args)).body).toMatchObject({ code: 'consent_needed' })
  const binh = await product.signIn('binh')
  expect((await binh.send(transferOffer, args)).status).toBe(404)
})
