import { randomUUID } from 'node:crypto'
import { approvalDecide, approvalRequest, approvalWithdraw } from '@ke-vai/contract/approval/approval.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { grantGivePowerful } from '@ke-vai/contract/grant/grant.ts'
import { demoId } from '../../demo/demo.ts'
import type { TestPerson, TestProduct } from '../../platform/testing/test-product.ts'
import type { Action, Content, Who } from './approval-model.ts'

const ward = demoId('organisation/union-tuan-chau')
export const place = { clubId: null, organisationId: ward }

/** To whom the role of a ward officer is given, by content. */
const receiver: Record<Content, string> = { a: demoId('account/pao'), b: demoId('account/hoa') }

/** The same actions as the model's, done to the real product over HTTP. */
export interface Driver {
  people: Record<Who, TestPerson>
  /** Does one action; answers whether it was taken. */
  do(action: Action): Promise<boolean>
  /** How many roles were given in this run. */
  effects(): number
  wishFor(content: Content): Record<string, unknown>
  forget(): Promise<void>
}

export async function approvalDriver(product: TestProduct): Promise<Driver> {
  const people = {
    khai: await product.signIn('khai'),
    thanh: await product.signIn('thanh'),
    cam: await product.signIn('cam'),
  }
  const sql = product.database.dangerous
  let approvalId: string = randomUUID()
  let effects = 0
  const grantIds: Record<Content, string> = { a: randomUUID(), b: randomUUID() }
  const wishFor = (content: Content) => ({
    ...place,
    grantId: grantIds[content],
    accountId: receiver[content],
    role: 'ward_officer' as const,
    since: today(),
    until: null,
  })
  const taken = async (sent: Promise<{ status: number }>) => {
    const { status } = await sent
    if (status >= 500) throw new Error(`the server answered ${status}`)
    return status === 200
  }

  async function use(who: Who, content: Content): Promise<boolean> {
    if (!(await taken(people[who].send(grantGivePowerful, wishFor(content), randomUUID(), approvalId))))
      return false
    const given = await sql`delete from role_grant where id = ${grantIds[content]} returning id`
    effects += given.length
    return true
  }

  async function ask(who: Who, content: Content): Promise<boolean> {
    approvalId = randomUUID()
    const args = wishFor(content)
    return taken(
      people[who].send(approvalRequest, { ...place, approvalId, command: 'grant.give_powerful', args }),
    )
  }

  /** Something that the approval is bound to changes: another role comes or goes. */
  async function change(): Promise<boolean> {
    const gone = await sql`delete from role_grant where role = 'case_manager' returning id`
    if (gone.length === 0)
      for (const account of Object.values(receiver))
        await sql`insert into role_grant (id, account_id, role, organisation_id, valid_from)
          values (${randomUUID()}, ${account}, 'case_manager', ${ward}, '2022-05-01')`
    return true
  }

  /** The clock is the database's: every wish is moved into the past instead. */
  async function pass(minutes: number): Promise<boolean> {
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update approval set requested_at = requested_at - ${minutes} * interval '1 minute',
        expires_at = expires_at - ${minutes} * interval '1 minute',
        decided_at = decided_at - ${minutes} * interval '1 minute'`
    })
    return true
  }

  return {
    people,
    wishFor,
    effects: () => effects,
    forget: async () => {
      effects = 0
      approvalId = randomUUID()
      await sql`delete from role_grant where role = 'case_manager'`
    },
    do: (action) => {
      if (action.do === 'ask') return ask(action.who, action.content)
      if (action.do === 'use') return use(action.who, action.content)
      if (action.do === 'pass') return pass(action.minutes)
      if (action.do === 'change') return change()
      const person = people[action.who]
      if (action.do === 'withdraw') return taken(person.send(approvalWithdraw, { ...place, approvalId }))
      const decision = action.do === 'yes' ? 'approved' : 'declined'
      return taken(person.send(approvalDecide, { ...place, approvalId, decision }))
    },
  }
}
