import { approvalMine, approvalWaiting } from '@ke-vai/contract/approval/approval.ts'
import { commands } from '@ke-vai/contract/commands.ts'
import { plainDate } from '@ke-vai/contract/date/date.ts'
import { sharingWish } from '@ke-vai/contract/emergency/emergency.ts'
import { type Role, reachOf, roles } from '@ke-vai/contract/permissions.ts'
import type { Tx } from '../platform/database.ts'
import { type ReadContext, read } from '../platform/reads.ts'
import { approverOf } from './decide-approval.ts'
import { type Dated, stateOf, useBeforeOf, wishColumns } from './wish.ts'

interface Row extends Dated {
  id: string
  clubId: string | null
  organisationId: string | null
  placeName: string | null
  command: string
  codes: string[]
  counts: Record<string, number>
  args: Record<string, unknown>
  requestedBy: string
  requestedAt: Date
  requester: string
  decider: string | null
  about: string | null
  recipient: string | null
  fields: string[] | null
}

const columns = (tx: Tx) => tx`
  approval.id, approval.club_id as "clubId", approval.organisation_id as "organisationId", names.place as "placeName",
  command, codes, counts, request as args, requested_by as "requestedBy", requested_at as "requestedAt",
  names.requester, names.decider, names.about, sharing.recipient, sharing.fields,
  ${wishColumns(tx)}`

const sharedBy = (tx: Tx) => tx`
  left join lateral policy.emergency_wishes(array[approval.id]) sharing on approval.command = 'emergency.share'`

const whatOf = (name: string) =>
  commands.find((each) => each.name === name)?.summary ?? { vi: name, en: name }
const roleOf = (value: unknown): Role | null =>
  typeof value === 'string' && value in roles ? (value as Role) : null

const dayOf = (value: unknown) => plainDate.safeParse(value).data ?? null

/** What a wish to share without consent would send; null for every other wish. */
const sharingOf = ({ args, recipient, fields }: Row) =>
  sharingWish.safeParse({ to: recipient, reason: args.reason, ground: args.ground, fields }).data ?? null

function lineOf(row: Row) {
  return {
    id: row.id,
    clubId: row.clubId,
    organisationId: row.organisationId,
    placeName: row.placeName ?? '',
    command: row.command,
    what: whatOf(row.command),
    codes: row.codes,
    counts: row.counts,
    role: roleOf(row.args.role),
    about: row.about,
    since: dayOf(row.args.since),
    until: dayOf(row.args.until),
    sharing: sharingOf(row),
    requestedAt: row.requestedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }
}

/** What waits for an answer that this reader may give: never her own, never one about a person hidden from her. */
export const listWaiting = read(approvalWaiting, async (_, context) => {
  const { tx, actor } = context
  const rows = await tx<(Row & { tooNear: boolean })[]>`
    select ${columns(tx)}, policy.too_near(requested_by, ${actor.id}) as "tooNear"
    from approval left join lateral policy.approval_names(array[approval.id]) names on true ${sharedBy(tx)}
    where requested_by <> ${actor.id} and decision is null and used_at is null and withdrawn_at is null
      and expires_at > now() and not (touches && (select policy.excluded_persons())::uuid[])
    order by requested_at, approval.id limit 200`
  const mayAnswer = await placesToAnswer(context, rows)
  return {
    waiting: rows
      .filter((row) => mayAnswer(row))
      .map((row) => ({ ...lineOf(row), requester: row.requester, tooNear: row.tooNear })),
  }
})

/** Tells of a wish whether the reader holds, at its place, the permission that answers for its command. */
async function placesToAnswer({ tx }: ReadContext, rows: readonly Row[]) {
  const keyOf = (row: Row) => row.clubId ?? row.organisationId ?? ''
  const held = new Map<string, readonly Role[]>()
  for (const row of rows) {
    if (held.has(keyOf(row)) || keyOf(row) === '') continue
    const [at] = await tx<{ roles: Role[] }[]>`
      select policy.roles_at(${row.clubId}, ${row.organisationId}) as roles`
    held.set(keyOf(row), at?.roles ?? [])
  }
  return (row: Row) => {
    const approve = approverOf(row.command)
    return approve !== null && (held.get(keyOf(row)) ?? []).some((role) => reachOf(role, approve) === 'all')
  }
}

/** What the reader asked within a month, with what became of it; a yes brings back the arguments to go on with. */
export const listMine = read(approvalMine, async (_, { tx, actor }) => {
  const rows = await tx<Row[]>`
    select ${columns(tx)} from approval left join lateral policy.approval_names(array[approval.id]) names on true ${sharedBy(tx)}
    where requested_by = ${actor.id} and requested_at > now() - interval '30 days'
    order by requested_at desc, approval.id limit 100`
  const now = new Date()
  return {
    wishes: rows.map((row) => ({
      ...lineOf(row),
      state: stateOf(row, now),
      decider: row.decider,
      useBefore: useBeforeOf(row)?.toISOString() ?? null,
      args: row.args,
    })),
  }
})
