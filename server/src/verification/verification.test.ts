import { randomUUID } from 'node:crypto'
import { caseRead, caseWordsOpen } from '@ke-vai/contract/case/case.ts'
import {
  evidenceAdd,
  verificationClocks,
  verificationMove,
  verificationRead,
  willingnessRecord,
} from '@ke-vai/contract/verification/verification.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { begin, centre, daysAgo, health, receive, takeSteps } from './testing/verified-case.ts'

let product: TestProduct
let van: TestPerson
let binh: TestPerson
let huong: TestPerson

beforeAll(async () => {
  product = await testProduct()
  van = await product.signIn('van')
  binh = await product.signIn('binh')
  huong = await product.signIn('huong')
})
afterAll(() => product.close())

const evidence = (ofCase: { caseId: string }) => ({
  organisationId: centre,
  caseId: ofCase.caseId,
  evidenceId: randomUUID(),
  evidence: 'e_person_or_relative' as const,
  onDay: '2026-01-02',
  findings: 'Lời kể bí mật',
})

test('scenario 22: three days after the notification the case is red for lead agency and province, and support goes on', async () => {
  const late = await receive(van)
  const inTime = await receive(van)
  await begin(van, late, daysAgo(4))
  await begin(van, inTime, daysAgo(2))
  await takeSteps(van, late, ['health_notified'], daysAgo(3.01))
  await takeSteps(van, inTime, ['health_notified'], daysAgo(1.9))
  const red = await huong.read(verificationClocks, { organisationId: health })
  expect(red.status).toBe(200)
  const ofCode = (code: string) => red.body.clocks.filter(({ caseCode }) => caseCode === code)
  expect(ofCode(late.code)).toMatchObject([{ kind: 'initial_verification', overdue: true }])
  expect(ofCode(inTime.code)).toEqual([])
  // Days of the law, from the notification on, and the source of the number.
  const page = await van.read(verificationRead, late)
  const clock = page.body.clocks.find(({ kind }) => kind === 'initial_verification')
  expect(clock).toMatchObject({ overdue: true, source: expect.stringContaining('86/2025') })
  expect(Date.parse(clock?.dueAt ?? '') - Date.parse(clock?.startedAt ?? '')).toBe(3 * 86_400_000)
  // Nothing of any person, and support goes on.
  expect(JSON.stringify(red.body)).not.toMatch(/Thử|Vân/)
  expect((await van.send(evidenceAdd, evidence(late))).status).toBe(200)
  await takeSteps(van, late, ['initial', 'verifying'])
  const after = await huong.read(verificationClocks, { organisationId: health })
  expect(after.body.clocks.filter(({ caseCode }) => caseCode === late.code)).toEqual([])
  for (const other of [van, await product.signIn('toan'), await product.signIn('tham')])
    expect([403, 404]).toContain((await other.read(verificationClocks, { organisationId: health })).status)
})

test('where the law in hand gives no number the clock stands without an end, and says so', async () => {
  const ofCase = await receive(van)
  await begin(van, ofCase)
  await takeSteps(van, ofCase, ['health_notified', 'initial', 'verifying'])
  const { clocks } = (await van.read(verificationRead, ofCase)).body
  expect(clocks.find(({ kind }) => kind === 'identification')).toMatchObject({
    dueAt: null,
    overdue: false,
    source: expect.stringContaining('chưa tìm thấy'),
  })
  const open = await huong.read(verificationClocks, { organisationId: health }, { which: 'open' })
  expect(open.body.clocks.filter(({ caseCode }) => caseCode === ofCase.code)).toMatchObject([
    { kind: 'identification', dueAt: null, overdue: false },
  ])
})

test('the number is that of the day of the event: before the law there is none', async () => {
  const ofCase = await receive(van)
  await begin(van, ofCase, '2025-06-29T09:00:00+07:00')
  await takeSteps(van, ofCase, ['health_notified'], '2025-06-30T09:00:00+07:00')
  const { clocks } = (await van.read(verificationRead, ofCase)).body
  expect(clocks.map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
    ['notify_health', null],
    ['initial_verification', null],
  ])
})

test('verification begins the identification and follows its order; only the team knows of it', async () => {
  const ofCase = await receive(van)
  expect((await van.read(caseRead, ofCase)).body.header.legalStatus).toBe('no_information')
  expect((await begin(van, ofCase)).status).toBe(200)
  expect((await van.read(caseRead, ofCase)).body.header.legalStatus).toBe('in_identification')
  expect((await begin(van, ofCase)).status).toBe(422)
  const skip = { organisationId: centre, caseId: ofCase.caseId, at: daysAgo(0) }
  expect((await van.send(verificationMove, { ...skip, to: 'concluded', conclusion: 'grounds' })).status).toBe(
    422,
  )
  const future = { ...skip, to: 'health_notified' as const, at: daysAgo(-1) }
  expect((await van.send(verificationMove, future)).status).toBe(422)
  expect((await binh.read(verificationRead, ofCase)).status).toBe(404)
  expect((await binh.send(verificationMove, { ...skip, to: 'health_notified' })).status).toBe(404)
  const tham = await product.signIn('tham')
  expect((await begin(tham, ofCase)).status).toBe(404)
})

test('what evidence says is sealed and opens through an extra step alone', async () => {
  const ofCase = await receive(van)
  await begin(van, ofCase)
  const args = evidence(ofCase)
  await van.send(evidenceAdd, args)
  const page = await van.read(verificationRead, ofCase)
  expect(page.body.evidence).toMatchObject([{ evidence: 'e_person_or_relative', onDay: '2026-01-02' }])
  const words = { organisationId: centre, caseId: ofCase.caseId, entryId: args.evidenceId }
  expect((await van.send(caseWordsOpen, words)).body).toEqual({ words: { findings: 'Lời kể bí mật' } })
  const sql = product.database.dangerous
  await sql`update sign_in set stepped_up_at = null where account_id = (select id from account where username = 'van')`
  expect((await van.send(caseWordsOpen, words)).status).toBe(403)
  van = await product.signIn('van')
  const [dump] = await sql<
    { text: string }[]
  >`select string_agg(case_entry::text, ' ') as text from case_entry`
  expect(dump?.text).not.toContain('bí mật')
})

test('scenario 27: she does not want to talk with the police now; it is written so, and nothing is closed to her', async () => {
  const ofCase = await receive(van)
  await begin(van, ofCase)
  const before = (await van.read(caseRead, ofCase)).body.header
  const said = { organisationId: centre, caseId: ofCase.caseId, police: 'not_now' as const }
  expect((await van.send(willingnessRecord, said)).status).toBe(200)
  const page = await van.read(verificationRead, ofCase)
  expect(page.body).toMatchObject({ willingness: 'not_now', verification: { state: 'received' } })
  const after = (await van.read(caseRead, ofCase)).body.header
  expect({ ...after, nextDue: null }).toEqual({ ...before, nextDue: null })
  await takeSteps(van, ofCase, ['health_notified', 'initial', 'verifying', 'concluded', 'closed'])
  expect((await van.read(verificationRead, ofCase)).body.verification?.state).toBe('closed')
})
