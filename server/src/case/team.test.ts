import { randomUUID } from 'node:crypto'
import { caseOpen, caseRead, caseWordsOpen } from '@ke-vai/contract/case/case.ts'
import { caseNote, caseWriteStory, counsellingNote } from '@ke-vai/contract/case/story.ts'
import {
  caseAddMember,
  caseEndMember,
  caseLiftExclusion,
  caseSetExclusion,
  caseTeamRead,
} from '@ke-vai/contract/case/team.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'

let product: TestProduct
let van: TestPerson
let binh: TestPerson
let quyen: TestPerson
let hien: TestPerson
const organisationId = demoId('organisation/centre-22')
const idOf = (name: string) => demoId(`account/${name}`)

beforeAll(async () => {
  product = await testProduct()
  ;[van, binh, quyen, hien] = await Promise.all([
    product.signIn('van'),
    product.signIn('binh'),
    product.signIn('quyen'),
    product.signIn('hien'),
  ])
})
afterAll(() => product.close())

/** A case of Cô Vân's; the others on its team. */
async function someCase(
  ...team: ['quyen' | 'binh' | 'hien', 'psychologist' | 'supervisor' | 'shelter' | 'member'][]
) {
  const asked = { organisationId, caseId: randomUUID() }
  expect((await van.send(caseOpen, { ...asked, channel: 'self_return' })).status).toBe(200)
  for (const [name, part] of team) {
    const added = await van.send(caseAddMember, { ...asked, accountId: idOf(name), part })
    expect(added).toMatchObject({ status: 200 })
  }
  return asked
}
type Asked = Awaited<ReturnType<typeof someCase>>
const teamOf = async (person: TestPerson, asked: Asked) => (await person.read(caseRead, asked)).body.team
const memberOf = async (name: string, asked: Asked) =>
  (await teamOf(van, asked)).find(({ accountId }) => accountId === idOf(name))?.id ?? ''

test('scenario 48: a psychologist’s note is for her and the supervisor; for administrator, manager and police it is not there', async () => {
  const asked = await someCase(['quyen', 'psychologist'], ['binh', 'supervisor'], ['hien', 'shelter'])
  const note = 'lời riêng trong buổi tham vấn'
  const args = { ...asked, onDay: today(), mode: 'in_person' as const, minutes: 50, note }
  const written = await quyen.send(counsellingNote, args)
  expect(written.status).toBe(200)
  const opening = { ...asked, entryId: written.body.id }
  for (const allowed of [quyen, binh]) {
    const entry = (await allowed.read(caseRead, asked)).body.entries.find(({ id }) => id === written.body.id)
    expect(entry).toMatchObject({ tier: 'private', body: { mode: 'in_person', minutes: 50, personTimes: 1 } })
    expect((await allowed.send(caseWordsOpen, opening)).body).toEqual({ words: { note } })
  }
  for (const teamMate of [van, hien]) {
    const page = await teamMate.read(caseRead, asked)
    expect(page.status).toBe(200)
    expect(page.body.entries.map(({ id }) => id)).not.toContain(written.body.id)
    expect((await teamMate.send(caseWordsOpen, opening)).status).toBe(404)
  }
  for (const name of ['thanh', 'huong', 'toan', 'khai', 'cam', 'tham']) {
    const other = await product.signIn(name)
    expect([403, 404]).toContain((await other.read(caseRead, asked)).status)
    expect([403, 404]).toContain((await other.send(caseWordsOpen, opening)).status)
  }
  const sql = product.database.dangerous
  const [dump] = await sql<{ text: string }[]>`
    select string_agg(t.text, ' ') as text from (select case_entry::text as text from case_entry
      union all select command_log::text from command_log union all select audit_event::text from audit_event) t`
  expect(dump?.text).not.toContain('lời riêng')
  // Nobody but a psychologist writes one, and no day to come.
  expect((await van.send(counsellingNote, args)).status).toBe(403)
  expect((await quyen.send(counsellingNote, { ...args, onDay: '2999-01-01' })).body).toMatchObject({
    code: 'noted_in_future',
  })
})

test('when the psychologist has left the team, her note is open to the supervisor alone', async () => {
  const asked = await someCase(['quyen', 'psychologist'], ['binh', 'supervisor'])
  const args = { ...asked, onDay: today(), mode: 'online' as const, minutes: 30, note: 'x' }
  const { id } = (await quyen.send(counsellingNote, args)).body
  await van.send(caseEndMember, { ...asked, memberId: await memberOf('quyen', asked) })
  expect((await quyen.send(caseWordsOpen, { ...asked, entryId: id })).status).toBe(404)
  expect((await quyen.send(counsellingNote, args)).status).toBe(404)
  expect((await binh.send(caseWordsOpen, { ...asked, entryId: id })).status).toBe(200)
})

test('the story is recorded once, sealed whole, and the shelter does not open it', async () => {
  const asked = await someCase(['quyen', 'psychologist'], ['hien', 'shelter'])
  const story = { forms: ['forced_marriage' as const], means: ['deceived' as const], words: 'chuyện của chị' }
  expect((await hien.send(caseWriteStory, { ...asked, story })).status).toBe(403)
  const first = await van.send(caseWriteStory, { ...asked, story })
  expect(first.status).toBe(200)
  expect((await quyen.send(caseWriteStory, { ...asked, story })).body).toMatchObject({
    code: 'story_recorded',
  })
  const page = (await hien.read(caseRead, asked)).body
  const entry = page.entries.find(({ id }) => id === first.body.id)
  expect(entry).toMatchObject({ kind: 'story.written', body: {}, hasWords: true })
  expect((await hien.send(caseWordsOpen, { ...asked, entryId: first.body.id })).status).toBe(404)
  expect((await quyen.send(caseWordsOpen, { ...asked, entryId: first.body.id })).body).toMatchObject({
    words: { forms: ['forced_marriage'], words: 'chuyện của chị' },
  })
  const corrected = { ...asked, story: { ...story, words: 'đã sửa' }, correctsId: first.body.id }
  expect((await van.send(caseWriteStory, corrected)).status).toBe(200)
  expect((await van.send(caseWriteStory, corrected)).body).toMatchObject({ code: 'story_recorded' })
  // It opens only for whoever has just proved that it is she.
  const sql = product.database.dangerous
  await sql`update sign_in set stepped_up_at = null where account_id = ${idOf('quyen')}`
  expect((await quyen.send(caseWordsOpen, { ...asked, entryId: first.body.id })).body).toMatchObject({
    code: 'step_up_needed',
  })
  quyen = await product.signIn('quyen')
})

test('a note of the team opens for the whole team', async () => {
  const asked = await someCase(['hien', 'shelter'])
  const args = { ...asked, words: 'đã mua áo ấm', onDay: today() }
  const { id } = (await van.send(caseNote, args)).body
  expect((await hien.send(caseWordsOpen, { ...asked, entryId: id })).body).toEqual({
    words: { words: 'đã mua áo ấm' },
  })
  expect((await binh.send(caseNote, args)).status).toBe(404)
  expect((await van.send(caseNote, { ...args, onDay: '2999-01-01' })).body).toMatchObject({
    code: 'noted_in_future',
  })
})

test('the manager names the team by the roles that people hold, and nobody else does', async () => {
  const asked = await someCase(['binh', 'member'])
  const adding = { ...asked, accountId: idOf('quyen'), part: 'psychologist' as const }
  expect((await binh.send(caseAddMember, adding)).status).toBe(403)
  expect((await quyen.send(caseAddMember, adding)).status).toBe(403)
  expect((await van.send(caseAddMember, { ...adding, accountId: idOf('hien') })).body).toMatchObject({
    code: 'part_needs_role',
  })
  expect((await van.send(caseAddMember, { ...adding, accountId: idOf('tham') })).status).toBe(404)
  expect((await van.send(caseAddMember, { ...adding, part: 'manager' })).body).toMatchObject({
    code: 'manager_needs_successor',
  })
  expect((await van.send(caseAddMember, adding)).status).toBe(200)
  // Her part is changed by adding her again: one part each.
  expect((await van.send(caseAddMember, { ...adding, part: 'supervisor' })).status).toBe(200)
  const team = await teamOf(van, asked)
  expect(team.filter(({ accountId }) => accountId === idOf('quyen'))).toMatchObject([{ part: 'supervisor' }])
  const known = (await van.read(caseTeamRead, asked)).body
  expect(known.colleagues.find(({ accountId }) => accountId === idOf('quyen'))?.parts).toEqual([
    'member',
    'psychologist',
    'supervisor',
  ])
  expect((await quyen.read(caseTeamRead, asked)).status).toBe(403)
})

test('a manager leaves only to a successor, who then carries the case', async () => {
  const asked = await someCase()
  const memberId = await memberOf('van', asked)
  const leaving = { ...asked, memberId }
  expect((await van.send(caseEndMember, leaving)).body).toMatchObject({ code: 'manager_needs_successor' })
  const self = { ...leaving, successorId: idOf('van') }
  expect((await van.send(caseEndMember, self)).body).toMatchObject({ code: 'manager_needs_successor' })
  const wrong = { ...leaving, successorId: idOf('hien') }
  expect((await van.send(caseEndMember, wrong)).body).toMatchObject({ code: 'part_needs_role' })
  expect((await van.send(caseEndMember, { ...leaving, memberId: randomUUID() })).status).toBe(404)
  expect((await van.send(caseEndMember, { ...leaving, successorId: idOf('binh') })).status).toBe(200)
  expect((await van.read(caseRead, asked)).status).toBe(404)
  expect(await teamOf(binh, asked)).toMatchObject([{ accountId: idOf('binh'), part: 'manager' }])
  const sql = product.database.dangerous
  expect([...(await sql`select manager_id from case_file where id = ${asked.caseId}`)]).toEqual([
    { manager_id: idOf('binh') },
  ])
})

test('a conflict of interest beats the team until it is lifted; a manager who keeps herself out names who follows', async () => {
  const asked = await someCase(['hien', 'shelter'])
  const against = { ...asked, accountId: idOf('hien'), ground: 'named_by_her' as const }
  expect((await hien.send(caseSetExclusion, against)).status).toBe(403)
  const { id: exclusionId } = (await van.send(caseSetExclusion, against)).body
  expect((await hien.read(caseRead, asked)).status).toBe(404)
  expect((await van.read(caseTeamRead, asked)).body.exclusions).toMatchObject([
    { id: exclusionId, displayName: 'Bà Hiền', ground: 'named_by_her' },
  ])
  // Nor may she be put on the team again while it stands.
  const adding = { ...asked, accountId: idOf('hien'), part: 'shelter' as const }
  expect((await van.send(caseAddMember, adding)).status).toBe(404)
  expect((await van.send(caseLiftExclusion, { ...asked, exclusionId })).status).toBe(200)
  expect((await van.send(caseLiftExclusion, { ...asked, exclusionId })).status).toBe(404)
  expect((await hien.read(caseRead, asked)).status).toBe(404)
  expect((await van.send(caseAddMember, adding)).status).toBe(200)

  const own = { ...asked, accountId: idOf('van'), ground: 'relative' as const }
  expect((await van.send(caseSetExclusion, own)).body).toMatchObject({ code: 'manager_needs_successor' })
  expect((await van.send(caseSetExclusion, { ...own, successorId: idOf('binh') })).status).toBe(200)
  expect((await van.read(caseRead, asked)).status).toBe(404)
  expect((await teamOf(binh, asked)).map(({ accountId }) => accountId).sort()).toEqual(
    [idOf('binh'), idOf('hien')].sort(),
  )
})
