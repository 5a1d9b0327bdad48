import { randomUUID } from 'node:crypto'
import { caseList, caseRead, caseTake } from '@ke-vai/contract/case/case.ts'
import {
  agencyList,
  handoverList,
  receptionEnd,
  receptionHandOver,
  receptionList,
  receptionOpen,
  receptionRead,
  receptionReceive,
} from '@ke-vai/contract/case/group.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'

let product: TestProduct
let van: TestPerson
let binh: TestPerson
let hien: TestPerson
let dung: TestPerson
let toan: TestPerson
const organisationId = demoId('organisation/centre-22')
const border = demoId('organisation/border-22')

beforeAll(async () => {
  product = await testProduct()
  ;[van, binh, hien, dung, toan] = await Promise.all([
    product.signIn('van'),
    product.signIn('binh'),
    product.signIn('hien'),
    product.signIn('dung'),
    product.signIn('toan'),
  ])
})
afterAll(() => product.close())

const ids = (howMany: number) => Array.from({ length: howMany }, (): string => randomUUID())

async function openGroup(person: TestPerson, expected: number | null = 12) {
  const receptionId = randomUUID()
  const args = { organisationId, receptionId, channel: 'rescue' as const, expected }
  expect((await person.send(receptionOpen, args)).status).toBe(200)
  return receptionId
}

async function handedOver(howMany: number) {
  const args = {
    organisationId: border,
    receptionId: randomUUID(),
    agencyId: organisationId,
    caseIds: ids(howMany),
    gate: 'mong_cai' as const,
    onDay: today(),
    languages: ['mong' as const],
    inDanger: true,
  }
  const answer = await dung.send(receptionHandOver, args)
  expect(answer).toMatchObject({ status: 200 })
  return { ...args, codes: answer.body.cases.map(({ code }) => code) }
}

test('scenario 26: twelve handed over by the border guard in an hour have codes with triage, and no story', async () => {
  const began = performance.now()
  const { receptionId, caseIds, codes } = await handedOver(12)
  expect(new Set(codes).size).toBe(12)
  const seen = await hien.read(receptionRead, { organisationId, receptionId })
  expect(seen.body).toMatchObject({ codes: 12, received: 0, inDanger: true, gate: 'mong_cai' })
  const arrivals = caseIds.map((caseId, i) => ({
    caseId,
    calledBy: `Tên thử ${i}`,
    triage: i % 3 === 0 ? (['child_along', 'needs_interpreter'] as const) : (['no_place_tonight'] as const),
    ageBand: '18_to_30' as const,
    language: 'mong' as const,
  }))
  const received = await hien.send(receptionReceive, {
    organisationId,
    receptionId,
    arrivals: arrivals.map((each) => ({ ...each, triage: [...each.triage] })),
  })
  expect(received.body.cases.map(({ code }) => code)).toEqual(codes)
  const seconds = (performance.now() - began) / 1000
  console.log(`scenario 26: 12 codes with triage in ${seconds.toFixed(1)} s`)
  expect(seconds).toBeLessThan(600)

  const page = await van.read(receptionRead, { organisationId, receptionId })
  expect(page.body.cases).toHaveLength(12)
  expect(page.body.cases.every((each) => each.triage.length > 0 && each.waiting && each.receivedAt)).toBe(
    true,
  )
  const sql = product.database.dangerous
  const rows = await sql<{ kind: string; n: number }[]>`
    select kind, count(*)::int as n from case_entry where case_id = any (${caseIds}) group by kind`
  expect([...rows]).toEqual([{ kind: 'reception.received', n: 12 }])
  // Each waits for somebody, or is taken, one by one.
  const [caseId = ''] = caseIds
  expect((await binh.send(caseTake, { organisationId, caseId })).status).toBe(200)
  const header = (await binh.read(caseRead, { organisationId, caseId })).body.header
  expect(header).toMatchObject({ channel: 'border_handover', needsInterpreter: true, waiting: false })
  const after = (await van.read(receptionRead, { organisationId, receptionId })).body.cases
  expect(after.filter(({ waiting }) => waiting)).toHaveLength(11)
  expect((await van.read(caseRead, { organisationId, caseId })).status).toBe(404)
})

test('who hands a group over sees its codes and that they were received, and nothing else', async () => {
  const { receptionId, caseIds, codes } = await handedOver(2)
  const [first = '', second = ''] = caseIds
  await hien.send(receptionReceive, {
    organisationId,
    receptionId,
    arrivals: [{ caseId: first, calledBy: 'Chị Kín', triage: ['injured'] }],
  })
  const mine = await dung.read(handoverList, { organisationId: border })
  const line = mine.body.handovers.find(({ id }) => id === receptionId)
  expect(line?.cases).toEqual([
    { code: codes[0], receivedAt: expect.any(String) },
    { code: codes[1], receivedAt: null },
  ])
  expect(JSON.stringify(mine.body)).not.toContain('injured')
  // He is no reader of the agency, and another body's liaison sees nothing of his.
  for (const path of [
    `/api/organisations/${organisationId}/receptions/${receptionId}`,
    `/api/organisations/${organisationId}/cases/${first}`,
  ])
    expect((await dung.get(path)).status).toBe(404)
  expect((await dung.read(receptionRead, { organisationId: border, receptionId })).status).toBe(403)
  const others = await toan.read(handoverList, { organisationId: demoId('organisation/police-22') })
  expect(others.body.handovers).toEqual([])
  expect((await toan.read(handoverList, { organisationId: border })).status).toBe(404)
  // Even by SQL of the app: no case, no entry, no word of her arrival.
  const told = await product.database.operator.begin(async (tx) => {
    await tx`select policy.enter_as(${demoId('account/dung')}, null, null)`
    const [cases] = await tx<{ n: number }[]>`select count(*)::int as n from case_file`
    const [entries] = await tx<{ n: number }[]>`select count(*)::int as n from case_entry`
    const codes = await tx`
      select triage, track, waiting from policy.reception_codes(${receptionId}) where case_id = ${first}`
    return { cases: cases?.n, entries: entries?.n, codes: [...codes] }
  })
  expect(told).toEqual({ cases: 0, entries: 0, codes: [{ triage: null, track: null, waiting: null }] })
  expect(second).not.toBe('')
})

test('a group of one’s own: open, receive many at once, list, end; and then no more', async () => {
  const receptionId = await openGroup(van)
  const caseIds = ids(3)
  const args = {
    organisationId,
    receptionId,
    arrivals: caseIds.map((caseId, i) => ({ caseId, ageBand: i === 0 ? ('7_to_15' as const) : null })),
  }
  const commandId = randomUUID()
  const first = await van.send(receptionReceive, args, commandId)
  expect(first.body.cases).toHaveLength(3)
  // A retry has the first answer, and the same people under another id are refused.
  expect((await van.send(receptionReceive, args, commandId)).body).toEqual(first.body)
  expect(await van.send(receptionReceive, args)).toMatchObject({
    status: 409,
    body: { code: 'command_id_reused' },
  })
  const listed = (await binh.read(receptionList, { organisationId })).body.receptions
  expect(listed.find(({ id }) => id === receptionId)).toMatchObject({ codes: 3, received: 3, expected: 12 })
  const waiting = await binh.read(caseList, { organisationId }, { which: 'waiting' })
  expect(waiting.body.cases.filter(({ id }) => caseIds.includes(id))).toHaveLength(3)
  expect((await van.send(receptionEnd, { organisationId, receptionId })).status).toBe(200)
  expect(
    await van.send(receptionReceive, { organisationId, receptionId, arrivals: [{ caseId: randomUUID() }] }),
  ).toMatchObject({ status: 422, body: { code: 'reception_ended' } })
  expect((await van.send(receptionEnd, { organisationId, receptionId })).body).toMatchObject({
    code: 'reception_ended',
  })
})

test('a reception does not end while somebody announced is not met, unless that is said', async () => {
  const { receptionId, caseIds } = await handedOver(2)
  const [caseId = ''] = caseIds
  const ending = { organisationId, receptionId }
  await hien.send(receptionReceive, { ...ending, arrivals: [{ caseId }] })
  expect((await hien.send(receptionEnd, ending)).body).toMatchObject({ code: 'announced_not_received' })
  expect((await hien.send(receptionEnd, { ...ending, withoutThem: true })).status).toBe(200)
})

test('what was written at an arrival is written once, and by the agency alone', async () => {
  const { receptionId, caseIds } = await handedOver(1)
  const [caseId = ''] = caseIds
  const args = { organisationId, receptionId, arrivals: [{ caseId, calledBy: 'Một' }] }
  expect((await dung.send(receptionReceive, args)).status).toBe(404)
  expect((await dung.send(receptionReceive, { ...args, organisationId: border })).status).toBe(403)
  expect((await hien.send(receptionReceive, args)).status).toBe(200)
  expect((await van.send(receptionReceive, args)).status).toBe(409)
})

test('who may not hand over or receive is refused; an agency that is none, a day to come, and a known id as well', async () => {
  const args = {
    organisationId: border,
    receptionId: randomUUID(),
    agencyId: demoId('organisation/legal-aid-22'),
    caseIds: ids(1),
    gate: 'other' as const,
    onDay: today(),
  }
  expect((await dung.send(receptionHandOver, args)).status).toBe(404)
  expect((await van.send(receptionHandOver, { ...args, organisationId })).status).toBe(403)
  expect((await toan.send(receptionHandOver, args)).status).toBe(404)
  const good = { ...args, agencyId: organisationId }
  expect((await dung.send(receptionHandOver, { ...good, onDay: '2999-01-01' })).body).toMatchObject({
    code: 'hand_over_in_future',
  })
  const { caseIds } = await handedOver(1)
  expect((await dung.send(receptionHandOver, { ...good, caseIds })).status).toBe(409)
  const quyen = await product.signIn('quyen')
  expect((await quyen.read(receptionList, { organisationId })).status).toBe(403)
  const tham = await product.signIn('tham')
  expect((await tham.read(receptionList, { organisationId })).status).toBe(404)
  expect((await tham.read(agencyList, {})).body.agencies).toEqual([
    { id: organisationId, name: 'Trung tâm Công tác xã hội tỉnh Quảng Ninh' },
  ])
})
