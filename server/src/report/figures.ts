import { count } from '@ke-vai/contract/count/count.ts'
import type { PlainDate } from '@ke-vai/contract/date/date.ts'
import { type Figures, figures, type Share } from '@ke-vai/contract/indicator/figures.ts'
import { type CountCode, countIndicators } from '@ke-vai/contract/indicator/indicator.ts'
import { type TargetGroup, targetGroups } from '@ke-vai/contract/register/codes.ts'
import { counting } from '../platform/counting.ts'
import type { Tx } from '../platform/database.ts'
import { mergedLines } from '../register/one-person.ts'

/** Whose figures, and for which days; both days are included. */
export interface Period {
  province: string
  clubId: string
  first: PlainDate
  last: PlainDate
}

type Row = Record<CountCode | 'referred' | 'accepted' | 'completed' | 'reached_target' | 'members', number>

interface GroupRow {
  target_group: TargetGroup
  persons: number
  contacts: number
}

/**
 * Every figure of a club for some periods, from the dated facts of its book: the one place where figures are counted.
 * It counts what the actor may see (row-level security), so ask `seesWholeBook` before showing it as the club's; but a
 * person hidden from her by a conflict of interest counts. Await it before anything else runs on the transaction.
 */
export function computeFigures<Periods extends readonly Period[]>(
  tx: Tx,
  ...periods: Periods
): Promise<{ [Each in keyof Periods]: Figures }> {
  const all = () => Promise.all(periods.map((period) => figuresOf(tx, period)))
  return counting(tx, all) as Promise<{ [Each in keyof Periods]: Figures }>
}

async function figuresOf(tx: Tx, period: Period): Promise<Figures> {
  const [[row], groups] = await Promise.all([selectCounts(tx, period), selectGroups(tx, period)])
  if (!row) throw new Error('the count of figures gave no row')
  const shareOf = (part: number, whole: number): Share => ({
    part: count('person', part),
    whole: count('person', whole),
  })
  const codes = Object.keys(countIndicators) as CountCode[]
  const ofGroup = (group: TargetGroup) => {
    const found = groups.find((each) => each.target_group === group)
    return {
      persons: count('person', found?.persons ?? 0),
      contacts: count('person_time', found?.contacts ?? 0),
    }
  }
  const groupCodes = Object.keys(targetGroups) as TargetGroup[]
  return figures.parse({
    first: period.first,
    last: period.last,
    counts: Object.fromEntries(codes.map((code) => [code, count(countIndicators[code].unit, row[code])])),
    shares: {
      referral_rate: shareOf(row.referred, row.persons_with_contact),
      referral_accepted_rate: shareOf(row.accepted, row.persons_with_contact),
      referral_completed_rate: shareOf(row.completed, row.persons_with_contact),
      mobilised_per_member: shareOf(row.reached_target, row.members),
    },
    groups: Object.fromEntries(groupCodes.map((group) => [group, ofGroup(group)])),
  })
}

function selectCounts(tx: Tx, { province, clubId, first, last }: Period) {
  return tx<Row[]>`
    with line as materialized ${mergedLines(tx, clubId)}, made as materialized (
      select coalesce(line.kept, person_id) as person_id, counted_as from contact left join line on line.id = person_id
      where province = ${province} and club_id = ${clubId} and on_day between ${first} and ${last}
    ), reached as materialized (
      select distinct person_id from made
    ), sent as materialized (
      select coalesce(line.kept, person_id) as person_id, outcome in ('accepted', 'in_progress', 'completed') as accepted,
        outcome = 'completed' as completed
      from referral left join line on line.id = person_id
      where province = ${province} and club_id = ${clubId} and sent_on between ${first} and ${last}
        and (state is null or sent_at is not null)
    ), attended as (
      select member_id, count(distinct coalesce(line.kept, person_id)) as persons
      from mobilisation left join line on line.id = person_id
      where province = ${province} and club_id = ${clubId} and result = 'attended' and on_day between ${first} and ${last}
      group by member_id
    )
    select contacts.*, persons.*, referrals.*, meetings.*, sessions.*, members.*
    from (
      select count(*)::int as contacts,
        count(*) filter (where counted_as = 'counselling')::int as counselling,
        count(*) filter (where counted_as = 'visit')::int as visits,
        count(*) filter (where counted_as = 'mobilisation')::int as mobilisation,
        count(*) filter (where counted_as = 'survey')::int as survey,
        count(*) filter (where counted_as = 'information')::int as information
      from made
    ) as contacts, (
      select count(*)::int as persons_with_contact,
        count(*) filter (where not exists (select from contact as earlier where earlier.province = ${province}
            and earlier.person_id = reached.person_id and earlier.on_day < ${first})
          and not exists (select from line join contact as earlier on earlier.province = ${province}
            and earlier.person_id = line.id where line.kept = reached.person_id and earlier.on_day < ${first}))::int as new_persons
      from reached
    ) as persons, (
      select count(*)::int as referrals_sent, count(distinct person_id)::int as persons_referred,
        count(distinct person_id) filter (where met)::int as referred,
        count(distinct person_id) filter (where met and accepted)::int as accepted,
        count(distinct person_id) filter (where met and completed)::int as completed
      from (select sent.*, person_id in (select person_id from reached) as met from sent) as sent
    ) as referrals, (
      select count(*)::int as meetings_held, count(*) filter (where kind = 'board')::int as meetings_board
      from meeting where province = ${province} and club_id = ${clubId} and held_on between ${first} and ${last}
    ) as meetings, (
      select count(*)::int as sessions,
        coalesce(sum(staff + members + children + others), 0)::int as attendance,
        coalesce(sum(staff), 0)::int as attendance_staff,
        coalesce(sum(members), 0)::int as attendance_members,
        coalesce(sum(children), 0)::int as attendance_children,
        coalesce(sum(others), 0)::int as attendance_others,
        coalesce(sum(staff + members + children + others) filter (where method = 'estimated'), 0)::int as attendance_estimated,
        coalesce(sum(leaflets), 0)::int as leaflets
      from session where province = ${province} and club_id = ${clubId} and on_day between ${first} and ${last}
    ) as sessions, (
      select count(*)::int as members,
        count(*) filter (where coalesce(attended.persons, 0) >= mobilisation_target)::int as reached_target
      from member left join attended on attended.member_id = member.id
      where province = ${province} and club_id = ${clubId}
        and (joined_on is null or joined_on <= ${last}) and (left_on is null or left_on > ${last})
    ) as members`
}

// The groups of a period are those held in it. Facts older than the first group of a person (brought in from a paper
// book, or noted before she was entered) count under the groups with which she was first entered.
function selectGroups(tx: Tx, { province, clubId, first, last }: Period) {
  return tx<GroupRow[]>`
    with line as materialized ${mergedLines(tx, clubId)}, made as materialized (
      select coalesce(line.kept, person_id) as person_id, count(*) as contacts from contact left join line on line.id = person_id
      where province = ${province} and club_id = ${clubId} and on_day between ${first} and ${last}
      group by 1
    ), entry as (
      select person_id as id, person_id, contacts from made
      union all select line.id, person_id, contacts from made join line on line.kept = person_id
    ), known as (
      select entry.person_id, contacts, target_group, since, until, min(since) over (partition by entry.person_id) as earliest
      from entry join person_group on person_group.province = ${province} and person_group.person_id = entry.id
    ), held as (
      select distinct person_id, contacts, target_group from known
      where (since <= ${last} or since = earliest) and (until is null or until >= ${first})
    )
    select target_group, count(*)::int as persons, sum(contacts)::int as contacts from held group by target_group`
}
