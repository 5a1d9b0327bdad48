import { randomUUID } from 'node:crypto'
import { approvalDecide, approvalRequest } from '@ke-vai/contract/approval/approval.ts'
import type { SharedField } from '@ke-vai/contract/consent/codes.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import {
  emergencyList,
  emergencySee,
  emergencyShare,
  emergencyTold,
} from '@ke-vai/contract/referral/emergency.ts'
import { referralOpenShared, referralPrepare } from '@ke-vai/contract/referral/referral.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { centre, legalAid, receive } from './testing/one-case.ts'

let product: TestProduct
let van: TestPerson
beforeAll(async () => {
  product = await testProduct()
  van = await product.signIn('van')
})
afterAll(() => product.close())

const union = demoId('organisation/union-22')
const fields: SharedField[] = ['called_by', 'need']

async function prepared(ground: string) {
  const ofCase = await receive(van)
  const referralId = randomUUID()
  await van.send(referralPrepare, {
    ...ofCase,
    referralId,
    service: 'shelter',
    urgency: 'now',
    toOrganisationId: legalAid,
    fields,
    need: 'Cần nơi ở ngay',
    ground,
  })
  return {
    ...ofCase,
    referralId,
    sharingId: randomUUID(),
    reason: 'life' as const,
    ground: 'personal_data_law' as const,
  }
}

async function agreed(args: object): Promise<string> {
  const approvalId = randomUUID()
  const place = { clubId: null, organisationId: centre }
  const wish = { ...place, approvalId, command: 'emergency.share', args: { ...args } }
  expect((await van.send(approvalRequest, wish)).status).toBe(200)
  // Neither she herself nor a colleague beside her says yes; somebody above the centre does.
  const decision = { ...place, approvalId, decision: 'approved' as const }
  expect((await van.send(approvalDecide, decision)).status).not.toBe(200)
  const binh = await product.signIn('binh')
  expect((await binh.send(approvalDecide, decision)).status).not.toBe(200)
  const huong = await product.signIn('huong')
  expect((await huong.send(approvalDecide, decision)).status).toBe(200)
  return approvalId
}

test('scenario 36: without consent it takes a reason, a ground in words, a second person; the officer is told', async () => {
  const args = await prepared('Điều luật và sự việc: đe dọa tính mạng tối nay')
  const at = { organisationId: legalAid, referralId: args.referralId }
  const tam = await product.signIn('tam')
  expect((await van.send(emergencyShare, args)).body).toMatchObject({ code: 'second_person_needed' })
  const approvalId = await agreed(args)
  expect((await tam.send(referralOpenShared, at)).status).toBe(404)
  const other = { ...args, reason: 'health' as const }
  expect((await van.send(emergencyShare, other, randomUUID(), approvalId)).body).toMatchObject({
    code: 'approval_stale',
  })
  expect((await van.send(emergencyShare, args, randomUUID(), approvalId)).status).toBe(200)
  expect((await tam.send(referralOpenShared, at)).body.shared.map(({ field }) => field)).toEqual(fields)

  const cam = await product.signIn('cam')
  const told = await cam.read(emergencyList, { organisationId: union })
  expect(told.body.sharings).toMatchObject([
    { id: args.sharingId, reason: 'life', ground: 'personal_data_law', fields, toldOn: null, seenAt: null },
  ])
  expect(JSON.stringify(told.body)).not.toContain(args.caseId)
  const see = { organisationId: union, sharingId: args.sharingId }
  expect((await cam.send(emergencySee, see)).status).toBe(200)
  const { organisationId, caseId, sharingId } = args
  expect((await van.send(emergencyTold, { organisationId, caseId, sharingId, toldOn: today() })).status).toBe(
    200,
  )
  expect((await cam.read(emergencyList, { organisationId: union })).body.sharings).toMatchObject([
    { toldOn: today(), seenAt: expect.any(String) },
  ])
  const [line] = await product.database.dangerous`
    select fields, reason from audit_event where action = 'EMERGENCY_SHARED'`
  expect(line).toEqual({ fields, reason: 'life' })
  expect((await van.read(emergencyList, { organisationId: centre })).status).toBe(403)
})

test('scenario 36: a ground that names no article and no fact shares nothing, even when two agree', async () => {
  const args = await prepared('khẩn')
  const approvalId = await agreed(args)
  const refused = await van.send(emergencyShare, args, randomUUID(), approvalId)
  expect(refused.body).toMatchObject({ code: 'emergency_ground_needed' })
  const [shared] = await product.database.dangerous`
    select id from emergency_sharing where referral_id = ${args.referralId}`
  expect(shared).toBeUndefined()
})
