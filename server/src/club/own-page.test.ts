import { randomUUID } from 'node:crypto'
import { memberAdd, memberLinkAccount } from '@ke-vai/contract/club/member.ts'
import { memberBackgroundOpen, memberBackgroundSet } from '@ke-vai/contract/club/own-page.ts'
import { clubGet } from '@ke-vai/contract/club/reads.ts'
import { taskGive, taskList } from '@ke-vai/contract/club/task.ts'
import type { ReadDefinition } from '@ke-vai/contract/endpoint.ts'
import { endpoints } from '@ke-vai/contract/endpoints.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { asActor } from '../platform/actor.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'

let product: TestProduct
const people = new Map<string, TestPerson>()
const clubId = demoId('club/tuan-chau')
const memberIds = { hoa: randomUUID(), pao: randomUUID(), tham: randomUUID() }
const page = {
  experiences: ['trafficked' as const, 'returned' as const],
  note: 'chuyện riêng bên kia sông Hồng',
}

function person(username: string): TestPerson {
  const found = people.get(username)
  if (!found) throw new Error(`${username} has not signed in`)
  return found
}

beforeAll(async () => {
  product = await testProduct()
  for (const username of ['tham', 'pao', 'hoa', 'lai', 'khai'])
    people.set(username, await product.signIn(username))
  for (const [username, memberId] of Object.entries(memberIds)) {
    const displayName = { hoa: 'Em H.', pao: 'Anh Páo', tham: 'Chị Thắm' }[username] ?? ''
    await person('tham').send(memberAdd, { clubId, memberId, displayName })
    const accountId = demoId(`account/${username}`)
    expect((await person('tham').send(memberLinkAccount, { clubId, memberId, accountId })).status).toBe(200)
    await person('tham').send(taskGive, { clubId, taskId: randomUUID(), memberId, content: 'Phát tờ rơi' })
  }
})
afterAll(() => product.close())

const save = (username: string, own = page) =>
  person(username).send(memberBackgroundSet, { clubId, page: own, blind: randomUUID() })
const open = (username: string) => person(username).send(memberBackgroundOpen, { clubId })

/** Every read and export of the club that needs no more than the club, as each person but Em H. gets it. */
async function everythingOthersSee(): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  const reads: readonly ReadDefinition[] = endpoints
  const ofClub = reads.filter((read) => read.path.startsWith('/clubs') && !/:(?!clubId)/u.test(read.path))
  const paths = ofClub.map((read) => `/api${read.path.replace(':clubId', clubId)}`)
  for (const username of ['tham', 'pao', 'lai', 'khai'])
    for (const path of paths) {
      const answer = await person(username).get(path)
      seen.set(
        `${username} ${path}`,
        `${answer.status} ${Buffer.from(await answer.arrayBuffer()).toString('latin1')}`,
      )
    }
  return seen
}

test('scenario 11: nothing that anybody else reads distinguishes a member who is herself a returnee', async () => {
  const first = await everythingOthersSee()
  const before = await everythingOthersSee()
  expect(before.size).toBeGreaterThan(8)
  expect((await save('hoa')).status).toBe(200)
  const after = await everythingOthersSee()
  // An answer that carries the clock differs by itself; every other one is the same, byte for byte.
  const steady = [...before].filter(([key, text]) => first.get(key) === text)
  expect(steady.length).toBeGreaterThan(before.size / 2)
  for (const [key, text] of steady) expect([key, after.get(key)]).toEqual([key, text])
  for (const text of after.values())
    expect(Buffer.from(text, 'latin1').toString()).not.toMatch(/trafficked|experiences|chuyện riêng/u)
  const chairs = await person('tham').read(clubGet, { clubId })
  const shapes = chairs.body.members?.map((each) => Object.keys(each).join())
  expect(new Set(shapes).size).toBe(1)
  expect((await person('tham').read(taskList, { clubId })).body.tasks).toHaveLength(3)
})

test('scenario 11: audit lines and the log of commands tell a full page from an empty one in nothing', async () => {
  await save('hoa')
  await save('pao', { experiences: [], note: '' } as never)
  const { dangerous } = product.database
  const lines = await dangerous`
    select account_id, action, club_id, subject_kind, fields, reason from audit_event
    where action like 'MEMBER_OWN%' order by at`
  const withoutWho = lines.map(({ account_id: _, ...rest }) => JSON.stringify(rest))
  expect(new Set(lines.map((each) => each.account_id)).size).toBe(2)
  expect(new Set(withoutWho).size).toBe(1)
  expect(withoutWho[0]).not.toMatch(/background|experience|traffick|return/iu)
  const log = await dangerous`select name, answer::text from command_log where name like 'member.set_own%'`
  expect(new Set(log.map((each) => JSON.stringify(each))).size).toBe(1)
  // The same page saved twice leaves two hashes: nobody can try the few answers against them.
  await save('hoa')
  const hashes = await dangerous`select distinct encode(args_hash, 'hex') as hash from command_log
    where name = 'member.set_own'`
  expect(hashes.length).toBeGreaterThanOrEqual(3)
  const sealed = await dangerous<{ length: number }[]>`select distinct length(sealed) from member_background`
  expect(sealed).toHaveLength(1)
})

test('she alone reads it, and the answer is kept nowhere', async () => {
  await save('hoa')
  expect(await open('hoa')).toEqual({ status: 200, body: page })
  expect((await open('pao')).body).toEqual({ experiences: [], note: '' })
  expect((await open('tham')).body).toEqual({ experiences: [], note: '' })
  expect((await open('lai')).status).toBe(403)
  expect((await open('khai')).status).toBe(403)
  const { dangerous, operator: app } = product.database
  const kept = await dangerous`select distinct answer::text from command_log where name = 'member.open_own'`
  expect(kept).toEqual([{ answer: 'null' }])
  for (const username of ['tham', 'pao', 'lai', 'khai']) {
    const rows = await asActor(
      app,
      { accountId: demoId(`account/${username}`) },
      { clubId },
      (tx) => tx<{ member_id: string }[]>`select member_id from member_background`,
    )
    expect(rows.map((row) => row.member_id)).not.toContain(memberIds.hoa)
  }
  const own = await asActor(
    app,
    { accountId: demoId('account/hoa') },
    { clubId },
    (tx) => tx`select member_id from member_background`,
  )
  expect(own).toHaveLength(1)
})

test('whoever gets hold of the member row still opens an empty page', async () => {
  await save('hoa')
  const { dangerous } = product.database
  await dangerous`update member set account_id = null where id = ${memberIds.tham}`
  await dangerous`update member set account_id = ${demoId('account/tham')} where id = ${memberIds.hoa}`
  expect((await open('tham')).body).toEqual({ experiences: [], note: '' })
  await dangerous`update member set account_id = ${demoId('account/hoa')} where id = ${memberIds.hoa}`
  await dangerous`update member set account_id = ${demoId('account/tham')} where id = ${memberIds.tham}`
  expect((await open('hoa')).body).toEqual(page)
})

test('nothing of it lies readable in any table', async () => {
  await save('hoa')
  const { dangerous } = product.database
  const tables = await dangerous<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'place%'`
  for (const { name } of tables) {
    const found = await dangerous`select 1 from ${dangerous(name)} t
      where t::text like '%chuyện riêng%' or t::text like '%trafficked%'`
    expect([name, found.length]).toEqual([name, 0])
  }
})
