import { randomUUID } from 'node:crypto'
import { addDays, today } from '@ke-vai/contract/date/date.ts'
import { refuse } from '@ke-vai/contract/refusal.ts'
import { compareLists, type ListLine } from '@ke-vai/contract/verification/reconciliation.ts'
import {
  differenceResolve,
  plainCode,
  roundClose,
  roundCompare,
  roundOpen,
  roundSubmit,
  submitRule,
} from '@ke-vai/contract/verification/rounds.ts'
import { command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { selectNumber } from '../platform/parameter.ts'
import { Refused } from '../platform/refused.ts'

const parties = refuse(
  'reconciliation_parties',
  {
    vi: 'Đợt đối soát do cơ quan y tế cấp tỉnh chủ trì, cùng công an và biên phòng trong tỉnh.',
    en: 'The provincial health body leads a reconciliation, with police and border guard of the province.',
  },
  'otherOrganisationIds',
)
const stillMissing = refuse('lists_missing', {
  vi: 'Còn cơ quan chưa nộp danh sách, hoặc đợt này đã đối soát rồi.',
  en: 'A body has not handed in its list yet, or this round was compared already.',
})
const stillOpen = refuse('differences_open', {
  vi: 'Còn chênh lệch chưa xử lý.',
  en: 'There are differences that are not solved yet.',
})

export const openRound = command(roundOpen, async (args, { tx, actor, province, audit }) => {
  const { organisationId, roundId, from, to, otherOrganisationIds } = args
  const others = [...new Set(otherOrganisationIds)]
  const kinds = await tx<{ id: string; kind: string }[]>`
    select id, kind from organisation where province = ${province} and id = any (${[organisationId, ...others]}::uuid[])`
  const kindOf = new Map(kinds.map(({ id, kind }) => [id, kind]))
  const lawful = (id: string) => ['police', 'border_guard'].includes(kindOf.get(id) ?? '')
  if (kindOf.get(organisationId) !== 'health_department' || !others.every(lawful) || from > to)
    throw new Refused(parties)
  await tx`insert into reconciliation_round (province, id, organisation_id, period_from, period_to, opened_by)
    values (${province}, ${roundId}, ${organisationId}, ${from}, ${to}, ${actor.id})`
  for (const id of [organisationId, ...others])
    await tx`insert into reconciliation_party (province, round_id, organisation_id, side)
      values (${province}, ${roundId}, ${id}, ${id === organisationId ? 'social' : 'law'})`
  await audit({ subjectKind: 'reconciliation', subjectId: roundId, fields: ['parties'] })
  return { id: roundId }
})

export const submitList = command(roundSubmit, async (args, { tx, actor, province, vault, audit }) => {
  const { organisationId, roundId, lines } = args
  // A list handed in is nobody's to hold any more; it is still there to read.
  await tx`select from reconciliation_party where province = ${province} and round_id = ${roundId}
    and organisation_id = ${organisationId} for no key update`
  const [party] = await tx<{ submitted: boolean }[]>`
    select submitted_at is not null as submitted from reconciliation_party
    where province = ${province} and round_id = ${roundId} and organisation_id = ${organisationId}`
  if (!party) throw new Refused('notFound')
  const refusal = submitRule(
    lines.map(({ code }) => code),
    party.submitted,
  )
  if (refusal) throw new Refused(refusal)
  // A key for this round alone: tokens of two rounds say nothing of one another.
  const tokens = await vault.hash(
    `reconciliation/${roundId}`,
    lines.map(({ code }) => plainCode(code)),
  )
  for (const [i, { status, supported }] of lines.entries())
    await tx`insert into reconciliation_item (province, round_id, organisation_id, line, token, status, supported)
      values (${province}, ${roundId}, ${organisationId}, ${i + 1}, ${tokens[i] ?? null}, ${status}, ${supported})`
  await tx`update reconciliation_party set submitted_at = now(), submitted_by = ${actor.id}, lines = ${lines.length}
    where province = ${province} and round_id = ${roundId} and organisation_id = ${organisationId}`
  await audit({ subjectKind: 'reconciliation', subjectId: roundId, fields: ['list'] })
  return { done: true as const }
})

interface RoundRow {
  comparedAt: Date | null
  closedAt: Date | null
}

/** A round that the organisation leads, held until the transaction ends. */
async function holdRound(tx: Tx, province: string, organisationId: string, roundId: string) {
  const [round] = await tx<RoundRow[]>`
    select compared_at as "comparedAt", closed_at as "closedAt" from reconciliation_round
    where province = ${province} and id = ${roundId} and organisation_id = ${organisationId} for update`
  if (!round) throw new Refused('notFound')
  return round
}

export const compareRound = command(roundCompare, async (args, { tx, province, audit }) => {
  const { organisationId, roundId } = args
  const { comparedAt } = await holdRound(tx, province, organisationId, roundId)
  const sides = await tx<{ id: string; kind: string; submitted: boolean }[]>`
    select organisation.id, organisation.kind, party.submitted_at is not null as submitted
    from reconciliation_party party join organisation on organisation.id = party.organisation_id
    where party.province = ${province} and party.round_id = ${roundId} and party.side = 'law'
    order by organisation.kind = 'police' desc`
  // Where several keep the law's side, the police answer for what no list of theirs names.
  const law = sides[0]?.id
  const lines = await tx<ListLine[]>`
    select organisation_id as "organisationId", side, line, token, status, supported from policy.lists_of_round(${roundId})`
  const [missing] = await tx`select 1 from reconciliation_party
    where province = ${province} and round_id = ${roundId} and submitted_at is null`
  if (comparedAt !== null || missing || law === undefined) throw new Refused(stillMissing)
  const found = compareLists(lines, { law, social: organisationId })
  const givenDays = await selectNumber(tx, 'reconciliation_difference_days', today())
  const dueOn = givenDays === null ? null : addDays(today(), givenDays)
  for (const each of found.differences)
    await tx`insert into reconciliation_difference (province, id, round_id, kind, lines, owner_organisation_id, due_on)
      values (${province}, ${randomUUID()}, ${roundId}, ${each.kind}, ${JSON.stringify(each.lines)}::text::jsonb,
        ${each.ownerOrganisationId}, ${dueOn})`
  await tx`update reconciliation_round set compared_at = now(), people = ${found.people}, agreed = ${found.agreed}
    where province = ${province} and id = ${roundId}`
  await audit({ subjectKind: 'reconciliation', subjectId: roundId, fields: ['differences'] })
  return { people: found.people, agreed: found.agreed, differences: found.differences.length }
})

export const resolveDifference = command(differenceResolve, async (args, { tx, actor, province, audit }) => {
  const { organisationId, roundId, differenceId, resolution } = args
  const resolved = await tx`
    update reconciliation_difference set resolution = ${resolution}, resolved_at = now(), resolved_by = ${actor.id}
    where province = ${province} and round_id = ${roundId} and id = ${differenceId}
      and owner_organisation_id = ${organisationId} and resolved_at is null returning id`
  if (resolved.length === 0) throw new Refused('notFound')
  await audit({ subjectKind: 'reconciliation', subjectId: roundId, fields: ['resolution'] })
  return { done: true as const }
})

export const closeRound = command(roundClose, async (args, { tx, province, audit }) => {
  const { organisationId, roundId } = args
  const { comparedAt, closedAt } = await holdRound(tx, province, organisationId, roundId)
  if (comparedAt === null || closedAt !== null) throw new Refused(stillMissing)
  const [open] = await tx`select 1 from reconciliation_difference
    where province = ${province} and round_id = ${roundId} and resolved_at is null limit 1`
  if (open) throw new Refused(stillOpen)
  await tx`update reconciliation_round set closed_at = now() where province = ${province} and id = ${roundId}`
  await audit({ subjectKind: 'reconciliation', subjectId: roundId, fields: ['state'] })
  return { done: true as const }
})
