import { today } from '@ke-vai/contract/date/date.ts'
import { grantGive, grantGivePowerful } from '@ke-vai/contract/grant/grant.ts'
import { giveRule, grantRefusals, type PlaceLevel } from '@ke-vai/contract/grant/rules.ts'
import type { Role } from '@ke-vai/contract/permissions.ts'
import type { Actor } from '../platform/actor.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'

/** A role that somebody wishes to give, whichever command it came by. */
interface Wish {
  grantId: string
  accountId: string
  role: Role
  clubId: string | null
  organisationId: string | null
  since: string
  until: string | null
}

/** The rule, asked with what the database knows: the level of the place, who is known, what is held already. */
async function checkWish(tx: Tx, actor: Actor, wish: Wish): Promise<void> {
  const refusal = giveRule({
    giver: actor.id,
    held: actor.roles,
    accountId: wish.accountId,
    role: wish.role,
    level: await levelOf(tx, wish),
    since: wish.since,
    until: wish.until,
    today: today(),
  })
  if (refusal) throw new Refused(refusal)
  const [known] = await tx<{ yes: boolean }[]>`select policy.is_colleague(${wish.accountId}) as yes`
  if (!known?.yes) throw new Refused('notFound')
  const held = await tx`
    select id from role_grant
    where account_id = ${wish.accountId} and role = ${wish.role} and ended_at is null
      and (valid_to is null or valid_to >= ${wish.since}) and (${wish.until}::date is null or valid_from <= ${wish.until}::date)
      and ${wish.clubId ? tx`club_id = ${wish.clubId}` : tx`organisation_id = ${wish.organisationId}`}`
  if (held.length > 0) throw new Refused(grantRefusals.heldAlready)
}

/** The level of the place as the actor reaches it; a club is found under the organisation that manages it. */
async function levelOf(tx: Tx, { clubId, organisationId }: Wish): Promise<PlaceLevel> {
  const [place] = await tx<{ level: PlaceLevel }[]>`
    select level from policy.places_below(${clubId}, ${organisationId})
    where club_id is not distinct from ${clubId}::uuid
      and (${organisationId}::uuid is null or organisation_id = ${organisationId})`
  if (!place) throw new Refused('notFound')
  return place.level
}

async function insertGrant({ tx, actor, approval, audit }: CommandContext, wish: Wish) {
  const [made] = await tx`
    insert into role_grant (id, account_id, role, club_id, organisation_id, valid_from, valid_to, granted_by, approval_id)
    values (${wish.grantId}, ${wish.accountId}, ${wish.role}, ${wish.clubId},
      ${wish.clubId === null ? wish.organisationId : null}, ${wish.since}, ${wish.until}, ${actor.id},
      ${approval?.id ?? null})
    on conflict (id) do nothing returning id`
  if (!made) throw new Refused('idReused')
  await audit({ subjectKind: 'grant', subjectId: wish.grantId, fields: ['account', 'role', 'place', 'days'] })
  return { id: wish.grantId }
}

export const giveMemberRole = command(grantGive, async (args, context) => {
  const wish = { ...args, role: 'club_member', organisationId: null } as const
  await checkWish(context.tx, context.actor, wish)
  return insertGrant(context, wish)
})

export const givePowerfulRole = command(
  grantGivePowerful,
  async (args, context) => {
    await checkWish(context.tx, context.actor, args)
    return insertGrant(context, args)
  },
  // The yes holds for this role on top of what she holds now: when that has changed, it is asked anew.
  async (args, { tx, actor }) => {
    await checkWish(tx, actor, args)
    const held = await tx<{ id: string }[]>`
      select id from role_grant where account_id = ${args.accountId} and ended_at is null
        and (valid_to is null or valid_to >= ${today()})`
    return {
      ids: [
        args.accountId,
        args.clubId ?? args.organisationId,
        `role:${args.role}`,
        ...held.map(({ id }) => id),
      ],
      counts: { roles_held_now: held.length },
    }
  },
)
