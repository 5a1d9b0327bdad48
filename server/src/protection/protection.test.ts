import { randomUUID } from 'node:crypto'
import { caseOpen, caseRead, caseWordsOpen } from '@ke-vai/contract/case/case.ts'
import { clubGet } from '@ke-vai/contract/club/reads.ts'
import { foldPapers, paperworkBegin, paperworkMove } from '@ke-vai/contract/paperwork/paperwork.ts'
import {
  foldProtection,
  protectionDecide,
  protectionEnd,
  protectionPropose,
} from '@ke-vai/contract/protection/protection.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'

let product: TestProduct
let van: TestPerson
const organisationId = demoId('organisation/centre-22')

beforeAll(async () => {
  product = await testProduct()
  van = await product.signIn('van')
})
afterAll(() => product.close())

async function newCase() {
  const ofCase = { organisationId, caseId: randomUUID() }
  await van.send(caseOpen, { ...ofCase, channel: 'self_return' })
  return ofCase
}

test('scenario 29: a member of a club who is threatened is protected, and her address stands nowhere', async () => {
  const ofCase = await newCase()
  const measureId = randomUUID()
  const proposed = await van.send(protectionPropose, {
    ...ofCase,
    measureId,
    kind: 'keep_secret',
    forWhom: 'helper',
    who: 'Chị Hoa, số 7 ngõ Kín',
    danger: 'Bị chặn ở ngõ Kín',
  })
  expect(proposed.status).toBe(200)
  const decided = await van.send(protectionDecide, {
    ...ofCase,
    measureId,
    granted: true,
    paper: 'decision',
    decidedOn: '2026-01-01',
    fromDay: '2026-01-01',
    reason: 'giữ kín ở ngõ Kín',
  })
  expect(decided.status).toBe(200)
  const page = (await van.read(caseRead, ofCase)).body
  expect(foldProtection(page.entries)).toMatchObject([{ forWhom: 'helper', state: 'granted' }])

  const sql = product.database.dangerous
  const [dump] = await sql<{ text: string }[]>`
    select string_agg(t.text, ' ') as text from (select case_entry::text as text from case_entry
      union all select command_log::text from command_log union all select audit_event::text from audit_event) t`
  expect(JSON.stringify(page) + dump?.text).not.toContain('Kín')
  const entryId = page.entries.find(({ kind }) => kind === 'protection.proposed')?.id ?? ''
  // With the story: the team through a fresh proof; the clubs and the police not at all.
  expect((await van.send(caseWordsOpen, { ...ofCase, entryId })).body).toMatchObject({
    words: { who: 'Chị Hoa, số 7 ngõ Kín' },
  })
  for (const name of ['binh', 'tham', 'toan']) {
    const other = await product.signIn(name)
    expect((await other.send(caseWordsOpen, { ...ofCase, entryId })).status).toBe(404)
  }
  // Of a member's address the product holds nothing: there is no column for it, and no answer tells one.
  const columns = await sql<{ name: string }[]>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name in ('member', 'account', 'member_own', 'member_background')
      and column_name ~ 'address|street|home|phone'`
  expect(columns).toEqual([])
  const tham = await product.signIn('tham')
  const club = await tham.read(clubGet, { clubId: demoId('club/tuan-chau') })
  expect(club.status).toBe(200)
  expect(JSON.stringify(club.body)).not.toMatch(/address|street/iu)
})

test('a refusal of protection is reasoned and in writing; what ended begins anew as another measure', async () => {
  const ofCase = await newCase()
  const measureId = randomUUID()
  await van.send(protectionPropose, { ...ofCase, measureId, kind: 'guards', forWhom: 'relative' })
  const no = { ...ofCase, measureId, granted: false, decidedOn: '2026-01-01' }
  for (const missing of [{ reason: 'Chưa đủ căn cứ' }, { paper: 'letter' as const }])
    expect(await van.send(protectionDecide, { ...no, ...missing })).toMatchObject({
      status: 422,
      body: { code: 'refusal_reasoned_in_writing' },
    })
  const written = { ...no, paper: 'letter' as const, reason: 'Chưa đủ căn cứ' }
  expect((await van.send(protectionDecide, written)).status).toBe(200)
  expect((await van.send(protectionEnd, { ...ofCase, measureId, how: 'her_wish' })).status).toBe(200)
  expect(await van.send(protectionDecide, { ...written, granted: true })).toMatchObject({
    status: 422,
    body: { code: 'measure_does_not_follow' },
  })
  const { entries } = (await van.read(caseRead, ofCase)).body
  expect(foldProtection(entries)).toMatchObject([{ state: 'ended' }])
})

test('a paper goes its way step by step', async () => {
  const ofCase = await newCase()
  const paperId = randomUUID()
  const dueOn = '2027-01-01'
  await van.send(paperworkBegin, { ...ofCase, paperId, kind: 'citizen_card', office: 'police', dueOn })
  const early = await van.send(paperworkMove, { ...ofCase, paperId, to: 'received' })
  expect(early).toMatchObject({ status: 422, body: { code: 'paper_does_not_follow' } })
  for (const to of ['handed_in', 'more_asked', 'handed_in', 'received'] as const)
    expect((await van.send(paperworkMove, { ...ofCase, paperId, to })).status).toBe(200)
  const { entries } = (await van.read(caseRead, ofCase)).body
  expect(foldPapers(entries)).toMatchObject([{ kind: 'citizen_card', state: 'received' }])
  expect(foldPapers(entries)[0]?.steps.map(({ state }) => state)).toEqual([
    'begun',
    'handed_in',
    'more_asked',
    'handed_in',
    'received',
  ])
  const binh = await product.signIn('binh')
  expect((await binh.send(paperworkMove, { ...ofCase, paperId, to: 'stopped' })).status).toBe(404)
})
