import { randomUUID } from 'node:crypto'
import { caseRead } from '@ke-vai/contract/case/case.ts'
import { endpoints } from '@ke-vai/contract/endpoints.ts'
import { identificationDecide } from '@ke-vai/contract/verification/identification.ts'
import { identificationAnswer, requestOpen, requestSend } from '@ke-vai/contract/verification/request.ts'
import { verificationRead } from '@ke-vai/contract/verification/verification.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { asActor } from '../platform/actor.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { begin, centre, health, police, receive, takeSteps } from './testing/verified-case.ts'

let product: TestProduct
let van: TestPerson

beforeAll(async () => {
  product = await testProduct()
  van = await product.signIn('van')
})
afterAll(() => product.close())

const said = {
  outcome: 'victim' as const,
  paperKind: 'police_certificate' as const,
  issuer: 'police' as const,
  decidedOn: '2026-03-02',
}
const decision = ({ caseId }: { caseId: string }, more: object = {}) => ({
  organisationId: centre,
  caseId,
  decisionId: randomUUID(),
  ...said,
  paperNumber: '12/GXN-BÍ MẬT',
  ...more,
})

const union = demoId('organisation/union-22')
const places = { van: centre, huong: health, khai: union, toan: police, tham: centre }
const people = new Map<string, TestPerson>()

/** Every read of the product that says of anybody that she is identified, each asked by people of every kind. */
async function readsThatSayIdentified(caseId: string, asked = Object.keys(places)): Promise<string[]> {
  const said = new Set<string>()
  for (const [name, organisationId] of Object.entries(places).filter(([name]) => asked.includes(name))) {
    const person = people.get(name) ?? (await product.signIn(name))
    people.set(name, person)
    const known: Record<string, string> = {
      organisationId,
      caseId,
      clubId: demoId('club/tuan-chau'),
      month: '2026-03',
      year: '2026',
    }
    const ask = async ({ name: read, path }: (typeof endpoints)[number]) => {
      const address = path.replace(/:(\w+)/gu, (_, param: string) => known[param] ?? randomUUID())
      const answer = await person.get(`/api${address}`)
      expect(answer.status, `${read} as ${name}`).toBeLessThan(500)
      const text = await answer.text()
      if (/"victim"|"identifiedOn":"|Đã được xác định là nạn nhân/u.test(text)) said.add(read)
    }
    for (let i = 0; i < endpoints.length; i += 8) await Promise.all(endpoints.slice(i, i + 8).map(ask))
  }
  return [...said].sort()
}

test('scenario 25: verified and concluded, but without a decision no read says or counts her as identified', async () => {
  const ofCase = await receive(van)
  const before = await readsThatSayIdentified(ofCase.caseId)
  await begin(van, ofCase)
  await takeSteps(van, ofCase, ['health_notified', 'initial', 'verifying', 'concluded', 'closed'])
  expect((await van.read(verificationRead, ofCase)).body.verification?.conclusion).toBe('grounds')
  expect(await readsThatSayIdentified(ofCase.caseId)).toEqual(before)
  expect((await van.read(caseRead, ofCase)).body.header).toMatchObject({
    legalStatus: 'in_identification',
    identifiedOn: null,
  })
  // The same reads do say it once there is the decision: the look above was no empty one.
  expect((await van.send(identificationDecide, decision(ofCase))).status).toBe(200)
  const after = await readsThatSayIdentified(ofCase.caseId, ['van'])
  expect(after).toEqual(expect.arrayContaining(['case.get', 'case.list', 'verification.get']))
  expect((await van.read(caseRead, ofCase)).body.header).toMatchObject({
    legalStatus: 'victim',
    identifiedOn: '2026-03-02',
  })
}, 240_000)

test('a decision is taken in by the case manager with its paper, whose number is sealed', async () => {
  const ofCase = await receive(van)
  await begin(van, ofCase)
  expect((await van.send(identificationDecide, decision(ofCase, { paperNumber: '' }))).body).toMatchObject({
    code: 'paper_number_needed',
  })
  const args = decision(ofCase)
  expect((await van.send(identificationDecide, args)).status).toBe(200)
  const page = await van.read(verificationRead, ofCase)
  expect(page.body.decision).toEqual({ id: args.decisionId, ...said, requestId: null })
  const [dump] = await product.database.dangerous<{ text: string }[]>`
    select string_agg(case_entry::text, ' ') as text from case_entry`
  expect(dump?.text).not.toContain('GXN')
  // Leaving an outcome takes another decision.
  const other = { outcome: 'not_victim' as const, paperKind: 'refusal' as const }
  expect((await van.send(identificationDecide, decision(ofCase, other))).status).toBe(200)
  expect((await van.read(caseRead, ofCase)).body.header).toMatchObject({
    legalStatus: 'not_victim',
    identifiedOn: null,
  })
})

test('a decision made before the case was opened, elsewhere, comes in with its paper and no verification', async () => {
  const ofCase = await receive(van)
  expect((await van.send(identificationDecide, decision(ofCase, { paperNumber: '' }))).body).toMatchObject({
    code: 'paper_number_needed',
  })
  expect((await van.send(identificationDecide, decision(ofCase))).status).toBe(200)
  const page = await van.read(verificationRead, ofCase)
  expect(page.body).toMatchObject({ verification: null, decision: said })
  expect((await van.read(caseRead, ofCase)).body.header).toMatchObject({
    legalStatus: 'victim',
    identifiedOn: said.decidedOn,
  })
})

test('the deciding body answers with the decision; it counts when the case takes in exactly that', async () => {
  const ofCase = await receive(van)
  await begin(van, ofCase)
  const requestId = randomUUID()
  const request = { organisationId: centre, caseId: ofCase.caseId, requestId, toOrganisationId: police }
  const shared = { question: 'Đề nghị xem xét' }
  expect((await van.send(requestSend, { ...request, purpose: 'decision', shared })).status).toBe(200)
  const toan = await product.signIn('toan')
  const mine = { organisationId: police, requestId }
  await toan.send(requestOpen, mine)
  expect((await toan.send(identificationAnswer, { ...mine, ...said, paperNumber: '7/GXN' })).status).toBe(200)
  expect((await van.read(caseRead, ofCase)).body.header.legalStatus).toBe('in_identification')
  const taken = decision(ofCase, { requestId, paperNumber: '' })
  expect((await van.send(identificationDecide, { ...taken, decidedOn: '2026-03-01' })).body).toMatchObject({
    code: 'decision_differs_from_answer',
  })
  expect((await van.send(identificationDecide, taken)).status).toBe(200)
  expect((await van.read(caseRead, ofCase)).body.header.legalStatus).toBe('victim')
})

test('a club never sets a legal status: not by the door, and not by SQL', async () => {
  const ofCase = await receive(van)
  await begin(van, ofCase)
  for (const name of ['tham', 'hoa', 'lai', 'khai', 'toan', 'quyen', 'hien', 'huong', 'binh']) {
    const person = await product.signIn(name)
    for (const organisationId of [centre, demoId('organisation/union-tuan-chau'), police])
      expect([403, 404], name).toContain(
        (await person.send(identificationDecide, { ...decision(ofCase), organisationId })).status,
      )
  }
  const club = { clubId: demoId('club/tuan-chau') }
  await asActor(product.database.operator, { accountId: demoId('account/tham') }, club, async (tx) => {
    const changed =
      await tx`update case_file set legal_status = 'victim' where id = ${ofCase.caseId} returning id`
    expect(changed).toHaveLength(0)
    await expect(
      tx.savepoint(
        (sp) => sp`insert into case_entry (province, id, case_id, seq, kind, tier, body, on_day, recorded_by)
          values ('22', ${randomUUID()}, ${ofCase.caseId}, 99, 'identification.decided', 'team', '{"outcome":"victim"}',
            '2026-03-02', ${demoId('account/tham')})`,
      ),
    ).rejects.toThrow(/row-level security/)
  })
  // Nor does her own team without the decision beside it.
  await asActor(product.database.operator, { accountId: demoId('account/van') }, {}, async (tx) => {
    await expect(
      tx.savepoint((sp) => sp`update case_file set legal_status = 'victim' where id = ${ofCase.caseId}`),
    ).rejects.toThrow()
    await expect(
      tx.savepoint((sp) => sp`update case_file set identified_on = '2026-03-02' where id = ${ofCase.caseId}`),
    ).rejects.toThrow()
  })
  expect((await van.read(caseRead, ofCase)).body.header.legalStatus).toBe('in_identification')
}, 60_000)
