import { randomUUID } from 'node:crypto'
import { registerExport } from '@ke-vai/contract/register/export.ts'
import { identitySearch } from '@ke-vai/contract/register/identity.ts'
import { identityChange } from '@ke-vai/contract/register/identity-change.ts'
import { identityOpen } from '@ke-vai/contract/register/person.ts'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestPerson, TestProduct } from '../platform/testing/test-product.ts'
import { askAndAgree, doAgreed } from './testing/agreed.ts'
import { chairAndOfficer, clubId, enterPerson } from './testing/chair-and-officer.ts'

let product: TestProduct
let chair: TestPerson
let officer: TestPerson

beforeAll(async () => {
  ;({ product, chair, officer } = await chairAndOfficer())
})
afterAll(() => product.close())

const enter = (name: string) => enterPerson(chair, { name, phone: '+84912000111', address: 'tổ 3' })
const asked = () => ({
  clubId,
  exportId: randomUUID(),
  purpose: 'health_insurance' as const,
  fields: ['phone' as const],
  group: null,
})
/** Every text of the workbook, as a spreadsheet would show it. */
const textOf = (file: string) =>
  Object.entries(unzipSync(Buffer.from(file, 'base64')))
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, part]) => strFromU8(part))
    .join('\n')

test('a list with names is agreed on by two, carries only what was asked, and says whose copy it is', async () => {
  await enter('Vàng Thị Thử')
  const personId = await enter('=HYPERLINK("x")')
  const args = asked()
  const done = await doAgreed(chair, officer, registerExport, args)
  expect(done, JSON.stringify(done.body)).toMatchObject({ status: 200, body: { rows: 2 } })
  const text = textOf(done.body.file)
  expect(text).toContain('Vàng Thị Thử')
  expect(text).toContain(`Bản xuất ${args.exportId} · Chị Thắm`)
  expect(text).not.toContain('tổ 3')
  expect(text, 'nothing begins like a formula').not.toMatch(/>[=+]/)
  expect(done.body.fileName).toBe(`danh-sach-${args.exportId.slice(0, 8)}.xlsx`)
  const lines = await product.database.dangerous<
    { subject_kind: string; subject_id: string; fields: string[]; reason: string }[]
  >`
    select subject_kind, subject_id, fields, reason from audit_event where action = 'REGISTER_EXPORTED' order by seq`
  expect(lines).toHaveLength(3)
  expect(lines[0]).toEqual({
    subject_kind: 'register_export',
    subject_id: args.exportId,
    fields: ['name', 'phone', 'persons_2'],
    reason: 'health_insurance',
  })
  expect(lines.map((line) => line.subject_id)).toContain(personId)
  const [kept] = await product.database
    .dangerous`select answer from command_log where name = 'register.export' and answer <> 'null'`
  expect(kept, 'the answer is kept nowhere').toBeUndefined()
})

test('somebody entered after the yes makes it stale, and nothing leaves', async () => {
  const args = asked()
  const { approvalId } = await askAndAgree(chair, officer, registerExport, args)
  await enter('Vàng Thị Sau')
  const late = await chair.send(registerExport, args, randomUUID(), approvalId)
  expect(late).toMatchObject({ status: 409, body: { code: 'approval_stale' } })
})

test('a corrected name opens as corrected, is found by its new words and no longer by the old', async () => {
  const personId = await enter('Lò Thị Cũ')
  const changed = await chair.send(identityChange, {
    clubId,
    personId,
    changes: { name: 'Lò Thị Mới', paper: '022190000123' },
  })
  expect(changed, JSON.stringify(changed.body)).toMatchObject({ status: 200 })
  const opened = await chair.send(identityOpen, { clubId, personId, reason: 'paperwork' })
  expect(opened.body).toMatchObject({ name: 'Lò Thị Mới', paper: '022190000123', address: 'tổ 3' })
  const find = async (text: string, kind: 'name' | 'paper' = 'name') =>
    (await chair.send(identitySearch, { clubId, kind, text })).body.found.map((each) => each.id)
  expect(await find('lo thi moi')).toContain(personId)
  expect(await find('022190000123', 'paper')).toContain(personId)
  expect(await find('lo thi cu')).not.toContain(personId)
  const [line] = await product.database
    .dangerous`select fields from audit_event where action = 'IDENTITY_CHANGED'`
  expect(line).toEqual({ fields: ['name', 'paper'] })
  expect((await officer.send(identityChange, { clubId, personId, changes: { name: 'X' } })).status).toBe(403)
})
