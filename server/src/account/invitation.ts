import { randomBytes } from 'node:crypto'
import {
  invitationCancel,
  invitationDays,
  invitationList,
  invitationMake,
  invitationMakePowerful,
  invitationMakeReturn,
  invitationRefusals,
} from '@ke-vai/contract/account/invitation.ts'
import { grantRefusals, mayEnd, type PlaceLevel, rolesToGive } from '@ke-vai/contract/grant/rules.ts'
import type { Role } from '@ke-vai/contract/permissions.ts'
import { cleanText } from '@ke-vai/contract/text/text.ts'
import type { Actor } from '../platform/actor.ts'
import { command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'
import { hashToken } from './opened.ts'

interface NewInvitation {
  id: string
  kind: 'new' | 'return'
  province: string
  accountId: string | null
  displayName: string
  role: Role | null
  clubId: string | null
  organisationId: string | null
  approvalId: string | null
}

/** Makes the row and the token, which is told this once. Nothing keeps it. */
async function make(tx: Tx, actor: Actor, asked: NewInvitation) {
  const token = randomBytes(32).toString('base64url')
  const made = await tx<{ expires_at: Date }[]>`
    insert into invitation (id, token_hash, kind, province, account_id, display_name, role, club_id, organisation_id,
      invited_by, approval_id, expires_at)
    values (${asked.id}, ${hashToken(token)}, ${asked.kind}, ${asked.province}, ${asked.accountId},
      ${cleanText(asked.displayName)}, ${asked.role}, ${asked.clubId}, ${asked.organisationId}, ${actor.id},
      ${asked.approvalId}, now() + ${invitationDays} * interval '1 day')
    on conflict (id) do nothing returning expires_at`
  const [row] = made
  if (!row) throw new Refused('idReused')
  return { id: asked.id, token, expiresAt: row.expires_at.toISOString() }
}

/** A member of a club. Its link is worth a member's role and nothing more, so one person makes it. */
export const makeInvitation = command(invitationMake, async (args, { tx, actor, province, audit }) => {
  if (!rolesToGive(actor.roles, 'club').includes('club_member')) throw new Refused(grantRefusals.notYours)
  await audit({ subjectKind: 'invitation', subjectId: args.invitationId, fields: ['club_member'] })
  return make(tx, actor, {
    id: args.invitationId,
    kind: 'new',
    province,
    accountId: null,
    displayName: args.displayName,
    role: 'club_member',
    clubId: args.clubId,
    organisationId: null,
    approvalId: null,
  })
})

interface Place {
  level: PlaceLevel
  province: string
}

/** The organisation, or the club that it manages; both must be where the permission was looked for. */
async function findPlace(tx: Tx, organisationId: string, clubId: string | null): Promise<Place> {
  const [place] = clubId
    ? await tx<Place[]>`select 'club' as level, province from club
        where id = ${clubId} and managing_organisation_id = ${organisationId}`
    : await tx<Place[]>`select level, province from organisation where id = ${organisationId}`
  if (!place) throw new Refused('notFound')
  return place
}

/** What an approval of an invitation is bound to: the invitation's id, its place and, in the request's hash, its role. */
const touches = (...ids: (string | null)[]) => ({
  ids: ids.filter((id) => id !== null),
  counts: { account: 1 },
})

export const makePowerfulInvitation = command(
  invitationMakePowerful,
  async (args, { tx, actor, approval, audit }) => {
    const place = await findPlace(tx, args.organisationId, args.clubId)
    if (!rolesToGive(actor.roles, place.level).includes(args.role)) throw new Refused(grantRefusals.notYours)
    await audit({ subjectKind: 'invitation', subjectId: args.invitationId, fields: [args.role] })
    return make(tx, actor, {
      id: args.invitationId,
      kind: 'new',
      province: place.province,
      accountId: null,
      displayName: args.displayName,
      role: args.role,
      clubId: args.clubId,
      organisationId: args.clubId ? null : args.organisationId,
      approvalId: approval?.id ?? null,
    })
  },
  async (args, { tx, actor }) => {
    const place = await findPlace(tx, args.organisationId, args.clubId)
    if (!rolesToGive(actor.roles, place.level).includes(args.role)) throw new Refused(grantRefusals.notYours)
    return touches(args.invitationId, args.clubId ?? args.organisationId)
  },
)

/** Everything that the account holds lies in her reach, and is hers to give: a way in gives all of it. */
async function requireReturn(tx: Tx, actor: Actor, accountId: string): Promise<{ displayName: string }> {
  if (accountId === actor.id) throw new Refused(invitationRefusals.notOneself)
  const held = await tx<{ role: Role; display_name: string }[]>`
    select role, display_name from policy.held_within_reach(${accountId})`
  const [first] = held
  if (!first) throw new Refused('notFound')
  // Each at its own place: an administrator of one place is no administrator of the other where she is an officer.
  const [all] = await tx<{ yes: boolean }[]>`select policy.within_reach_of_return(${accountId}) as yes`
  if (!all?.yes || !held.every(({ role }) => mayEnd(actor.roles, role)))
    throw new Refused(invitationRefusals.outOfReach)
  return { displayName: first.display_name }
}

export const makeReturnInvitation = command(
  invitationMakeReturn,
  async (args, { tx, actor, approval, audit }) => {
    const { displayName } = await requireReturn(tx, actor, args.accountId)
    const { province } = await findPlace(tx, args.organisationId, null)
    await audit({ subjectKind: 'account', subjectId: args.accountId, fields: ['invitation'] })
    return make(tx, actor, {
      id: args.invitationId,
      kind: 'return',
      province,
      accountId: args.accountId,
      displayName,
      role: null,
      clubId: null,
      organisationId: args.organisationId,
      approvalId: approval?.id ?? null,
    })
  },
  async (args, { tx, actor }) => {
    await requireReturn(tx, actor, args.accountId)
    return touches(args.invitationId, args.accountId)
  },
)

export const cancelInvitation = command(invitationCancel, async (args, { tx, audit }) => {
  const cancelled = await tx`
    update invitation set cancelled_at = now()
    where id = ${args.invitationId} and used_at is null and cancelled_at is null
      and id in (select id from policy.invitations_here()) returning id`
  if (cancelled.length === 0) throw new Refused('notFound')
  await audit({ subjectKind: 'invitation', subjectId: args.invitationId })
  return { done: true as const }
})

interface Row {
  id: string
  kind: 'new' | 'return'
  display_name: string
  role: Role | null
  club_id: string | null
  organisation_id: string | null
  place_name: string
  inviter: string | null
  created_at: Date
  expires_at: Date
  used_at: Date | null
  cancelled_at: Date | null
}

function stateOf(row: Row): 'open' | 'used' | 'cancelled' | 'expired' {
  if (row.used_at) return 'used'
  if (row.cancelled_at) return 'cancelled'
  return row.expires_at.getTime() > Date.now() ? 'open' : 'expired'
}

export const listInvitations = read(invitationList, async (_, { tx }) => {
  const rows = await tx<Row[]>`select * from policy.invitations_here()`
  return {
    invitations: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      displayName: row.display_name,
      role: row.role,
      clubId: row.club_id,
      organisationId: row.organisation_id,
      placeName: row.place_name,
      invitedBy: row.inviter ?? '',
      createdAt: row.created_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      state: stateOf(row),
    })),
  }
})
