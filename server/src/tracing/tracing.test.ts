import { randomUUID } from 'node:crypto'
import { caseOpen, caseRead } from '@ke-vai/contract/case/case.ts'
import { foldTracing } from '@ke-vai/contract/tracing/state.ts'
import {
  tracingAnswer,
  tracingAsk,
  tracingConfirm,
  tracingContactFamily,
  tracingInbox,
  tracingOpen,
  tracingOpenAnswer,
  tracingPreview,
  tracingSent,
  tracingTell,
  tracingWish,
  tracingWithdraw,
} from '@ke-vai/contract/tracing/tracing.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'

let product: TestProduct
let van: TestPerson
let toan: TestPerson
let dung: TestPerson
const organisationId = demoId('organisation/centre-22')
const police = demoId('organisation/police-22')
const border = demoId('organisation/border-22')

beforeAll(async () => {
  product = await testProduct()
  van = await product.signIn('van')
  toan = await product.signIn('toan')
  dung = await product.signIn('dung')
})
afterAll(() => product.close())

async function newCase(ageBand: '18_to_30' | '7_to_15' = '18_to_30') {
  const ofCase = { organisationId, caseId: randomUUID() }
  await van.send(caseOpen, { ...ofCase, channel: 'border_handover', calledBy: 'Mỷ Thử Danh', ageBand })
  return ofCase
}
async function tell(
  ofCase: { organisationId: string; caseId: string },
  kind: 'market' | 'river',
  words: string,
) {
  const clueId = randomUUID()
  expect((await van.send(tracingTell, { ...ofCase, clueId, kind, words })).status).toBe(200)
  return clueId
}

test('scenario 49: a market and a river go to another body without her name; her family only after her yes', async () => {
  const ofCase = await newCase()
  const market = await tell(ofCase, 'market', 'Chợ phiên bán ngựa')
  const river = await tell(ofCase, 'river', 'Sông nước xanh, có cầu treo')
  const kept = await tell(ofCase, 'market', 'Điều giữ lại')
  const chosen = { ...ofCase, toOrganisationId: police, clueIds: [market, river] }
  const sent = [
    { kind: 'market', words: 'Chợ phiên bán ngựa' },
    { kind: 'river', words: 'Sông nước xanh, có cầu treo' },
  ]
  expect(await van.send(tracingPreview, chosen)).toEqual({ status: 200, body: { sent } })
  const requestId = randomUUID()
  expect((await van.send(tracingAsk, { ...chosen, requestId })).status).toBe(200)

  const inbox = await toan.read(tracingInbox, { organisationId: police })
  const mine = inbox.body.requests.find(({ id }) => id === requestId)
  expect(mine).toMatchObject({ state: 'sent', kinds: ['market', 'river'] })
  const toMe = { organisationId: police, requestId }
  const opened = await toan.send(tracingOpen, toMe)
  // What was previewed and nothing else: no name, no code of the case, no clue that was kept.
  expect(opened).toEqual({ status: 200, body: { sent } })
  const seen = JSON.stringify([inbox.body, opened.body])
  for (const hidden of [ofCase.caseId, 'HS-22', 'Thử Danh', 'Điều giữ lại', kept, market])
    expect(seen).not.toContain(hidden)
  expect((await dung.send(tracingOpen, { organisationId: border, requestId })).status).toBe(404)
  expect((await dung.send(tracingOpen, toMe)).status).toBe(404)
  expect((await dung.read(tracingInbox, { organisationId: border })).body.requests).toEqual([])

  const answer = { ...toMe, answer: 'perhaps', words: 'Giống chợ xã bên' } as const
  expect((await toan.send(tracingAnswer, answer)).status).toBe(200)
  expect((await toan.send(tracingAnswer, answer)).status).toBe(404)
  expect((await van.read(tracingSent, ofCase)).body.requests).toMatchObject([
    { id: requestId, state: 'answered', answer: 'perhaps', hasWords: true },
  ])
  const words = await van.send(tracingOpenAnswer, { ...ofCase, requestId })
  expect(words).toEqual({ status: 200, body: { words: 'Giống chợ xã bên' } })

  const contact = { ...ofCase, way: 'through_officer', result: 'reached' } as const
  const tooEarly = { status: 422, body: { code: 'family_only_after_her_yes' } }
  await van.send(tracingConfirm, { ...ofCase, by: 'she_knew_it', onDay: '2026-01-01', place: 'Bản ấy' })
  expect(await van.send(tracingContactFamily, contact)).toMatchObject(tooEarly)
  await van.send(tracingWish, { ...ofCase, wish: 'not_now', givenBy: ['herself'] })
  expect(await van.send(tracingContactFamily, contact)).toMatchObject(tooEarly)
  await van.send(tracingWish, { ...ofCase, wish: 'yes', givenBy: ['herself'] })
  expect((await van.send(tracingContactFamily, contact)).status).toBe(200)
  await van.send(tracingWish, { ...ofCase, wish: 'not_now', givenBy: ['herself'] })
  expect(await van.send(tracingContactFamily, contact)).toMatchObject(tooEarly)
  const { entries } = (await van.read(caseRead, ofCase)).body
  expect(foldTracing(entries).contacted).toHaveLength(1)
})

test('scenario 49: a clue that names her is neither shown as ready nor sent', async () => {
  const ofCase = await newCase()
  const clue = await tell(ofCase, 'market', 'Ở chợ ai cũng gọi là my thu danh')
  const chosen = { ...ofCase, toOrganisationId: police, clueIds: [clue] }
  const refused = { status: 422, body: { code: 'clue_names_her' } }
  expect(await van.send(tracingPreview, chosen)).toMatchObject(refused)
  expect(await van.send(tracingAsk, { ...chosen, requestId: randomUUID() })).toMatchObject(refused)
  const [sent] = await product.database.dangerous<{ count: number }[]>`
    select count(*)::int as count from tracing_request where case_id = ${ofCase.caseId}`
  expect(sent?.count).toBe(0)
})

test('what was withdrawn is not there for the other body, nor are the clues of another case', async () => {
  const [ofCase, other] = [await newCase(), await newCase()]
  const [clue, foreign] = [await tell(ofCase, 'river', 'Sông lớn'), await tell(other, 'river', 'Suối nhỏ')]
  const chosen = { ...ofCase, toOrganisationId: border, clueIds: [clue] }
  const notOurs = await van.send(tracingPreview, { ...chosen, clueIds: [foreign] })
  expect(notOurs).toMatchObject({ status: 422, body: { code: 'clues_to_choose' } })
  const club = { ...chosen, toOrganisationId: demoId('organisation/union-tuan-chau') }
  expect(await van.send(tracingPreview, club)).toMatchObject({ body: { code: 'body_not_asked' } })
  const requestId = randomUUID()
  await van.send(tracingAsk, { ...chosen, requestId })
  expect((await van.send(tracingWithdraw, { ...ofCase, requestId })).status).toBe(200)
  expect((await dung.read(tracingInbox, { organisationId: border })).body.requests).toEqual([])
  expect((await dung.send(tracingOpen, { organisationId: border, requestId })).status).toBe(404)
  const answer = { organisationId: border, requestId, answer: 'found' } as const
  expect((await dung.send(tracingAnswer, answer)).status).toBe(404)
})

test("scenario 49: a child's yes alone does not reach the family", async () => {
  const ofCase = await newCase('7_to_15')
  await van.send(tracingConfirm, { ...ofCase, by: 'papers_show', onDay: '2026-01-01' })
  await van.send(tracingWish, { ...ofCase, wish: 'yes', givenBy: ['child'] })
  const contact = { ...ofCase, way: 'call', result: 'reached' } as const
  const refused = await van.send(tracingContactFamily, contact)
  expect(refused).toMatchObject({ status: 422, body: { code: 'consent_of_officer_missing' } })
  await van.send(tracingWish, { ...ofCase, wish: 'yes', givenBy: ['child', 'officer'] })
  expect((await van.send(tracingContactFamily, contact)).status).toBe(200)
})
