import { today } from '@ke-vai/contract/date/date.ts'
import {
  type DifferenceKind,
  type Resolution,
  type Side,
  shareText,
} from '@ke-vai/contract/verification/reconciliation.ts'
import { roundList, roundRead } from '@ke-vai/contract/verification/rounds.ts'
import type { Tx } from '../platform/database.ts'
import { read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'
import { selectBodies } from './bodies.ts'

interface RoundRow {
  id: string
  leadOrganisationId: string
  from: string
  to: string
  openedAt: Date
  comparedAt: Date | null
  closedAt: Date | null
  people: number | null
  agreed: number | null
  openDifferences: number
}

/** The server's own lock: rounds that the organisation leads or is a party to. */
const ofBody = (tx: Tx, organisationId: string) => tx`
  (round.organisation_id = ${organisationId} or exists (select from reconciliation_party party
    where party.province = round.province and party.round_id = round.id and party.organisation_id = ${organisationId}))`

const columns = (tx: Tx) => tx`
  round.id, round.organisation_id as "leadOrganisationId", round.period_from as "from", round.period_to as "to",
  round.opened_at as "openedAt", round.compared_at as "comparedAt", round.closed_at as "closedAt",
  round.people, round.agreed,
  (select count(*)::int from reconciliation_difference difference where difference.province = round.province
    and difference.round_id = round.id and difference.resolved_at is null) as "openDifferences"`

const facts = ({ id, leadOrganisationId, from, to, openedAt, comparedAt, closedAt }: RoundRow) => ({
  id,
  leadOrganisationId,
  from,
  to,
  openedAt: openedAt.toISOString(),
  comparedAt: comparedAt?.toISOString() ?? null,
  closedAt: closedAt?.toISOString() ?? null,
})

export const listRounds = read(roundList, async ({ params }, { tx, province }) => {
  const rows = await tx<RoundRow[]>`
    select ${columns(tx)} from reconciliation_round round
    where round.province = ${province} and ${ofBody(tx, params.organisationId)}
    order by round.opened_at desc limit 100`
  const bodies = await selectBodies(tx, province)
  return {
    rounds: rows.map((row) => ({ ...facts(row), openDifferences: row.openDifferences })),
    leads: bodies.some(({ id, kind }) => id === params.organisationId && kind === 'health_department'),
    others: bodies
      .filter(({ kind }) => kind === 'police' || kind === 'border_guard')
      .map(({ id, name }) => ({ id, name })),
  }
})

interface PartyRow {
  organisationId: string
  name: string
  side: Side
  submittedAt: Date | null
  lines: number | null
}
interface DifferenceRow {
  id: string
  kind: DifferenceKind
  lines: Record<string, number>
  ownerOrganisationId: string
  dueOn: string | null
  resolution: Resolution | null
  resolvedAt: Date | null
}

export const showRound = read(roundRead, async ({ params }, { tx, province }) => {
  const { organisationId, roundId } = params
  const [round] = await tx<RoundRow[]>`
    select ${columns(tx)} from reconciliation_round round
    where round.province = ${province} and round.id = ${roundId} and ${ofBody(tx, organisationId)}`
  if (!round) throw new Refused('notFound')
  const [parties, differences] = await Promise.all([
    tx<PartyRow[]>`
      select party.organisation_id as "organisationId", party.side, party.submitted_at as "submittedAt", party.lines,
        coalesce((select name from organisation_name where organisation_name.organisation_id = party.organisation_id
          and valid_from <= policy.today() and (valid_to is null or valid_to >= policy.today()) limit 1), '') as name
      from reconciliation_party party
      where party.province = ${province} and party.round_id = ${roundId} order by party.side desc, name`,
    tx<DifferenceRow[]>`
      select id, kind, lines, owner_organisation_id as "ownerOrganisationId", due_on as "dueOn", resolution,
        resolved_at as "resolvedAt"
      from reconciliation_difference where province = ${province} and round_id = ${roundId}
      order by resolved_at is not null, kind, id`,
  ])
  const day = today()
  return {
    round: facts(round),
    parties: parties.map((each) => ({ ...each, submittedAt: each.submittedAt?.toISOString() ?? null })),
    people: round.people,
    agreed: round.agreed,
    differences: differences.map(({ lines, resolvedAt, ...each }) => ({
      ...each,
      ownLine: lines[organisationId] ?? null,
      overdue: resolvedAt === null && each.dueOn !== null && each.dueOn < day,
      resolvedAt: resolvedAt?.toISOString() ?? null,
    })),
    share: shareText({
      people: round.people,
      agreed: round.agreed,
      differences: round.comparedAt === null ? null : differences,
    }),
  }
})
