import { today } from '@ke-vai/contract/date/date.ts'
import { grantGive, grantGivePowerful } from '@ke-vai/contract/grant/grant.ts'
import { giveRule, grantRefusals, type PlaceLevel } from '@ke-vai/contract/grant/rules.ts'
import type { Role } from '@ke-vai/contract/permissions.ts'
import type { PlaceKey } from '@ke-vai/contract/place/place.ts'
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
  place: PlaceKey | null
  since: string
  until: string | null
}

/** The rule, asked with what the database knows: where it is given, who is known, what is held already. */
async function checkWish(tx: Tx, actor: Actor, wish: Wish): Promise<void> {
  const { place } = wish
  const refusal = giveRule({
    giver: actor.id,
    held: actor.roles,
    accountId: wish.accountId,
    role: wish.role,
    at: place ? { place: place.level } : { level: await levelOf(tx, wish) },
    since: wish.since,
    until: wish.until,
    today: today(),
  })
  if (refusal) throw new Refused(refusal)
  if (place) await requireCovered(tx, wish, place)
  const [known] = await tx<{ yes: boolean }[]>`select policy.is_colleague(${wish.accountId}) as yes`
  if (!known?.yes) throw new Refused('notFound')
  const held = await tx`
    select id from role_grant
    where account_id = ${wish.accountId} and role = ${wish.role} and ended_at is null
      and (valid_to is null or valid_to >= ${wish.since}) and (${wish.until}::date is null or valid_from <= ${wish.until}::date)
      and ${heldAt(tx, wish)}`
  if (held.length > 0) throw new Refused(grantRefusals.heldAlready)
}

function heldAt(tx: Tx, { clubId, organisationId, place }: Wish) {
  if (clubId) return tx`club_id = ${clubId}`
  if (!place) return tx`organisation_id = ${organisationId}`
  return tx`place_level = ${place.level} and place_code = ${place.code} and place_from = ${place.validFrom}`
}

/**
 * The organisation in which it is asked, where the actor holds the roles that give, stands over the place and manages
 * every club there, so that nobody gives a reach wider than her own; and the place is on today's map.
 */
async function requireCovered(tx: Tx, { clubId, organisationId }: Wish, place: PlaceKey): Promise<void> {
  const { level, code, validFrom } = place
  const [asked] = await tx<{ covered: boolean }[]>`
    select policy.stands_over(${organisationId}, level, code, valid_from, true) as covered from place
    where level = ${level} and code = ${code} and valid_from = ${validFrom}
      and valid_from <= ${today()} and (valid_to is null or valid_to >= ${today()})`
  if (!asked?.covered || clubId) throw new Refused(grantRefusals.placeNotCovered)
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
    insert into role_grant (id, account_id, role, club_id, organisation_id, place_level, place_code, place_from,
      valid_from, valid_to, granted_by, approval_id)
    values (${wish.grantId}, ${wish.accountId}, ${wish.role}, ${wish.clubId},
      ${wish.clubId === null && wish.place === null ? wish.organisationId : null}, ${wish.place?.level ?? null},
      ${wish.place?.code ?? null}, ${wish.place?.validFrom ?? null}, ${wish.since}, ${wish.until}, ${actor.id},
      ${approval?.id ?? null})
    on conflict (id) do nothing returning id`
  if (!made) throw new Refused('idReused')
  await audit({ subjectKind: 'grant', subjectId: wish.grantId, fields: ['account', 'role', 'place', 'days'] })
  return { id: wish.grantId }
}

export const giveMemberRole = command(grantGive, async (args, context) => {
  const wish = { ...args, role: 'club_member', organisationId: null, place: null } as const
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
        ...(args.place ? [`place:${args.place.level}/${args.place.code}/${args.place.validFrom}`] : []),
        `role:${args.role}`,
        ...held.map(({ id }) => id),
      ],
      counts: { roles_held_now: held.length },
    }
  },
)
