import { randomUUID } from 'node:crypto'
import {
  invitationLook,
  invitationMake,
  invitationMakePowerful,
  invitationMakeReturn,
} from '@ke-vai/contract/account/invitation.ts'
import { approvalDecide, approvalRequest } from '@ke-vai/contract/approval/approval.ts'
import type { CommandDefinition } from '@ke-vai/contract/command.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demo.ts'
import { type TestPerson, type TestProduct, testProduct } from '../platform/testing/test-product.ts'
import { Browser, codeOf } from './testing/browser.ts'

// A link lies about for days. What it opens is asked again when somebody comes with it.

const clubId = demoId('club/tuan-chau')
const ward = demoId('organisation/union-tuan-chau')
const province = demoId('organisation/union-22')
let product: TestProduct
let chair: TestPerson
let officer: TestPerson
let manager: TestPerson
beforeAll(async () => {
  product = await testProduct()
  chair = await product.signIn('tham')
  officer = await product.signIn('lai')
  manager = await product.signIn('khai')
})
afterAll(() => product?.close())

const look = async (token: string) =>
  codeOf(await new Browser(product.address).post(invitationLook, { token }))

async function agreed<C extends CommandDefinition>(
  by: TestPerson,
  other: TestPerson,
  command: C,
  args: { organisationId: string } & Record<string, unknown>,
) {
  const approvalId = randomUUID()
  const place = { clubId: null, organisationId: args.organisationId }
  expect((await by.send(approvalRequest, { ...place, approvalId, command: command.name, args })).status).toBe(
    200,
  )
  await other.send(approvalDecide, { ...place, approvalId, decision: 'approved' })
  return by.send(command, args as never, randomUUID(), approvalId)
}

test('a way back into an account ends when the account is given more than it held', async () => {
  const args = { invitationId: randomUUID(), organisationId: ward, accountId: demoId('account/pao') }
  const { body } = await agreed(officer, manager, invitationMakeReturn, args)
  const { token } = body as { token: string }
  expect(await look(token)).toBeUndefined()
  await product.database
    .dangerous`insert into role_grant (id, account_id, role, club_id, valid_from, granted_at)
    values (${randomUUID()}, ${args.accountId}, 'club_chair', ${clubId}, current_date, now() + interval '1 second')`
  expect(await look(token)).toBe('invitation_gone')
})

test('what an inviter offered goes with her own role', async () => {
  const { body } = await chair.send(invitationMake, {
    invitationId: randomUUID(),
    clubId,
    displayName: 'Chị M',
  })
  const powerful = {
    invitationId: randomUUID(),
    organisationId: ward,
    clubId,
    role: 'club_chair',
    displayName: 'x',
  }
  const second = (await agreed(officer, manager, invitationMakePowerful, powerful)).body as { token: string }
  expect([await look(body.token), await look(second.token)]).toEqual([undefined, undefined])
  await product.database.dangerous`update role_grant set ended_at = now()
    where id in (${demoId('grant/tham')}, ${demoId('grant/lai')})`
  expect([await look(body.token), await look(second.token)]).toEqual(['invitation_gone', 'invitation_gone'])
  await product.database.dangerous`update role_grant set ended_at = null
    where id in (${demoId('grant/tham')}, ${demoId('grant/lai')})`
  expect(await look(body.token)).toBeUndefined()
})

test('who gives at one place lets nobody back in whose role at another place is not hers to give', async () => {
  // Ông Khải's account becomes an officer of Bãi Cháy too and no manager; there an officer's colleague is not hers.
  const { dangerous: sql } = product.database
  const mate = randomUUID()
  const bay = demoId('organisation/union-bai-chay')
  await sql`insert into account (id, province, username, display_name) values (${mate}, '22', 'mate', 'Mate')`
  await sql`insert into role_grant (id, account_id, role, organisation_id, valid_from)
    values (${randomUUID()}, ${mate}, 'ward_officer', ${bay}, '2022-01-01')`
  await sql`update role_grant set organisation_id = ${ward} where id = ${demoId('grant/khai')}`
  await sql`insert into role_grant (id, account_id, role, organisation_id, valid_from)
    values (${randomUUID()}, ${demoId('account/khai')}, 'ward_officer', ${bay}, '2022-01-01')`
  const args = { invitationId: randomUUID(), organisationId: ward, accountId: mate }
  const command = invitationMakeReturn.name
  const place = { clubId: null, organisationId: ward }
  const asked = await manager.send(approvalRequest, { ...place, approvalId: randomUUID(), command, args })
  expect(codeOf(asked)).toBe('invitation_out_of_reach')
  await sql`update role_grant set organisation_id = ${province} where id = ${demoId('grant/khai')}`
})
