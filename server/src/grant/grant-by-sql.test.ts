import { randomUUID } from 'node:crypto'
import { commands } from '@ke-vai/contract/commands.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { grantRules } from '@ke-vai/contract/grant/rules.ts'
import { type Role, reachOf, roles } from '@ke-vai/contract/permissions.ts'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { asActor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import { type TestDatabase, testDatabase } from '../platform/testing/test-database.ts'

// Whoever speaks SQL as the app, with the sign-in of one of the people: what she writes past the server, the rows' own
// lock must refuse. Two people who really agree get what they agreed on, once, and nothing wider.

const clubId = demoId('club/tuan-chau')
const ward = demoId('organisation/union-tuan-chau')
const province = demoId('organisation/union-22')
const account = (username: string) => demoId(`account/${username}`)

let database: TestDatabase
beforeEach(async () => {
  await database?.close()
  database = await testDatabase()
})
afterAll(() => database?.close())

const as = <T>(username: string, work: (tx: Tx) => Promise<T>) =>
  asActor(database.operator, { accountId: account(username) }, {}, work)
const refused = (done: Promise<unknown>) => expect(done).rejects.toMatchObject({ code: '42501' })

interface Asked {
  command: string
  request: Record<string, unknown>
  club?: string | null
  organisation?: string | null
  expires?: string
}

async function ask(by: string, asked: Asked): Promise<string> {
  const id = randomUUID()
  const { command, request, club = null, organisation = null, expires = '24 hours' } = asked
  await as(by, async (tx) => {
    await tx`insert into approval (province, id, club_id, organisation_id, command, request, request_hash, result_hash,
        requested_by, expires_at)
      values ('22', ${id}, ${club}, ${organisation}, ${command}, ${JSON.stringify(request)}::text::jsonb, '', '',
        ${account(by)}, now() + ${expires}::interval)`
  })
  return id
}
const decide = (by: string, id: string, at = '0') =>
  as(by, async (tx) => {
    const done = await tx`update approval set decision = 'approved', decided_by = ${account(by)},
      decided_at = now() + ${at}::interval where id = ${id} returning id`
    return done.length
  })
const use = (tx: Tx, id: string) => tx`update approval set used_at = now() where id = ${id}`

interface Given {
  id: string
  accountId: string
  role: string
  clubId: string | null
  organisationId: string | null
}
const wishOf = (given: Given) => ({
  ...given,
  organisationId: given.organisationId ?? ward,
  grantId: given.id,
  since: today(),
  until: null,
})
const give = (tx: Tx, by: string, given: Given, approvalId: string | null) => tx`
  insert into role_grant (id, account_id, role, club_id, organisation_id, valid_from, granted_by, approval_id)
  values (${given.id}, ${given.accountId}, ${given.role}, ${given.clubId}, ${given.organisationId}, ${today()},
    ${account(by)}, ${approvalId})`
const chairForHoa = () => ({
  id: randomUUID(),
  accountId: account('hoa'),
  role: 'club_chair',
  clubId: clubId as string | null,
  organisationId: null as string | null,
})
const agreed = async (given: Given) => {
  const id = await ask('lai', {
    command: 'grant.give_powerful',
    request: wishOf(given),
    organisation: ward,
  })
  expect(await decide('khai', id)).toBe(1)
  return id
}

test('what two agreed on is given', async () => {
  const given = chairForHoa()
  const id = await agreed(given)
  await as('lai', async (tx) => {
    await use(tx, id)
    await give(tx, 'lai', given, id)
  })
})

test('an agreement gives one grant at one place: not another role, place or id, and not once more', async () => {
  const given = chairForHoa()
  for (const other of [
    { ...given, id: randomUUID() },
    { ...given, clubId: null, organisationId: ward },
    { ...given, accountId: account('pao') },
  ]) {
    const id = await agreed(given)
    await refused(as('lai', (tx) => use(tx, id).then(() => give(tx, 'lai', other, id))))
  }
  const id = await agreed(given)
  await as('lai', (tx) => use(tx, id).then(() => give(tx, 'lai', given, id)))
  await database.dangerous`delete from role_grant where id = ${given.id}`
  await refused(as('lai', (tx) => give(tx, 'lai', given, id)))
})

test('an agreement on a place gives that place and nothing else, where the organisation asked stands over it', async () => {
  const [here, nextDoor] = [
    { level: 'commune', code: '06706', validFrom: '2025-07-01' },
    { level: 'commune', code: '06658', validFrom: '2025-07-01' },
  ]
  const id = randomUUID()
  const insert = (tx: Tx, change: object, approvalId: string | null) => tx`
    insert into role_grant ${tx({
      id,
      account_id: account('nga'),
      role: 'ward_officer',
      place_level: here.level,
      place_code: here.code,
      place_from: here.validFrom,
      valid_from: today(),
      granted_by: account('khai'),
      approval_id: approvalId,
      ...change,
    })}`
  const nowhere = { place_level: null, place_code: null, place_from: null }
  const agreedOn = async (place: object | null, organisation: string) => {
    const request = {
      grantId: id,
      accountId: account('nga'),
      role: 'ward_officer',
      clubId: null,
      organisationId: organisation,
      place,
      since: today(),
      until: null,
    }
    const approvalId = await ask('khai', { command: 'grant.give_powerful', request, organisation })
    expect(await decide('thanh', approvalId)).toBe(1)
    return approvalId
  }
  const given = async (place: object | null, organisation: string, change: object) => {
    const approvalId = await agreedOn(place, organisation)
    await as('khai', (tx) => use(tx, approvalId).then(() => insert(tx, change, approvalId)))
  }
  await refused(as('khai', (tx) => insert(tx, {}, null)))
  await refused(given(nextDoor, province, {}))
  await refused(given(null, province, {}))
  await refused(given({ ...here, validFrom: '1900-01-01' }, province, { place_from: '1900-01-01' }))
  await refused(given(here, province, { place_code: nextDoor.code }))
  await refused(given(here, province, { role: 'police_liaison' }))
  // Agreed on for a place, it is not given at the organisation in which it was asked.
  await refused(given(here, ward, { ...nowhere, organisation_id: ward }))
  await refused(given(nextDoor, ward, { place_code: nextDoor.code }))
  // Nobody ends it who could not give it.
  await given(here, province, {})
  const end = (by: string) =>
    as(by, async (tx) => {
      const ended =
        await tx`update role_grant set ended_at = now(), ended_by = ${account(by)} where id = ${id} returning id`
      return ended.length
    })
  expect(await end('lai')).toBe(0)
  expect(await end('cam')).toBe(0)
  expect(await end('khai')).toBe(1)
})

test('an officer with a helper raises nobody above what she may give, by grant or by invitation', async () => {
  const high = { ...chairForHoa(), role: 'administrator', clubId: null, organisationId: ward }
  const id = await agreed(high)
  await refused(as('lai', (tx) => use(tx, id).then(() => give(tx, 'lai', high, id))))
  const invitationId = randomUUID()
  const invite = (role: string, approvalId: string) => (tx: Tx) =>
    use(tx, approvalId).then(
      () => tx`insert into invitation (id, token_hash, kind, province, display_name, role, organisation_id, invited_by,
        approval_id, expires_at)
      values (${invitationId}, ${Buffer.from(randomUUID())}, 'new', '22', 'x', ${role}, ${ward}, ${account('lai')},
        ${approvalId}, now())`,
    )
  const asked = (command: string, role: string) =>
    ask('lai', {
      command,
      request: { invitationId, organisationId: ward, clubId: null, role },
      organisation: ward,
    })
  for (const [command, agreedRole, role] of [
    ['invitation.make_powerful', 'administrator', 'administrator'],
    ['invitation.make_powerful', 'club_chair', 'police_liaison'],
    ['grant.give_powerful', 'ward_officer', 'ward_officer'],
  ] as const) {
    const approvalId = await asked(command, agreedRole)
    expect(await decide('khai', approvalId)).toBe(1)
    await refused(as('lai', invite(role, approvalId)))
  }
})

test('nobody hides a new grant in the past, where the days of nearness are over', async () => {
  const given = { ...chairForHoa(), role: 'club_member', accountId: account('son') }
  await refused(
    as(
      'tham',
      (tx) => tx`insert into role_grant (id, account_id, role, club_id, valid_from, granted_by, granted_at)
        values (${given.id}, ${given.accountId}, 'club_member', ${clubId}, ${today()}, ${account('tham')}, '2020-01-01')`,
    ),
  )
})

test('only who holds the permission of that command agrees, in the database too, and nobody who stands near', async () => {
  await database.dangerous`insert into role_grant (id, account_id, role, club_id, valid_from, granted_at)
    values (${randomUUID()}, ${account('pao')}, 'club_chair', ${clubId}, '2022-01-01', '2022-01-01')`
  const request = { personId: randomUUID() }
  const erase = await ask('tham', { command: 'person.erase', request, club: clubId })
  expect(await decide('pao', erase).catch(() => 0)).toBe(0)
  expect(await decide('lai', erase)).toBe(1)
  const merge = await ask('tham', { command: 'person.merge', request, club: clubId })
  await database.dangerous`update role_grant set granted_by = ${account('tham')}, granted_at = now()
    where account_id = ${account('pao')} and role = 'club_chair'`
  await refused(decide('pao', merge))
  expect(await decide('lai', merge)).toBe(1)
})

test('a wish is asked at a place of hers, now and for a day; a yes is of this moment', async () => {
  const request = { personId: randomUUID() }
  const elsewhere = { command: 'person.erase', request, club: demoId('club/cao-xanh') }
  await refused(ask('tham', elsewhere))
  await refused(ask('tham', { ...elsewhere, club: clubId, expires: '10 years' }))
  const id = await ask('tham', { ...elsewhere, club: clubId })
  expect(await decide('lai', id, '10 years')).toBe(1)
  const [kept] = await database.dangerous`select decided_at <= now() as yes from approval where id = ${id}`
  expect(kept).toEqual({ yes: true })
  await database.dangerous.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update approval set decided_at = now() - interval '61 minutes' where id = ${id}`
  })
  await refused(as('tham', (tx) => use(tx, id)))
})

test('an ended grant is not written over, and nobody ends what is not hers to end', async () => {
  const end = (by: string, id: string) =>
    as(by, async (tx) => {
      const ended =
        await tx`update role_grant set ended_at = now(), ended_by = ${account(by)}, end_reason = 'x'
        where id = ${id} returning id`
      return ended.length
    })
  const hoa = demoId('grant/hoa')
  expect(await end('tham', hoa)).toBe(1)
  expect(await end('lai', hoa)).toBe(0)
  const auditor = randomUUID()
  await database.dangerous`insert into role_grant (id, account_id, role, organisation_id, valid_from)
    values (${auditor}, ${account('vy')}, 'auditor', ${ward}, '2022-01-01')`
  expect(await end('lai', auditor)).toBe(0)
  expect(await end('khai', auditor)).toBe(1)
})

test('the database gives roles and takes agreements by the same tables as the contract', async () => {
  const sql = database.dangerous
  const levels = ['club', 'hamlet', 'commune', 'province', 'national'] as const
  for (const role of Object.keys(roles) as Role[]) {
    const [row] = await sql<{ givers: Role[]; levels: string[]; places: string[] }[]>`
      select policy.givers_of(${role}) as givers, policy.levels_of(${role}) as levels,
        policy.place_levels_of(${role}) as places`
    const rule = grantRules[role]
    expect([role, [...(row?.givers ?? [])].sort()]).toEqual([role, [...rule.givenBy].sort()])
    expect([role, levels.filter((each) => row?.levels.includes(each))]).toEqual([
      role,
      levels.filter((each) => (rule.at as readonly string[]).includes(each)),
    ])
    expect([role, [...(row?.places ?? [])].sort()]).toEqual([role, [...(rule.atPlace ?? [])].sort()])
  }
  for (const { name, twoPeople } of commands as readonly { name: string; twoPeople?: { approve: never } }[]) {
    const [row] = await sql<{ agreeing: Role[] }[]>`select policy.agreeing_to(${name}) as agreeing`
    const agreeing = (Object.keys(roles) as Role[]).filter(
      (role) => twoPeople && reachOf(role, twoPeople.approve) === 'all',
    )
    expect([name, [...(row?.agreeing ?? [])].sort()]).toEqual([name, agreeing.sort()])
  }
})

test('a role is given at its own level alone', async () => {
  const may = (by: string, role: string, club: string | null, organisation: string | null) =>
    as(by, async (tx) => {
      const [row] = await tx<
        { yes: boolean }[]
      >`select policy.may_give(${role}, ${club}, ${organisation}) as yes`
      return row?.yes
    })
  expect(await may('lai', 'club_chair', clubId, null)).toBe(true)
  expect(await may('lai', 'club_chair', null, ward)).toBe(false)
  expect(await may('lai', 'club_chair', demoId('club/cao-xanh'), null)).toBe(false)
  expect(await may('khai', 'ward_officer', null, ward)).toBe(true)
  expect(await may('khai', 'ward_officer', null, province)).toBe(false)
  expect(await may('thanh', 'administrator', null, province)).toBe(true)
})
