import { randomUUID } from 'node:crypto'
import { caseOpen, caseRead } from '@ke-vai/contract/case/case.ts'
import {
  childEnterSchool,
  childLinkCase,
  childNameRepresentative,
  childPlan,
  childTakeMeasure,
  foldChild,
} from '@ke-vai/contract/case/child.ts'
import { caseSetFacts, foldFacts } from '@ke-vai/contract/case/facts.ts'
import { foldCase } from '@ke-vai/contract/case/state.ts'
import { caseMove, casePause, caseSetStage, foldStage } from '@ke-vai/contract/case/step.ts'
import { addDays, today } from '@ke-vai/contract/date/date.ts'
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

type AgeBand = 'under_7' | '7_to_15' | '16_to_17' | '18_to_30'
async function someCase(ageBand: AgeBand = '18_to_30') {
  const asked = { organisationId, caseId: randomUUID() }
  const opened = await van.send(caseOpen, { ...asked, channel: 'self_return', ageBand, language: 'dao' })
  expect(opened.status).toBe(200)
  return asked
}
type Asked = Awaited<ReturnType<typeof someCase>>

const facts = {
  track: 'adult' as const,
  sex: 'female' as const,
  ageBand: '31_to_60' as const,
  language: 'mong' as const,
  needsInterpreter: true,
  interpreter: 'volunteer' as const,
  nationality: 'stateless_resident' as const,
  foundIn: 'abroad' as const,
  issues: ['trafficking' as const, 'migration_hardship' as const],
}

/** The row of a case says what its entries say. */
async function expectInStep({ caseId }: Asked): Promise<void> {
  const sql = product.database.dangerous
  const entries = await sql<
    { id: string; seq: number; kind: string; body: unknown; onDay: string; supersedes: string | null }[]
  >`select id, seq, kind, body, on_day as "onDay", supersedes from case_entry where case_id = ${caseId} order by seq`
  const [row] = await sql`
    select track, sex, age_band as "ageBand", language, needs_interpreter as "needsInterpreter", nationality,
      found_in as "foundIn", issues, state, stage, legal_status as "legalStatus", accompanies_id as accompanies
    from case_file where id = ${caseId}`
  const { interpreter: _, ...columns } = foldFacts(entries)
  const { state, legalStatus } = foldCase(entries)
  const { accompanies } = foldChild(entries)
  expect({ ...row }).toEqual({ ...columns, state, legalStatus, accompanies, stage: foldStage(entries) })
}

const clocksOf = async (asked: Asked) =>
  new Map((await van.read(caseRead, asked)).body.deadlines.map((each) => [each.kind, each]))

test('after every command the row of a case is what its entries say', async () => {
  const adult = await someCase()
  const child = await someCase('7_to_15')
  const other = await someCase('under_7')
  const commands = [
    () => van.send(caseSetFacts, { ...adult, ...facts }),
    () => van.send(caseSetFacts, { ...adult, ...facts, issues: [], foundIn: 'viet_nam' }),
    () => van.send(caseMove, { ...adult, to: 'assessment' }),
    () => van.send(casePause, { ...adult, words: 'chị muốn nghỉ' }),
    () => van.send(caseMove, { ...adult, to: 'assessment' }),
    () => van.send(caseMove, { ...adult, to: 'planning', reason: 'đã đánh giá' }),
    () => van.send(caseSetStage, { ...adult, to: 'transition' }),
    () => van.send(childNameRepresentative, { ...child, relation: 'parent', suspected: true }),
    () => van.send(childTakeMeasure, { ...child, measures: ['moved_to_safety'] }),
    () => van.send(childPlan, { ...child, plan: 'x', childOpinion: 'agrees', carerOpinion: 'cannot_say' }),
    () => van.send(childEnterSchool, { ...child, where: 'outside', on: today() }),
    () => van.send(childLinkCase, { ...child, withCaseId: adult.caseId, as: 'accompanies' }),
    () => van.send(childLinkCase, { ...child, withCaseId: other.caseId, as: 'sibling' }),
  ]
  for (const [i, command] of commands.entries()) {
    expect(await command(), `command ${i}`).toMatchObject({ status: 200 })
    for (const each of [adult, child, other]) await expectInStep(each)
  }
  const page = (await van.read(caseRead, adult)).body
  expect(page.header).toMatchObject({ state: 'planning', stage: 'transition', foundIn: 'viet_nam' })
  const set = page.entries.filter(({ kind }) => kind === 'case.facts_set')
  expect(set.map(({ supersedes }) => supersedes)).toEqual([set[1]?.id, null])
  // The sibling's own case says it as well.
  const kept = (await van.read(caseRead, other)).body.entries.filter(({ kind }) => kind === 'child.linked')
  expect(kept).toMatchObject([{ body: { caseId: child.caseId, as: 'sibling' } }])
})

test('who is under 18 is on the track of children with its clocks, and without them when found to be of age', async () => {
  const asked = await someCase('16_to_17')
  const clocks = await clocksOf(asked)
  const started = Date.parse(clocks.get('child_emergency')?.startedAt ?? '')
  expect(Date.parse(clocks.get('child_emergency')?.dueAt ?? '') - started).toBe(12 * 3_600_000)
  expect(Date.parse(clocks.get('child_school')?.dueAt ?? '') - started).toBe(7 * 86_400_000)
  // Five working days are a week with its Saturday and Sunday, counted from a day of work.
  const planned = today(new Date(clocks.get('child_plan')?.dueAt ?? ''))
  expect(planned >= addDays(today(), 5)).toBe(true)
  expect([0, 6]).not.toContain(new Date(`${planned}T00:00:00Z`).getUTCDay())
  // No list of holidays was verified, and it says so; with one there is nothing to say.
  const uncounted = async () =>
    [...(await clocksOf(asked)).values()].filter((each) => each.withoutHolidays).map(({ kind }) => kind)
  expect(await uncounted()).toEqual(['child_plan'])
  const sql = product.database.dangerous
  await sql`update parameter set value = '["2026-04-30"]' where key = 'public_holidays'`
  expect(await uncounted()).toEqual([])
  await sql`update parameter set value = '[]' where key = 'public_holidays'`
  const younger = { ...asked, ...facts, ageBand: '16_to_17' as const }
  expect((await van.send(caseSetFacts, younger)).body).toMatchObject({ code: 'child_needs_childs_track' })
  expect((await van.send(caseSetFacts, { ...asked, ...facts })).status).toBe(200)
  expect([...(await clocksOf(asked)).keys()]).toEqual([])
  expect((await van.send(caseSetFacts, { ...younger, track: 'child' })).status).toBe(200)
  expect((await clocksOf(asked)).size).toBe(3)
})

test('the clocks of a child are met by what was done, and without a number in the law they have no end', async () => {
  const asked = await someCase('under_7')
  await van.send(childTakeMeasure, { ...asked, measures: ['medical', 'medical'] })
  await van.send(childPlan, { ...asked, plan: 'x', childOpinion: 'cannot_say', carerOpinion: 'agrees' })
  await van.send(childEnterSchool, { ...asked, where: 'not_of_age', on: today() })
  const met = [...(await clocksOf(asked)).values()].map(({ metAt }) => metAt !== null)
  expect(met).toEqual([true, true, true])
  const sql = product.database.dangerous
  await sql`update parameter set value = 'null' where key = 'child_emergency_hours'`
  const unknown = await someCase('under_7')
  expect((await clocksOf(unknown)).get('child_emergency')?.dueAt).toBeNull()
  await sql`update parameter set value = '12' where key = 'child_emergency_hours'`
})

test('scenario 30: after placement her schooling is tracked, inside the facility or at a school outside, with its clock', async () => {
  const asked = await someCase('7_to_15')
  const school = (where: 'outside' | 'inside_facility', on: string) =>
    van.send(childEnterSchool, { ...asked, where, on })
  expect((await school('outside', addDays(today(), 1))).body).toMatchObject({ code: 'school_in_future' })
  expect((await clocksOf(asked)).get('child_school')?.metAt).toBeNull()
  expect((await school('inside_facility', addDays(today(), -2))).status).toBe(200)
  expect((await clocksOf(asked)).get('child_school')?.metAt).not.toBeNull()
  expect((await school('outside', today())).status).toBe(200)
  // What is so now, and what was before; nothing of it is lost.
  const { entries } = (await van.read(caseRead, asked)).body
  expect(foldChild(entries).school).toEqual({ where: 'outside', on: today() })
  const written = entries.filter(({ kind }) => kind === 'child.school_entered')
  expect(written.map(({ body }) => body.where).sort()).toEqual(['inside_facility', 'outside'])
})

test('a plan for a child without her own and her carer’s opinion is no plan', async () => {
  const asked = await someCase('7_to_15')
  const plan = { ...asked, plan: 'x', carerOpinion: 'agrees' as const }
  expect((await van.send(childPlan, plan as never)).status).toBe(400)
  const grown = await someCase()
  expect(
    await van.send(childPlan, { ...grown, plan: 'x', childOpinion: 'agrees', carerOpinion: 'agrees' }),
  ).toMatchObject({ status: 422, body: { code: 'not_childs_track' } })
})

test('a child is linked only with cases of one’s own teams, an adult or a sibling', async () => {
  const [child, adult] = [await someCase('7_to_15'), await someCase()]
  const binhs = { organisationId, caseId: randomUUID() }
  await binh.send(caseOpen, { ...binhs, channel: 'self_return' })
  const link = (withCaseId: string, as: 'accompanies' | 'sibling') =>
    van.send(childLinkCase, { ...child, withCaseId, as })
  expect((await link(binhs.caseId, 'accompanies')).status).toBe(404)
  expect((await link(child.caseId, 'sibling')).body).toMatchObject({ code: 'link_to_itself' })
  expect((await link((await someCase('under_7')).caseId, 'accompanies')).body).toMatchObject({
    code: 'accompanies_an_adult',
  })
  expect(
    (await van.send(childLinkCase, { ...adult, withCaseId: child.caseId, as: 'sibling' })).body,
  ).toMatchObject({ code: 'not_childs_track' })
})

test('moves that may not follow, that belong elsewhere, or are not hers to make are refused', async () => {
  const asked = await someCase()
  const move = async (to: 'supporting' | 'closing' | 'closed' | 'paused' | 'transfer_offered') =>
    (await van.send(caseMove, { ...asked, to })).body
  expect(await move('supporting')).toMatchObject({ code: 'case_move_does_not_follow' })
  for (const to of ['closing', 'closed', 'transfer_offered'] as const)
    expect(await move(to)).toMatchObject({ code: 'case_move_elsewhere' })
  expect(await move('paused')).toMatchObject({ code: 'pause_is_her_wish' })
  expect((await van.send(caseSetStage, { ...asked, to: 'emergency' })).body).toMatchObject({
    code: 'stage_is_there',
  })
  expect((await van.send(casePause, asked)).status).toBe(200)
  expect((await van.send(casePause, asked)).body).toMatchObject({ code: 'case_move_does_not_follow' })
  expect((await van.send(caseMove, { ...asked, to: 'planning' })).body).toMatchObject({
    code: 'case_move_does_not_follow',
  })
  expect((await binh.send(caseMove, { ...asked, to: 'reception' })).status).toBe(404)
  const hien = await product.signIn('hien')
  expect((await hien.send(casePause, asked)).status).toBe(403)
})

test('a relative interprets by her own choice alone', async () => {
  const asked = await someCase()
  const relative = { ...asked, ...facts, interpreter: 'relative' as const }
  expect((await van.send(caseSetFacts, relative)).body).toMatchObject({
    code: 'relative_interprets_by_her_choice_only',
  })
  expect((await van.send(caseSetFacts, { ...relative, herOwnChoice: true })).status).toBe(200)
  expect((await van.send(caseSetFacts, { ...asked, ...facts, needsInterpreter: false })).body).toMatchObject({
    code: 'interpreter_without_need',
  })
  expect((await binh.send(caseSetFacts, { ...asked, ...facts })).status).toBe(404)
})
