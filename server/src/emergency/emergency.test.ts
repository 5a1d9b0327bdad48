import { randomUUID } from 'node:crypto'
import {
  approvalDecide,
  approvalMine,
  approvalRequest,
  approvalWaiting,
} from '@ke-vai/contract/approval/approval.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { emergencyListOfCase } from '@ke-vai/contract/emergency/emergency.ts'
import { emergencySee, emergencyShare, emergencyTold } from '@ke-vai/contract/referral/emergency.ts'
import { referralPrepare } from '@ke-vai/contract/referral/referral.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { centre, legalAid, receive } from '../referral/testing/one-case.ts'

let product: TestProduct
let van: TestPerson
let huong: TestPerson
beforeAll(async () => {
  product = await testProduct()
  van = await product.signIn('van')
  huong = await product.signIn('huong')
})
afterAll(() => product.close())

test('scenario 36: the second person reads where to, why and which fields; the team reads who saw it and when she was told', async () => {
  const ofCase = await receive(van)
  const referralId = randomUUID()
  await van.send(referralPrepare, {
    ...ofCase,
    referralId,
    service: 'shelter',
    urgency: 'now',
    toOrganisationId: legalAid,
    fields: ['called_by', 'need'],
    need: 'Cần nơi ở ngay',
    ground: 'Điều luật và sự việc: đe dọa tính mạng tối nay',
  })
  const args = {
    ...ofCase,
    referralId,
    sharingId: randomUUID(),
    reason: 'life' as const,
    ground: 'trafficking_law' as const,
  }
  const place = { clubId: null, organisationId: centre }
  const approvalId = randomUUID()
  const wish = { ...place, approvalId, command: 'emergency.share', args }
  expect((await van.send(approvalRequest, wish)).status).toBe(200)

  const sharing = {
    to: 'Trung tâm Trợ giúp pháp lý nhà nước tỉnh Quảng Ninh',
    reason: 'life',
    ground: 'trafficking_law',
    fields: ['called_by', 'need'],
  }
  const waiting = await huong.read(approvalWaiting, {})
  expect(waiting.body.waiting).toMatchObject([{ id: approvalId, sharing, codes: [] }])
  expect(JSON.stringify(waiting.body)).not.toMatch(/Thử Thương|Cần nơi ở|đe dọa/u)
  expect((await van.read(approvalMine, {})).body.wishes).toMatchObject([{ sharing }])
  // A colleague who may not answer is told nothing of it.
  const binh = await product.signIn('binh')
  expect((await binh.read(approvalWaiting, {})).body.waiting).toEqual([])

  await huong.send(approvalDecide, { ...place, approvalId, decision: 'approved' })
  expect((await van.send(emergencyShare, args, randomUUID(), approvalId)).status).toBe(200)
  const line = async () => (await van.read(emergencyListOfCase, ofCase)).body.sharings
  expect(await line()).toMatchObject([{ id: args.sharingId, ...sharing, toldOn: null, seenAt: null }])
  const cam = await product.signIn('cam')
  await cam.send(emergencySee, {
    organisationId: demoId('organisation/union-22'),
    sharingId: args.sharingId,
  })
  await van.send(emergencyTold, { ...ofCase, sharingId: args.sharingId, toldOn: today() })
  expect(await line()).toMatchObject([{ toldOn: today(), seenAt: expect.any(String) }])
  for (const other of [binh, cam, huong])
    expect([403, 404]).toContain((await other.read(emergencyListOfCase, ofCase)).status)
})
