import { randomUUID } from 'node:crypto'
import { today } from '@ke-vai/contract/date/date.ts'
import {
  situationAccused,
  situationClubs,
  situationList,
  situationOpenAccused,
  situationWrite,
} from '@ke-vai/contract/situation/situation.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { asActor } from '../platform/actor.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'

let product: TestProduct
let chair: TestPerson
let officer: TestPerson
let police: TestPerson
const clubId = demoId('club/tuan-chau')
const accused = 'Trần Văn Thử, nhà cuối ngõ 3'

beforeAll(async () => {
  product = await testProduct()
  chair = await product.signIn('tham')
  officer = await product.signIn('lai')
  police = await product.signIn('son')
})
afterAll(() => product.close())

const someNote = () => ({
  clubId,
  noteId: randomUUID(),
  onDay: today(),
  text: 'Một người hàng xóm rủ các em đi làm xa, hứa lương cao.',
  reliability: 'C' as const,
  accused,
})

test('scenario 19: the ward reads the note without the name; only the police liaison opens the name', async () => {
  const note = someNote()
  expect((await (await product.signIn('hoa')).send(situationWrite, note)).status).toBe(200)
  for (const reader of [chair, officer]) {
    const list = await reader.read(situationList, { clubId })
    expect(list.body.notes).toContainEqual({
      id: note.noteId,
      onDay: note.onDay,
      text: note.text,
      reliability: 'C',
    })
    expect(JSON.stringify(list.body)).not.toMatch(/Thử|accused/)
    expect((await reader.read(situationAccused, { clubId })).status).toBe(403)
    expect((await reader.send(situationOpenAccused, { clubId, noteId: note.noteId })).status).toBe(403)
  }
  const listed = (await police.read(situationAccused, { clubId })).body.notes
  expect(listed.map((each) => each.id)).toContain(note.noteId)
  expect(JSON.stringify(listed)).not.toContain('Thử')
  const id = randomUUID()
  const opened = await police.send(situationOpenAccused, { clubId, noteId: note.noteId }, id)
  expect(opened).toEqual({ status: 200, body: { accused } })
  const sql = product.database.dangerous
  expect(await sql`select action, subject_id, fields from audit_event where command_id = ${id}`).toEqual([
    { action: 'SITUATION_ACCUSED_OPENED', subject_id: note.noteId, fields: ['accused'] },
  ])
  expect(await sql`select answer::text from command_log where id = ${id}`).toEqual([{ answer: 'null' }])
  expect(
    (await sql`select id from audit_event where action = 'SITUATION_ACCUSED_LISTED'`).length,
  ).toBeGreaterThan(0)
})

test('scenario 19: an open text that names somebody is refused, and the words say where the name belongs', async () => {
  const named = { ...someNote(), text: 'Nghe nói anh Thử rủ các em đi làm xa.' }
  const refused = await chair.send(situationWrite, named)
  expect(refused).toMatchObject({ status: 422, body: { code: 'note_names_somebody', field: 'text' } })
  expect(JSON.stringify(refused.body)).toContain('Chỉ gửi đầu mối công an')
  expect(JSON.stringify(refused.body)).not.toContain('Thử')
  const checked = {
    ...someNote(),
    text: 'Ở quán Hồ Xanh có người lạ hỏi thăm các em.',
    namesChecked: false,
  }
  expect((await chair.send(situationWrite, checked)).status).toBe(422)
  expect((await chair.send(situationWrite, { ...checked, namesChecked: true })).status).toBe(200)
})

test('scenario 19: past the guard, the row of the name exists for the police liaison alone', async () => {
  const note = someNote()
  await chair.send(situationWrite, note)
  const seen = (username: string) =>
    asActor(product.database.operator, { accountId: demoId(`account/${username}`) }, {}, (tx) => {
      return tx`select note_id from situation_accused where note_id = ${note.noteId}`
    })
  expect(await seen('son')).toHaveLength(1)
  for (const username of ['tham', 'hoa', 'lai', 'khai', 'cao-xanh']) expect(await seen(username)).toEqual([])
  const open = await asActor(product.database.operator, { accountId: demoId('account/hoa') }, {}, (tx) => {
    return tx`select id from situation_note where id = ${note.noteId}`
  })
  expect(open).toEqual([])
})

test('the name lies readable in no table', async () => {
  await chair.send(situationWrite, someNote())
  const [dump] = await product.database.dangerous<{ text: string }[]>`
    select string_agg(t.text, ' ') as text from (
      select situation_note::text as text from situation_note union all select situation_accused::text from situation_accused
      union all select command_log::text from command_log union all select audit_event::text from audit_event) t`
  expect(dump?.text).not.toMatch(/Trần Văn Thử|cuối ngõ/)
})

test('a note without a name has nothing to open, and a police liaison of elsewhere finds nothing', async () => {
  const note = { ...someNote(), accused: '' }
  await chair.send(situationWrite, note)
  expect((await police.send(situationOpenAccused, { clubId, noteId: note.noteId })).status).toBe(404)
  expect((await police.read(situationAccused, { clubId: demoId('club/cao-xanh') })).status).toBe(404)
  const listed = (await police.read(situationAccused, { clubId })).body.notes.map((each) => each.id)
  expect(listed).not.toContain(note.noteId)
})

test('the police liaison learns which clubs are in the area, nobody else does', async () => {
  const { clubs } = (await police.read(situationClubs, {})).body
  expect(clubs.map((each) => each.id)).toEqual([clubId])
  for (const other of [chair, officer]) expect((await other.read(situationClubs, {})).status).toBe(403)
})

test('the name asks the police liaison again, ten minutes after he proved that it is he', async () => {
  const note = someNote()
  await chair.send(situationWrite, note)
  const late = await product.signIn('son')
  await product.database.dangerous`
    update sign_in set stepped_up_at = now() - interval '11 minutes' where account_id = ${demoId('account/son')}`
  expect(await late.send(situationOpenAccused, { clubId, noteId: note.noteId })).toMatchObject({
    status: 403,
    body: { code: 'step_up_needed' },
  })
})
