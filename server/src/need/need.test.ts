import { randomUUID } from 'node:crypto'
import { caseOpen, caseRead, caseWordsOpen } from '@ke-vai/contract/case/case.ts'
import { caseMove } from '@ke-vai/contract/case/step.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { changeBetween, foldAssessments, monthsLater } from '@ke-vai/contract/need/assessment.ts'
import {
  needAssess,
  needMarkAction,
  needMove,
  needOpen,
  needPlanSafety,
  needReviewPlan,
  needSetRisk,
  needWish,
  needWritePlan,
} from '@ke-vai/contract/need/need.ts'
import { foldPlan } from '@ke-vai/contract/need/plan.ts'
import { foldRisk } from '@ke-vai/contract/need/risk.ts'
import { foldNeeds, foldWishes, openNeedsWithoutReason } from '@ke-vai/contract/need/state.ts'
import { serviceTypes } from '@ke-vai/contract/service/codes.ts'
import { foldServices, serviceRecord } from '@ke-vai/contract/service/service.ts'
import { foldWillingness } from '@ke-vai/contract/verification/state.ts'
import { willingnessRecord } from '@ke-vai/contract/verification/verification.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'

let product: TestProduct
let van: TestPerson
let binh: TestPerson
const organisationId = demoId('organisation/centre-22')

beforeAll(async () => {
  product = await testProduct()
  van = await product.signIn('van')
  binh = await product.signIn('binh')
})
afterAll(() => product.close())

async function newCase(): Promise<{ organisationId: string; caseId: string }> {
  const ofCase = { organisationId, caseId: randomUUID() }
  const opened = await van.send(caseOpen, { ...ofCase, channel: 'self_return' })
  expect(opened.status).toBe(200)
  return ofCase
}
const pageOf = async (ofCase: { organisationId: string; caseId: string }) =>
  (await van.read(caseRead, ofCase)).body

test('scenario 20: after six months the change shows by domain; a high risk asks for a safety plan', async () => {
  const ofCase = await newCase()
  const now = today()
  const first = {
    ...ofCase,
    entryId: randomUUID(),
    onDay: monthsLater(now, -6),
    kind: 'initial' as const,
    levels: { mind: '3', income: '3', family: 'not_said', housing: '1' } as const,
    priorities: ['income' as const, 'mind' as const],
    words: 'Muốn có việc gần nhà',
    strengths: 'May rất khéo',
  }
  expect((await van.send(needAssess, first)).status).toBe(200)
  const clock = (await pageOf(ofCase)).deadlines.find(({ kind }) => kind === 'reassessment')
  expect(today(new Date(clock?.dueAt ?? ''))).toBe(monthsLater(first.onDay, 6))
  const again = {
    ...first,
    entryId: randomUUID(),
    onDay: now,
    kind: 'periodic' as const,
    levels: { mind: '1', income: '3', family: '2', housing: '2' } as const,
  }
  expect((await van.send(needAssess, again)).status).toBe(200)
  const page = await pageOf(ofCase)
  expect(page.deadlines.filter(({ kind, metAt }) => kind === 'reassessment' && metAt !== null)).toHaveLength(
    1,
  )
  expect(page.deadlines.filter(({ kind, metAt }) => kind === 'reassessment' && metAt === null)).toHaveLength(
    1,
  )
  const [before, after] = foldAssessments(page.entries)
  if (!before || !after) throw new Error('two assessments are not there')
  expect(before.priorities).toEqual(['income', 'mind'])
  const changes = Object.fromEntries(changeBetween(before, after).map((each) => [each.domain, each.change]))
  expect(changes).toEqual({ mind: 'better', income: 'same', family: 'unknown', housing: 'worse' })

  await van.send(needSetRisk, { ...ofCase, level: 'high', signs: ['threatened'], words: 'Có người gọi' })
  expect(foldRisk((await pageOf(ofCase)).entries).owesPlan).toBe(true)
  const sql = product.database.dangerous
  const [row] = await sql<{ retrafficking_risk: string }[]>`
    select retrafficking_risk from case_file where id = ${ofCase.caseId}`
  expect(row?.retrafficking_risk).toBe('high')
  const open = () => sql<{ kind: string }[]>`
    select kind from case_deadline where case_id = ${ofCase.caseId} and kind = 'safety_plan'
      and met_at is null and dropped_at is null and due_at > now()`
  expect(await open()).toHaveLength(1)
  const empty = { signs: '', places: ' ', people: '', steps: '' }
  expect((await van.send(needPlanSafety, { ...ofCase, plan: empty })).status).toBe(422)
  const plan = { ...empty, places: 'Nhà chị gái ở gần chợ' }
  expect((await van.send(needPlanSafety, { ...ofCase, plan })).status).toBe(200)
  expect(await open()).toHaveLength(0)
  expect(foldRisk((await pageOf(ofCase)).entries).owesPlan).toBe(false)
})

test('scenario 20: while the risk is high and no safety plan is made, the case does not move on, and help goes on', async () => {
  const ofCase = await newCase()
  for (const to of ['assessment', 'planning'] as const)
    expect((await van.send(caseMove, { ...ofCase, to })).status).toBe(200)
  await van.send(needSetRisk, { ...ofCase, level: 'high' })
  const on = { ...ofCase, to: 'supporting' as const }
  expect(await van.send(caseMove, on)).toMatchObject({ status: 422, body: { code: 'safety_plan_owed' } })
  const service = { type: 'essentials', quantity: 1, unit: 'time', funder: 'state', onDay: today() } as const
  expect((await van.send(serviceRecord, { ...ofCase, entryId: randomUUID(), ...service })).status).toBe(200)
  const plan = { signs: '', places: 'Nơi an toàn', people: '', steps: '' }
  await van.send(needPlanSafety, { ...ofCase, plan })
  expect((await van.send(caseMove, on)).status).toBe(200)
})

test('scenario 20: nothing said stands in the clear; the safety plan lies with the story', async () => {
  const ofCase = await newCase()
  const plan = { signs: 'dấu hiệu kín', places: 'chỗ kín', people: 'người kín', steps: 'bước kín' }
  await van.send(needPlanSafety, { ...ofCase, plan })
  await van.send(needOpen, {
    ...ofCase,
    needId: randomUUID(),
    domain: 'housing',
    priority: 'now',
    words: 'lời kín',
  })
  const [dump] = await product.database.dangerous<{ text: string }[]>`
    select string_agg(t.text, ' ') as text from (select case_entry::text as text from case_entry
      union all select command_log::text from command_log union all select audit_event::text from audit_event) t`
  expect(dump?.text).not.toContain('kín')
  const entry = (await pageOf(ofCase)).entries.find(({ kind }) => kind === 'need.safety_planned')
  expect(entry).toMatchObject({ tier: 'story', hasWords: true, body: {} })
  const opened = await van.send(caseWordsOpen, { ...ofCase, entryId: entry?.id ?? '' })
  expect(opened).toMatchObject({ status: 200, body: { words: plan } })
})

test('scenario 27: she does not wish to talk to the police now; it is written so, and every service remains', async () => {
  const ofCase = await newCase()
  expect((await van.send(willingnessRecord, { ...ofCase, police: 'not_now' })).status).toBe(200)
  const wish = { ...ofCase, about: 'medical_exam', wish: 'not_now' } as const
  expect((await van.send(needWish, wish)).status).toBe(200)
  const [goalId, actionId, planId] = [randomUUID(), randomUUID(), randomUUID()]
  const written = await van.send(needWritePlan, {
    ...ofCase,
    planId,
    goals: [{ id: goalId, domain: 'health' }],
    actions: [{ id: actionId, goalId, needId: null, who: 'team', byDay: null, cost: 'state' }],
    herWord: 'voice',
    said: { [goalId]: 'Khám sức khỏe', [actionId]: 'Đưa chị đi khám' },
  })
  expect(written.status).toBe(200)
  for (const type of Object.keys(serviceTypes) as (keyof typeof serviceTypes)[]) {
    const service = { type, quantity: 1, unit: 'time', funder: 'state', onDay: today() } as const
    const recorded = await van.send(serviceRecord, { ...ofCase, entryId: randomUUID(), ...service })
    expect(recorded.status).toBe(200)
  }
  const { entries, header } = await pageOf(ofCase)
  expect(header.legalStatus).toBe('no_information')
  expect(foldWillingness(entries)).toBe('not_now')
  expect(foldWishes(entries).get('medical_exam')?.wish).toBe('not_now')
  expect(foldServices(entries)).toHaveLength(Object.keys(serviceTypes).length)
  expect(foldPlan(entries)).toMatchObject({ id: planId, agreed: true })
  expect((await van.send(needMarkAction, { ...ofCase, actionId, state: 'done' })).status).toBe(200)
  const review = { ...ofCase, planId, result: 'going_well' } as const
  expect((await van.send(needReviewPlan, review)).status).toBe(200)
  expect(foldPlan((await pageOf(ofCase)).entries)?.states.get(actionId)).toBe('done')
})

test('a need moves by its rule; what cannot be met owes a reason; a replaced plan is not reviewed', async () => {
  const ofCase = await newCase()
  const needId = randomUUID()
  await van.send(needOpen, { ...ofCase, needId, domain: 'papers', priority: 'soon' })
  expect(openNeedsWithoutReason((await pageOf(ofCase)).entries)).toHaveLength(1)
  const cannot = { ...ofCase, needId, to: 'cannot' as const }
  expect(await van.send(needMove, cannot)).toMatchObject({ status: 422, body: { code: 'need_reason' } })
  expect((await van.send(needMove, { ...cannot, reason: 'waiting_list' })).status).toBe(200)
  const { entries } = await pageOf(ofCase)
  expect(foldNeeds(entries)).toMatchObject([{ id: needId, state: 'cannot', reason: 'waiting_list' }])
  expect(openNeedsWithoutReason(entries)).toEqual([])
  const plan = { ...ofCase, goals: [], actions: [], herWord: 'not_yet' as const }
  const [one, two] = [randomUUID(), randomUUID()]
  await van.send(needWritePlan, { ...plan, planId: one })
  await van.send(needWritePlan, { ...plan, planId: two })
  const review = { ...ofCase, planId: one, result: 'change' } as const
  expect(await van.send(needReviewPlan, review)).toMatchObject({ body: { code: 'plan_replaced' } })
  expect(foldPlan((await pageOf(ofCase)).entries)?.id).toBe(two)
})

test('who is not on the team writes nothing of her needs', async () => {
  const ofCase = await newCase()
  const need = { ...ofCase, needId: randomUUID(), domain: 'health', priority: 'now' } as const
  expect((await binh.send(needOpen, need)).status).toBe(404)
  expect((await binh.send(needSetRisk, { ...ofCase, level: 'low' })).status).toBe(404)
  const tham = await product.signIn('tham')
  expect((await tham.send(needOpen, need)).status).toBe(404)
  const service = { type: 'health', quantity: 1, unit: 'time', funder: 'state', onDay: today() } as const
  expect((await binh.send(serviceRecord, { ...ofCase, entryId: randomUUID(), ...service })).status).toBe(404)
})
