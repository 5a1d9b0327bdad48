import { approvalDecide, approvalWithdraw } from '@ke-vai/contract/approval/approval.ts'
import { approvalRefusals, decideRule } from '@ke-vai/contract/approval/rules.ts'
import type { CommandDefinition } from '@ke-vai/contract/command.ts'
import { commands } from '@ke-vai/contract/commands.ts'
import { type Permission, reachOf } from '@ke-vai/contract/permissions.ts'
import type { Target } from '../platform/actor.ts'
import { command, targetOf } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import { type Dated, stateOf, wishColumns } from './wish.ts'

interface Row extends Dated {
  command: string
  requestedBy: string
  requestedSignIn: string | null
}

/** Which permission answers for a command of two people; null for any other. */
export function approverOf(name: string): Permission | null {
  const definition: CommandDefinition | undefined = commands.find((each) => each.name === name)
  return definition?.twoPeople?.approve ?? null
}

/** The wish at that very place; it is not there for whoever is excluded from a person whom it touches. */
async function findWish(tx: Tx, id: string, { clubId, organisationId }: Target): Promise<Row> {
  const [row] = await tx<Row[]>`
    select command, requested_by as "requestedBy", requested_sign_in as "requestedSignIn", ${wishColumns(tx)}
    from approval
    where id = ${id} and ${clubId ? tx`club_id = ${clubId}` : tx`organisation_id = ${organisationId ?? null}`}
      and not (touches && (select policy.excluded_persons())::uuid[])`
  if (!row) throw new Refused('notFound')
  return row
}

/** The second person's yes or no, once, with her own name under it. */
export const decideApproval = command(approvalDecide, async (args, { tx, actor, audit }) => {
  const target = targetOf('place', args)
  const wish = await findWish(tx, args.approvalId, target)
  const approve = approverOf(wish.command)
  if (approve === null || !actor.roles.some((role) => reachOf(role, approve) === 'all'))
    throw new Refused(wish.requestedBy === actor.id ? approvalRefusals.ownWish : 'notAllowed')
  const [near] = await tx<{ yes: boolean }[]>`
    select policy.too_near(${wish.requestedBy}, ${actor.id}) as yes`
  const refusal = decideRule({
    state: stateOf(wish, new Date()),
    own: wish.requestedBy === actor.id,
    sameSignIn: actor.signInId !== null && wish.requestedSignIn === actor.signInId,
    near: near?.yes ?? true,
  })
  // A no needs no distance: whoever stands near may always stop a wish, never help it on.
  if (refusal && !(refusal === approvalRefusals.tooNear && args.decision === 'declined'))
    throw new Refused(refusal)
  const decided = await tx`
    update approval set decision = ${args.decision}, decided_by = ${actor.id}, decided_at = now()
    where id = ${args.approvalId} and decision is null and requested_by <> ${actor.id}
      and used_at is null and withdrawn_at is null and expires_at > now()
    returning id`
  if (decided.length === 0) throw new Refused(approvalRefusals.over)
  await audit({ subjectKind: 'approval', subjectId: args.approvalId, fields: [wish.command, args.decision] })
  return { done: true as const }
})

/** She who asked takes her wish back, also after a yes that was not used. */
export const withdrawApproval = command(approvalWithdraw, async (args, { tx, actor, audit }) => {
  const { clubId, organisationId } = targetOf('place', args)
  const [withdrawn] = await tx<{ command: string }[]>`
    update approval set withdrawn_at = now()
    where id = ${args.approvalId} and requested_by = ${actor.id} and used_at is null and withdrawn_at is null
      and ${clubId ? tx`club_id = ${clubId}` : tx`organisation_id = ${organisationId ?? null}`}
    returning command`
  if (!withdrawn) throw new Refused('notFound')
  await audit({ subjectKind: 'approval', subjectId: args.approvalId, fields: [withdrawn.command] })
  return { done: true as const }
})
