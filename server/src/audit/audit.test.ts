import { randomUUID } from 'node:crypto'
import { auditList, auditUnusual } from '@ke-vai/contract/audit/audit.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { asActor } from '../platform/actor.ts'
import { houseChain, writeAudit } from '../platform/audit.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'

const union = demoId('organisation/union-22')
const tuanChau = demoId('club/tuan-chau')
const caoXanh = demoId('club/cao-xanh')
const persons = { [tuanChau]: randomUUID(), [caoXanh]: randomUUID() }
let product: TestProduct
let officer: TestPerson

beforeAll(async () => {
  product = await testProduct()
  const sql = product.database.dangerous
  // Anh Sơn answers for the data of Tuần Châu's union, Ông Khải's account for those of the province.
  for (const [username, organisation] of [
    ['khai', union],
    ['son', demoId('organisation/union-tuan-chau')],
  ] as const)
    await sql`insert into role_grant (id, account_id, role, organisation_id, valid_from)
      values (${randomUUID()}, ${demoId(`account/${username}`)}, 'data_protection_officer', ${organisation}, '2022-01-01')`
  for (const [i, [clubId, id]] of Object.entries(persons).entries())
    await sql`insert into person (province, id, club_id, code) values ('22', ${id}, ${clubId}, ${`KV-TEST-${i}`})`
  await open('tham', tuanChau, 3)
  await open('cao-xanh', caoXanh, 1)
  officer = await product.signIn('khai')
})
afterAll(() => product?.close())

/** Opens the club's person as the audit has it; the vault is not asked. */
async function open(username: string, clubId: string, times: number): Promise<void> {
  const accountId = demoId(`account/${username}`)
  await asActor(product.database.operator, { accountId }, { clubId }, async (tx, actor) => {
    const circumstance = {
      actor,
      province: '22',
      action: 'IDENTITY_OPENED',
      target: { clubId },
      commandId: null,
    }
    for (let i = 0; i < times; i++)
      await writeAudit(tx, circumstance, {
        subjectKind: 'person',
        subjectId: persons[clubId] ?? null,
        fields: ['identity'],
        reason: 'call',
      })
  })
}

test('the officer reads who opened whom in her tree, as codes and words, page by page', async () => {
  const all = (await officer.read(auditList, { organisationId: union }, { kind: 'opened' })).body
  expect(
    all.lines.map(({ code, account, place, reason }) => [code, account?.name, place?.slice(-8), reason]),
  ).toEqual([
    ['KV-TEST-1', 'Chị Miên', 'Cao Xanh', 'call'],
    ...Array(3).fill(['KV-TEST-0', 'Chị Thắm', 'uần Châu', 'call']),
  ])
  expect(all.next).toBeNull()
  const seen: string[] = []
  let after: string | undefined
  for (let pages = 0; pages < 5; pages++) {
    const page = (
      await officer.read(
        auditList,
        { organisationId: union },
        { kind: 'opened', limit: 1, ...(after ? { after } : {}) },
      )
    ).body
    seen.push(...page.lines.map(({ id }) => id))
    if (page.next === null) break
    expect(page.next).not.toContain(page.lines[0]?.id)
    after = page.next
  }
  expect(seen).toEqual(all.lines.map(({ id }) => id))
})

test('she narrows it to a code, an account, a day', async () => {
  const count = async (query: Record<string, string>) =>
    (await officer.read(auditList, { organisationId: union }, query as never)).body.lines.filter(
      ({ action }) => action === 'IDENTITY_OPENED',
    ).length
  expect(await count({ code: 'KV-TEST-0' })).toBe(3)
  expect(await count({ code: 'KV-NOBODY' })).toBe(0)
  expect(await count({ accountId: demoId('account/cao-xanh') })).toBe(1)
  expect(await count({ day: '2020-01-01' })).toBe(0)
})

test('reading the audit is itself in the audit', async () => {
  await officer.read(auditList, { organisationId: union })
  const { lines } = (await officer.read(auditList, { organisationId: union }, { kind: 'audit', limit: 1 }))
    .body
  expect(lines[0]).toMatchObject({ action: 'AUDIT_READ', account: { name: 'Ông Khải' } })
})

test('an officer of one ward sees nothing of another, whether the server or the database is asked', async () => {
  const son = await product.signIn('son')
  const own = demoId('organisation/union-tuan-chau')
  const { lines } = (await son.read(auditList, { organisationId: own }, { kind: 'opened' })).body
  expect(lines.map(({ code }) => code)).toEqual(Array(3).fill('KV-TEST-0'))
  expect((await son.read(auditList, { organisationId: own }, { code: 'KV-TEST-1' })).body.lines).toEqual([])
  expect((await son.read(auditList, { organisationId: union })).status).toBe(404)
  const seen = await asActor(
    product.database.operator,
    { accountId: demoId('account/son') },
    {},
    (tx) =>
      tx<{ club_id: string }[]>`select distinct club_id from audit_event where action = 'IDENTITY_OPENED'`,
  )
  expect(seen.map(({ club_id }) => club_id)).toEqual([tuanChau])
})

test('an opened note of somebody from whom the officer is kept is in no list of hers, though a contact names it', async () => {
  const sql = product.database.dangerous
  const [personId, contactId, lineId] = [randomUUID(), randomUUID(), randomUUID()]
  const account = demoId('account/son')
  await sql`insert into person (province, id, club_id, code) values ('22', ${personId}, ${tuanChau}, 'KV-TEST-9')`
  await sql`insert into contact (province, id, club_id, person_id, on_day, kinds, counted_as, origin)
    values ('22', ${contactId}, ${tuanChau}, ${personId}, '2026-01-01', '{visit}', 'visit', 'app')`
  const own = demoId('organisation/union-tuan-chau')
  await sql`insert into audit_event (province, id, action, club_id, subject_kind, subject_id, chain)
    values ('22', ${lineId}, 'NOTE_OPENED', ${tuanChau}, 'contact', ${contactId}, ${own})`
  const son = await product.signIn('son')
  const shown = async () => {
    const { lines } = (await son.read(auditList, { organisationId: own }, { kind: 'opened' })).body
    return lines.map(({ id }) => id).includes(lineId)
  }
  const stored = async () => {
    const rows = await asActor(
      product.database.operator,
      { accountId: account },
      {},
      (tx) => tx`select from audit_event where id = ${lineId}`,
    )
    return rows.length === 1
  }
  expect([await shown(), await stored()]).toEqual([true, true])
  await sql`insert into exclusion (province, id, club_id, person_id, account_id, ground)
    values ('22', ${randomUUID()}, ${tuanChau}, ${personId}, ${account}, 'relative')`
  expect([await shown(), await stored()]).toEqual([false, false])
  await sql`delete from audit_event where id = ${lineId}`
})

test('nobody else reads it', async () => {
  for (const username of ['tham', 'lai', 'pao'])
    expect((await (await product.signIn(username)).read(auditList, { organisationId: union })).status).toBe(
      404,
    )
})

test('what is unusual is told with the name of the account and the code of the person', async () => {
  const before = (await officer.read(auditUnusual, { organisationId: union })).body
  expect(before.findings.some(({ rule }) => rule === 'by_many')).toBe(false)
  expect(before.findings).toContainEqual(
    expect.objectContaining({
      rule: 'not_hers',
      code: 'KV-TEST-0',
      count: 1,
      account: { id: demoId('account/tham'), name: 'Chị Thắm' },
    }),
  )
  await open('pao', tuanChau, 1)
  await open('hoa', tuanChau, 1)
  const { findings } = (await officer.read(auditUnusual, { organisationId: union })).body
  expect(findings).toContainEqual(
    expect.objectContaining({ rule: 'by_many', code: 'KV-TEST-0', count: 3, account: null }),
  )
})

test('whoever speaks SQL as the app cannot write in another name, another chain, or what somebody typed', async () => {
  const { operator, app, dangerous } = product.database
  const as = { accountId: demoId('account/tham') }
  const append = (chain: string, reason: string | null = null) => ({ chain, reason })
  const tried = (forge: string | null, { chain, reason }: ReturnType<typeof append>) =>
    asActor(operator, as, { clubId: tuanChau }, async (tx) => {
      if (forge) await tx`select set_config('app.entry', ${`${forge}|-|${chain}`}, true)`
      await tx`select policy.append_audit(${chain}, '22', 'TASK_DONE', null, 'task', null, '{}', ${reason}, null)`
    })
  const own = demoId('organisation/union-tuan-chau')
  await tried(null, append(own))
  await tried(null, append(houseChain))
  await expect(tried(null, append(demoId('organisation/union-cao-xanh')))).rejects.toThrow(
    /another organisation/,
  )
  await expect(tried(demoId('account/khai'), append(own))).rejects.toThrow(/nobody has entered/)
  await expect(tried(null, append(own, 'Vàng Thị Thử'))).rejects.toThrow(/names, it does not tell/)
  await expect(
    app`select policy.append_audit(${own}, '22', 'TASK_DONE', null, 'task', null, '{}', null, null)`,
  ).rejects.toThrow(/nobody has entered/)
  // A seal that was seen in one transaction opens no other.
  const seal = await asActor(operator, as, { clubId: tuanChau }, async (tx) => {
    const [row] =
      await tx`select current_setting('app.entry') as entry, current_setting('app.entry_seal') as seal`
    return row
  })
  await expect(
    operator.begin(async (tx) => {
      await tx`select set_config('app.entry', ${seal?.entry}, true), set_config('app.entry_seal', ${seal?.seal}, true)`
      await tx`select policy.append_audit(${own}, '22', 'TASK_DONE', null, 'task', null, '{}', null, null)`
    }),
  ).rejects.toThrow(/nobody has entered/)
  await expect(app`select hash from deployed where what = 'entry_seal'`).resolves.toEqual([])
  await expect(app`insert into audit_chain values (${own}, 1, 'x')`).rejects.toThrow(/permission denied/)
  expect((await dangerous`select from audit_event where reason = 'Vàng Thị Thử'`).length).toBe(0)
})
