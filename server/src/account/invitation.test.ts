import { randomUUID } from 'node:crypto'
import { meRead } from '@ke-vai/contract/account/account.ts'
import {
  invitationAccept,
  invitationCancel,
  invitationList,
  invitationLook,
  invitationMake,
  invitationMakePowerful,
  invitationMakeReturn,
  invitationPasskeyOptions,
} from '@ke-vai/contract/account/invitation.ts'
import { signIn, signInPasskey, signInPasskeyOptions } from '@ke-vai/contract/account/sign-in.ts'
import { approvalDecide, approvalRequest } from '@ke-vai/contract/approval/approval.ts'
import type { CommandDefinition } from '@ke-vai/contract/command.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../../../database/seed/network.ts'
import { demoId } from '../demo/demo.ts'
import { type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { SoftwareAuthenticator } from '../testing/software-authenticator.ts'
import { Browser, codeOf } from './testing/browser.ts'

const clubId = demoId('club/tuan-chau')
const ward = demoId('organisation/union-tuan-chau')
const password = 'đường về bến cũ'
let product: TestProduct
let chair: Browser
let officer: Browser
let manager: Browser
beforeAll(async () => {
  product = await testProduct()
  chair = await comeIn('tham')
  officer = await comeIn('lai')
  manager = await comeIn('khai')
})
afterAll(() => product.close())

const nobody = () => new Browser(product.address)
async function comeIn(username: string): Promise<Browser> {
  const browser = nobody()
  expect((await browser.post(signIn, { username, password: demoPassword })).status).toBe(200)
  return browser
}
const invite = (by = chair, displayName = 'Chị Mận') =>
  by.send(invitationMake, { invitationId: randomUUID(), clubId, displayName })
const accept = (token: string, username?: string, browser = nobody()) =>
  browser.post(invitationAccept, { token, username, password })

test('an invited member sees who invites her to what, chooses her way in, and works', async () => {
  const { body } = await invite()
  const browser = nobody()
  const look = await browser.post(invitationLook, { token: body.token })
  expect(look.body).toMatchObject({ kind: 'new', displayName: 'Chị Mận', invitedBy: 'Chị Thắm' })
  expect(look.body.placeName).toContain('Tuần Châu')
  const answer = await accept(body.token, ' Man ', browser)
  expect(answer.status).toBe(200)
  expect(answer.body.standings).toMatchObject([{ role: 'club_member', clubId }])
  expect((await browser.read(meRead)).body.username).toBe('man')
  const [grant] = await product.database.dangerous`
    select granted_by, created_by from role_grant join account on account.id = account_id where username = 'man'`
  expect(grant).toEqual({ granted_by: demoId('account/tham'), created_by: demoId('account/tham') })
  const lines = await product.database.dangerous`
    select action from audit_event where action in ('INVITATION_MADE', 'INVITATION_ACCEPTED') order by 1`
  expect(lines.map(({ action }) => action)).toEqual(['INVITATION_ACCEPTED', 'INVITATION_MADE'])
})

test('a passkey alone is way enough, and no password is made', async () => {
  const { body } = await invite()
  const browser = nobody()
  const phone = new SoftwareAuthenticator()
  const { body: options } = await browser.post(invitationPasskeyOptions, {
    token: body.token,
    username: 'le',
  })
  const passkey = phone.make(options, browser.origin)
  const answer = await browser.post(invitationAccept, { token: body.token, username: 'le', passkey })
  expect(answer.status).toBe(200)
  const again = nobody()
  const { body: asked } = await again.post(signInPasskeyOptions, {})
  const use = phone.use(asked, again.origin)
  expect((await again.post(signInPasskey, { passkey: use })).body.username).toBe('le')
})

test('the link is kept nowhere, counts once, and is no more after seven days or a cancelling', async () => {
  const [used, expired, cancelled] = [await invite(), await invite(), await invite()]
  expect((await accept(used.body.token, 'na')).status).toBe(200)
  expect(codeOf(await accept(used.body.token, 'nax'))).toBe('invitation_gone')
  await product.database.dangerous`
    update invitation set expires_at = now() - interval '1 second' where id = ${expired.body.id}`
  expect(codeOf(await accept(expired.body.token, 'oi'))).toBe('invitation_gone')
  expect((await chair.send(invitationCancel, { invitationId: cancelled.body.id })).status).toBe(200)
  expect(codeOf(await accept(cancelled.body.token, 'oi'))).toBe('invitation_gone')
  expect(codeOf(await nobody().post(invitationLook, { token: cancelled.body.token }))).toBe('invitation_gone')
  const { body: list } = await officer.read(invitationList)
  const stateOf = (id: string) => list.invitations.find((each) => each.id === id)?.state
  expect([used, expired, cancelled].map(({ body }) => stateOf(body.id))).toEqual([
    'used',
    'expired',
    'cancelled',
  ])
  const [kept] = await product.database.dangerous<{ all: string }[]>`
    select (select string_agg(invitation::text, '') from invitation) || (select string_agg(command_log::text, '') from command_log)
      || (select string_agg(audit_event::text, '') from audit_event) as all`
  expect(kept?.all).not.toContain(used.body.token)
  expect(kept?.all).not.toContain(Buffer.from(used.body.token).toString('hex'))
})

test('of two who take one link at once, one comes in', async () => {
  const { body } = await invite()
  const answers = await Promise.all([accept(body.token, 'mot'), accept(body.token, 'hai')])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
})

test('who may not invite is refused, and sees no invitation', async () => {
  expect((await invite(await comeIn('pao'))).status).toBe(403)
  expect((await invite(await comeIn('cao-xanh'))).status).toBe(404)
  const elsewhere = await comeIn('cao-xanh')
  expect((await elsewhere.read(invitationList)).body.invitations).toEqual([])
  const { body } = await invite()
  expect((await elsewhere.send(invitationCancel, { invitationId: body.id })).status).toBe(404)
})

test('nobody invites herself; a name that is taken or no way in is refused, and the link stays', async () => {
  const { body } = await invite()
  expect(codeOf(await accept(body.token, 'toi', chair))).toBe('own_invitation')
  expect(codeOf(await accept(body.token, 'pao'))).toBe('username_taken')
  expect(codeOf(await accept(body.token))).toBe('username_needed')
  expect(codeOf(await nobody().post(invitationAccept, { token: body.token, username: 'toi' }))).toBe(
    'way_needed',
  )
  const weak = await nobody().post(invitationAccept, {
    token: body.token,
    username: 'toi',
    password: 'mat khau',
  })
  expect(codeOf(weak)).toBe('password_too_short')
  expect((await accept(body.token, 'toi')).status).toBe(200)
})

/** The wish of one and the yes of the other, to exactly this. */
async function agree(
  by: Browser,
  other: Browser,
  command: CommandDefinition,
  args: { organisationId: string },
) {
  const approvalId = randomUUID()
  const place = { clubId: null, organisationId: args.organisationId }
  const asked = await by.send(approvalRequest, { ...place, approvalId, command: command.name, args })
  expect(asked.status).toBe(200)
  const decided = await other.send(approvalDecide, { ...place, approvalId, decision: 'approved' })
  expect(decided.status).toBe(200)
  return approvalId
}

test('a powerful role is invited by two people, to exactly what the second one agreed to', async () => {
  const administrator = await comeIn('thanh')
  const args = {
    invitationId: randomUUID(),
    organisationId: ward,
    clubId: null,
    role: 'ward_officer' as const,
    displayName: 'Chị Mơ',
  }
  expect(codeOf(await manager.send(invitationMakePowerful, args))).toBe('second_person_needed')
  const approvalId = await agree(manager, administrator, invitationMakePowerful, args)
  const other = { ...args, role: 'police_liaison' as const }
  expect(codeOf(await manager.send(invitationMakePowerful, other, approvalId))).toBe('approval_stale')
  const made = await manager.send(invitationMakePowerful, args, approvalId)
  expect(made.status).toBe(200)
  const answer = await accept(made.body.token, 'mo')
  expect(answer.body.standings).toMatchObject([{ role: 'ward_officer', organisationId: ward }])
  expect(codeOf(await officer.send(invitationMakePowerful, { ...args, invitationId: randomUUID() }))).toBe(
    'role_not_hers_to_give',
  )
})

test('the database itself makes no powerful invitation without the two', async () => {
  const make = (role: string) =>
    product.database.operator.begin(async (tx) => {
      await tx`select policy.enter_as(${demoId('account/khai')}, null, ${ward})`
      await tx`insert into invitation (id, token_hash, kind, province, display_name, role, organisation_id, invited_by, expires_at)
        values (${randomUUID()}, ${Buffer.from(randomUUID())}, 'new', '22', 'x', ${role}, ${ward}, ${demoId('account/khai')}, now())`
    })
  await expect(make('administrator')).rejects.toThrow('row-level security')
})

test('somebody who lost her ways in makes new ones, and the old ones end', async () => {
  const lost = await comeIn('pao')
  const accountId = demoId('account/pao')
  const args = { invitationId: randomUUID(), organisationId: ward, accountId }
  expect(codeOf(await officer.send(invitationMakeReturn, args))).toBe('second_person_needed')
  const approvalId = await agree(officer, manager, invitationMakeReturn, args)
  const { body } = await officer.send(invitationMakeReturn, args, approvalId)
  expect((await nobody().post(invitationLook, { token: body.token })).body.username).toBe('pao')
  expect((await accept(body.token)).status).toBe(200)
  expect((await lost.read(meRead)).status).toBe(401)
  expect(codeOf(await nobody().post(signIn, { username: 'pao', password: demoPassword }))).toBe(
    'wrong_password',
  )
  expect((await nobody().post(signIn, { username: 'pao', password })).status).toBe(200)
})

test('nobody lets in whom she does not reach, nor herself', async () => {
  const args = (accountId: string) => ({ invitationId: randomUUID(), organisationId: ward, accountId })
  expect(codeOf(await officer.send(invitationMakeReturn, args(demoId('account/khai'))))).toBe('not_found')
  expect(codeOf(await officer.send(invitationMakeReturn, args(demoId('account/son'))))).toBe(
    'invitation_out_of_reach',
  )
  expect(codeOf(await officer.send(invitationMakeReturn, args(demoId('account/lai'))))).toBe(
    'return_of_oneself',
  )
})
