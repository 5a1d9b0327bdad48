import { randomUUID } from 'node:crypto'
import { today } from '@ke-vai/contract/date/date.ts'
import { personAssign, personRegister } from '@ke-vai/contract/register/person.ts'
import { mobilisationProgress, mobilisationRecord } from '@ke-vai/contract/session/mobilisation.ts'
import { sessionRecord } from '@ke-vai/contract/session/session.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { asActor } from '../platform/actor.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'

let product: TestProduct
let chair: TestPerson
let pao: TestPerson
let officer: TestPerson
const clubId = demoId('club/tuan-chau')
const members = { pao: randomUUID(), hoa: randomUUID() }

beforeAll(async () => {
  product = await testProduct()
  const sql = product.database.dangerous
  // Only these two, so that nobody else's figures enter the rate.
  await sql`delete from member where club_id = ${clubId}`
  for (const [username, id] of Object.entries(members))
    await sql`insert into member (province, id, club_id, account_id, display_name)
      values ('22', ${id}, ${clubId}, ${demoId(`account/${username}`)}, ${username})`
  chair = await product.signIn('tham')
  pao = await product.signIn('pao')
  officer = await product.signIn('lai')
})
afterAll(() => product.close())

async function someoneOf(memberId: string): Promise<{ personId: string; code: string }> {
  const personId = randomUUID()
  const made = await chair.send(personRegister, {
    clubId,
    personId,
    name: 'Vàng Thị Thử',
    groups: ['at_risk'],
  })
  await chair.send(personAssign, { clubId, personId, memberId })
  return { personId, code: made.body.code }
}

async function session(onDay = today()): Promise<string> {
  const sessionId = randomUUID()
  await chair.send(sessionRecord, { clubId, sessionId, onDay, topic: 'Đi làm xa an toàn', others: 20 })
  return sessionId
}

const mobilisation = (personId: string, sessionId: string | null, result: 'invited' | 'attended') => ({
  clubId,
  mobilisationId: randomUUID(),
  memberId: members.pao,
  personId,
  sessionId,
  result,
  onDay: today(),
})

const paoOf = async (person: TestPerson) => {
  const { body } = await person.read(mobilisationProgress, { clubId })
  return { ...body, pao: body.lines.find((line) => line.memberId === members.pao) }
}

test('scenario 9: one mobilised person attends: 1 of 2, the rate counts members at their target, the session shows nothing', async () => {
  const first = await someoneOf(members.pao)
  const evening = await session()
  const before = await (await chair.get(`/api/clubs/${clubId}/sessions`)).text()
  expect((await pao.send(mobilisationRecord, mobilisation(first.personId, evening, 'invited'))).status).toBe(
    200,
  )
  expect((await paoOf(pao)).pao).toMatchObject({ attended: { value: 0 } })
  await pao.send(mobilisationRecord, mobilisation(first.personId, evening, 'attended'))
  // The same person at another session is still one person.
  await pao.send(mobilisationRecord, mobilisation(first.personId, await session(), 'attended'))
  expect((await paoOf(pao)).pao).toMatchObject({
    attended: { unit: 'person', value: 1 },
    target: { unit: 'person', value: 2 },
    reached: false,
  })
  expect((await paoOf(chair)).club).toEqual({
    reached: { unit: 'person', value: 0 },
    members: { unit: 'person', value: 2 },
    percent: 0,
  })

  const after = await (await chair.get(`/api/clubs/${clubId}/sessions`)).text()
  expect(JSON.parse(after).lines.find((line: { id: string }) => line.id === evening)).toEqual(
    JSON.parse(before).lines.find((line: { id: string }) => line.id === evening),
  )
  expect(after).not.toContain(first.personId)
  expect(after).not.toContain(first.code)
  expect(after).not.toMatch(/invit|mobilis|group|risk|KV-/)

  const second = await someoneOf(members.pao)
  await pao.send(mobilisationRecord, mobilisation(second.personId, evening, 'attended'))
  expect((await paoOf(chair)).pao).toMatchObject({ attended: { value: 2 }, reached: true })
  expect((await paoOf(chair)).club).toMatchObject({ reached: { value: 1 }, percent: 50 })
})

test('scenario 9: a member sees her own line, the board all, the ward officer none', async () => {
  expect((await paoOf(pao)).lines.map((line) => line.memberId)).toEqual([members.pao])
  expect((await paoOf(pao)).club).toBeNull()
  expect((await paoOf(chair)).lines).toHaveLength(2)
  expect((await officer.read(mobilisationProgress, { clubId })).status).toBe(403)
})

test('attendance counts in the year of the session', async () => {
  const { personId } = await someoneOf(members.pao)
  const before = (await chair.read(mobilisationProgress, { clubId }, { year: 2022 })).body
  expect(before.lines.every((line) => line.attended.value === 0)).toBe(true)
  await pao.send(mobilisationRecord, mobilisation(personId, await session('2022-06-10'), 'attended'))
  const after = (await chair.read(mobilisationProgress, { clubId }, { year: 2022 })).body
  expect(after.lines.find((line) => line.memberId === members.pao)?.attended.value).toBe(1)
})

test('who attended without saying where is asked; a member speaks neither for another nor of whom she does not accompany', async () => {
  const mine = await someoneOf(members.pao)
  const hers = await someoneOf(members.hoa)
  expect(await pao.send(mobilisationRecord, mobilisation(mine.personId, null, 'attended'))).toMatchObject({
    status: 422,
    body: { code: 'attended_which_session', field: 'sessionId' },
  })
  const forHoa = { ...mobilisation(mine.personId, null, 'invited'), memberId: members.hoa }
  expect((await pao.send(mobilisationRecord, forHoa)).status).toBe(404)
  expect((await pao.send(mobilisationRecord, mobilisation(hers.personId, null, 'invited'))).status).toBe(404)
  expect(
    (await pao.send(mobilisationRecord, mobilisation(mine.personId, randomUUID(), 'attended'))).status,
  ).toBe(404)
})

test('past the guard, a member writes no line for another, none of a stranger, and reads no other line', async () => {
  const mine = await someoneOf(members.pao)
  const hers = await someoneOf(members.hoa)
  await chair.send(mobilisationRecord, {
    ...mobilisation(hers.personId, null, 'invited'),
    memberId: members.hoa,
  })
  const as = (username: string) => ({ accountId: demoId(`account/${username}`) })
  const insert = (username: string, memberId: string, personId: string, club = clubId) =>
    asActor(product.database.operator, as(username), {}, (tx) => {
      return tx`insert into mobilisation (province, id, club_id, member_id, person_id, result, on_day)
        values ('22', ${randomUUID()}, ${club}, ${memberId}, ${personId}, 'invited', current_date)`
    })
  const closed = /row-level security/
  await expect(insert('pao', members.hoa, mine.personId)).rejects.toThrow(closed)
  await expect(insert('pao', members.pao, hers.personId)).rejects.toThrow(closed)
  await expect(insert('pao', members.pao, mine.personId, demoId('club/cao-xanh'))).rejects.toThrow(closed)
  await expect(insert('lai', members.pao, mine.personId)).rejects.toThrow(closed)
  const seen = (username: string) =>
    asActor(product.database.operator, as(username), {}, (tx) => {
      return tx<{ member_id: string }[]>`select distinct member_id from mobilisation`
    })
  expect((await seen('pao')).every((row) => row.member_id === members.pao)).toBe(true)
  for (const username of ['hong-gai', 'son', 'khai']) expect(await seen(username)).toEqual([])
  expect((await seen('tham')).length).toBe(2)
})
