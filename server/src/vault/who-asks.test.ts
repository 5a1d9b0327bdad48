import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { asActor } from '../platform/actor.ts'
import { connectAs } from '../platform/database.ts'
import { type TestDatabase, testDatabase } from '../platform/testing/test-database.ts'
import { makeCore } from './core.ts'
import { handOut } from './hand-out.ts'
import { makeMasterRing } from './master-ring.ts'
import {
  chair,
  clubId,
  identityOf,
  linkMember,
  member,
  organisationId,
  registerPerson,
  signInOf,
} from './testing/people-with-names.ts'

let database: TestDatabase
let personId: string

beforeAll(async () => {
  database = await testDatabase()
  personId = await registerPerson(database, database.vault, {
    name: 'Đặng Thị Hoà',
    birth: '1990',
    phone: '0912345678',
  })
})
afterAll(() => database.close())

const open = async (who: Parameters<typeof database.vault.asking>[0], id = personId) =>
  database.vault
    .asking(who)
    .openAll([await identityOf(database, id)])
    .then(
      ([one]) => (one as { name: string }).name,
      (error: Error) => error.message,
    )

test('the chair opens; nobody, another club, a ward officer and a member not assigned do not', async () => {
  expect(await open(await signInOf(database, chair))).toBe('Đặng Thị Hoà')
  expect(await open(null)).toBe('signed_out')
  for (const account of ['cao-xanh', 'lai', 'son', 'khai', 'hoa'])
    expect(await open(await signInOf(database, { accountId: demoId(`account/${account}`) })), account).toBe(
      'not_found',
    )
})

test('for whom it refuses, the vault takes no key from under another', async () => {
  const login = connectAs(database.server, database.name, 'ke_vai_vault', 2)
  const ring = makeMasterRing([[1, database.masterKey]])
  let taken = 0
  const key = (epoch: number) => {
    taken += 1
    return ring.key(epoch)
  }
  const vaults = handOut(makeCore({ sql: login, ring: { ...ring, key }, accounts: true }))
  try {
    const openings = [await identityOf(database, personId)]
    for (const account of ['cao-xanh', 'lai', 'hoa']) {
      const who = { accountId: demoId(`account/${account}`) }
      await expect(vaults.asking(who).openAll(openings)).rejects.toThrow('not_found')
    }
    await expect(vaults.asking(null).openAll(openings)).rejects.toThrow('signed_out')
    expect(taken).toBe(0)
    expect(await vaults.asking(chair).openAll(openings)).toHaveLength(1)
    expect(taken).toBeGreaterThan(0)
  } finally {
    await login.end()
  }
})

test('a member opens whom she is assigned, and no longer when she is not', async () => {
  const hoa = await signInOf(database, member)
  await linkMember(database)
  await database.dangerous`
    update person set member_id = (select id from member where account_id = ${member.accountId}) where id = ${personId}`
  expect(await open(hoa)).toBe('Đặng Thị Hoà')
  await database.dangerous`update person set member_id = null where id = ${personId}`
  expect(await open(hoa)).toBe('not_found')
})

test('whoever is excluded finds nothing, chair or not', async () => {
  const tham = await signInOf(database, chair)
  await database.dangerous`
    insert into exclusion (province, id, club_id, person_id, account_id, ground)
    values ('22', ${randomUUID()}, ${clubId}, ${personId}, ${chair.accountId}, 'relative')`
  expect(await open(tham)).toBe('not_found')
  expect(await search(tham, 'Đặng Thị Hòa')).toEqual([])
  await database.dangerous`delete from exclusion`
  expect(await open(tham)).toBe('Đặng Thị Hoà')
})

test('a sign-in that has ended, was let lie, or is of a closed account opens nothing', async () => {
  for (const change of [
    'ended_at = now()',
    "expires_at = now() - interval '1 s'",
    "last_used_at = now() - interval '13 h'",
  ]) {
    const tham = await signInOf(database, chair)
    await database.dangerous.unsafe(`update sign_in set ${change} where token_hash = $1`, [tham.tokenHash])
    expect(await open(tham), change).toBe('signed_out')
  }
  const tham = await signInOf(database, chair)
  await database.dangerous`update account set disabled_at = now() where id = ${chair.accountId}`
  expect(await open(tham)).toBe('signed_out')
  await database.dangerous`update account set disabled_at = null where id = ${chair.accountId}`
})

test('without a proof of these minutes that it is she, nothing opens and nothing is looked for', async () => {
  const never = await signInOf(database, chair, false)
  expect(await open(never)).toBe('step_up_needed')
  expect(await search(never, 'Đặng Thị Hòa')).toBe('step_up_needed')
  const old = await signInOf(database, chair)
  await database.dangerous`update sign_in set stepped_up_at = now() - interval '11 minutes' where token_hash = ${old.tokenHash}`
  expect(await open(old)).toBe('step_up_needed')
})

test('what was sealed for one person opens for no other, and an erased person for nobody', async () => {
  const tham = await signInOf(database, chair)
  const other = await registerPerson(database, database.vault, { name: 'Vàng Thị Hai' })
  const [hers, others] = [await identityOf(database, personId), await identityOf(database, other)]
  const vault = database.vault.asking(tham)
  await expect(vault.openAll([{ ...others, sealed: hers.sealed }])).rejects.toThrow()
  await expect(vault.openAll([{ ...hers, key: others.key }])).rejects.toThrow()
  await expect(vault.openAll([{ ...hers, bound: { ...hers.bound, version: 2 } }])).rejects.toThrow()
  await database.dangerous`update person set erased_at = now() where id = ${other}`
  expect(await open(tham, other)).toBe('not_found')
})

test('the bound of a whole book is there for names alone: a note is not opened under it', async () => {
  const tham = database.vault.asking(await signInOf(database, chair))
  const hers = await identityOf(database, personId)
  const bound = { table: 'contact', row: randomUUID(), field: 'note', version: 1 }
  const [sealed] = await tham.seal(hers.key, [{ bound, value: 'muốn học may' }])
  if (!sealed) throw new Error('nothing was sealed')
  const note = { key: hers.key, bound, sealed }
  expect(await tham.openAll([note])).toEqual(['muốn học may'])
  expect(await tham.openAll([hers], { book: true })).toHaveLength(1)
  await expect(tham.openAll([hers, note], { book: true })).rejects.toThrow('not_found')
})

test('the police channel opens for the liaison of that club alone, a purpose of nobody for nobody', async () => {
  const noteId = randomUUID()
  const bound = { table: 'situation_accused', row: noteId, field: 'accused', version: 1 }
  const [sealed] = await database.vault.asking(null).seal({ purpose: 'police' }, [{ bound, value: 'Ông K.' }])
  if (!sealed) throw new Error('nothing was sealed')
  await database.dangerous`
    insert into situation_note (province, id, club_id, on_day, text, reliability) values ('22', ${noteId}, ${clubId}, '2026-11-01', 'thử', 'A')`
  await database.dangerous`
    insert into situation_accused (province, note_id, club_id, sealed) values ('22', ${noteId}, ${clubId}, ${sealed})`
  const opened = async (account: string, purpose: string) =>
    database.vault
      .asking(await signInOf(database, { accountId: demoId(`account/${account}`) }))
      .open({ purpose }, [{ bound, sealed }])
      .then(String, (error: Error) => error.message)
  expect(await opened('son', 'police')).toBe('Ông K.')
  expect(await opened('tham', 'police')).toBe('not_found')
  expect(await opened('son', 'anything')).toBe('not_found')
})

const search = async (who: { tokenHash: Buffer } | { accountId: string }, text: string) =>
  database.vault
    .asking(who)
    .search(organisationId, clubId, { kind: 'name', text })
    .catch((error: Error) => error.message)

test('the chair finds persons of her club by name, as it is typed; a member and another club find nothing', async () => {
  const tham = await signInOf(database, chair)
  for (const text of ['dang thi hoa', 'Ðặng Hòa', 'Hoà 1990', 'Hoà Đặng Thị'])
    expect(await search(tham, text), text).toEqual([personId])
  for (const text of ['Đặng', 'Hoà', 'Đặng Thị Hà', 'Hoà 1991'])
    expect(await search(tham, text), text).toEqual([])
  const phone = { kind: 'phone', text: '+84 912 345 678' } as const
  expect(await database.vault.asking(tham).search(organisationId, clubId, phone)).toEqual([personId])
  for (const account of ['hoa', 'cao-xanh', 'lai'])
    expect(
      await search(await signInOf(database, { accountId: demoId(`account/${account}`) }), 'Đặng Thị Hòa'),
    ).toBe('not_found')
})

test('the server reads no key and no token of the index, and asks nobody in the name of the vault', async () => {
  const refused = async (statement: string) => {
    const asked = asActor(database.operator, chair, { clubId }, (tx) => tx.unsafe(statement))
    await expect(asked, statement).rejects.toThrow('permission denied')
  }
  await refused('select * from person_key')
  await refused('select wrapped from person_key')
  await refused('select token from identity_index')
  await refused('select name from vault_key')
  await refused("select policy.vault_may_open(null, null, '{}', '', '{}')")
  await refused('select * from policy.vault_old_keys()')
  const [rows] = await database.dangerous<{ count: number }[]>`
    select count(*)::int as count from identity_index where person_id = ${personId}`
  expect(rows?.count).toBeGreaterThanOrEqual(4)
})

test('a key is destroyed only by the chair, with a yes to her erasure taken in this very transaction', async () => {
  const id = await registerPerson(database, database.vault, { name: 'Vàng Thị Quên' })
  const approve = async (usedNow: boolean, request: object) => {
    const approvalId = randomUUID()
    await database.dangerous`
      insert into approval (province, id, club_id, command, request, request_hash, result_hash, requested_by, expires_at,
        decided_by, decided_at, decision, used_at)
      values ('22', ${approvalId}, ${clubId}, 'person.erase', ${JSON.stringify(request)}::text::jsonb, '\\x00', '\\x00',
        ${chair.accountId}, now() + interval '1 hour', ${demoId('account/lai')}, now(), 'approved', ${usedNow ? null : new Date()})`
    return approvalId
  }
  const destroy = (who: { accountId: string }, approvalId: string | null) =>
    asActor(database.operator, who, { clubId }, async (tx) => {
      if (approvalId) await tx`update approval set used_at = now() where id = ${approvalId}`
      const [row] = await tx<{ hash: Buffer }[]>`select policy.destroy_person_key(${id}) as hash`
      return row?.hash
    })
  await expect(destroy(chair, null)).rejects.toThrow()
  await approve(false, { personId: id })
  await expect(destroy(chair, null), 'taken before').rejects.toThrow()
  await expect(
    destroy(chair, await approve(true, { personId: randomUUID() })),
    'of another',
  ).rejects.toThrow()
  await expect(destroy(member, await approve(true, { personId: id })), 'by a member').rejects.toThrow()
  const hash = await destroy(chair, await approve(true, { personId: id }))
  expect(hash).toHaveLength(32)
  expect(await open(await signInOf(database, chair), id)).toBe('not_found')
})
