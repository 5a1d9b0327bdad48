import { randomUUID } from 'node:crypto'
import { sessionList, sessionRecord } from '@ke-vai/contract/session/session.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { asActor } from '../platform/actor.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'

let product: TestProduct
let chair: TestPerson
const clubId = demoId('club/tuan-chau')

beforeAll(async () => {
  product = await testProduct()
  chair = await product.signIn('tham')
})
afterAll(() => product.close())

const session = (onDay: string, more: object = {}) => ({
  clubId,
  sessionId: randomUUID(),
  onDay,
  topic: 'Đi làm xa an toàn',
  ...more,
})

test('a month totals its sessions, attendance and leaflets, each in its own unit; what was estimated is said', async () => {
  const member = await product.signIn('hoa')
  const evening = session('2022-06-10', { staff: 40, members: 60, children: 30, leaflets: 150 })
  expect((await member.send(sessionRecord, evening)).status).toBe(200)
  const rally = session('2022-06-30', { others: 200, method: 'estimated', kind: 'rally' })
  expect((await chair.send(sessionRecord, rally)).status).toBe(200)
  expect((await chair.send(sessionRecord, session('2022-07-01', { others: 5 }))).status).toBe(200)
  const june = (await chair.read(sessionList, { clubId }, { month: '2022-06' })).body
  expect(june).toMatchObject({ firstDay: '2022-06-01', lastDay: '2022-06-30' })
  expect(june.totals).toEqual({
    sessions: { unit: 'session', value: 2 },
    attendance: { unit: 'person_time', value: 330 },
    estimated: { unit: 'person_time', value: 200 },
    leaflets: { unit: 'item', value: 150 },
  })
  expect(june.lines.find((line) => line.id === evening.sessionId)).toMatchObject({
    attendance: { unit: 'person_time', value: 130 },
    method: 'counted',
  })
  const year = (await chair.read(sessionList, { clubId }, { year: 2022 })).body
  expect(year.totals.sessions.value).toBe(3)
})

test('a club whose month starts on another day totals by that month', async () => {
  const own = demoId('club/hong-gai')
  const board = await product.signIn('hong-gai')
  await product.database.dangerous`update club set month_start_day = 20 where id = ${own}`
  for (const day of ['2022-06-19', '2022-06-20', '2022-07-19', '2022-07-20'])
    await board.send(sessionRecord, { ...session(day, { others: 1 }), clubId: own })
  const june = (await board.read(sessionList, { clubId: own }, { month: '2022-06' })).body
  expect(june.lines.map((line) => line.onDay)).toEqual(['2022-07-19', '2022-06-20'])
})

test('a session of tomorrow, or where nobody was, is refused with the field to mend', async () => {
  expect(await chair.send(sessionRecord, session('2099-01-01', { others: 1 }))).toMatchObject({
    status: 422,
    body: { code: 'session_in_future', field: 'onDay' },
  })
  expect(await chair.send(sessionRecord, session('2022-06-10', { leaflets: 3 }))).toMatchObject({
    status: 422,
    body: { code: 'nobody_attended' },
  })
})

test('the ward officer and the province read sessions and record none, with the guard or past it', async () => {
  for (const username of ['lai', 'khai']) {
    const person = await product.signIn(username)
    expect((await person.read(sessionList, { clubId })).status).toBe(200)
    expect((await person.send(sessionRecord, session('2022-06-10', { others: 1 }))).status).toBe(403)
    await expect(
      asActor(product.database.operator, { accountId: demoId(`account/${username}`) }, {}, (tx) => {
        return tx`insert into session (province, id, club_id, on_day, topic, origin)
          values ('22', ${randomUUID()}, ${clubId}, '2022-06-10', 'x', 'app')`
      }),
    ).rejects.toThrow(/row-level security/)
  }
})
