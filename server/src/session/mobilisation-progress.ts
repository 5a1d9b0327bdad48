import { count } from '@ke-vai/contract/count/count.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { mobilisationProgress } from '@ke-vai/contract/session/mobilisation.ts'
import { read } from '../platform/reads.ts'
import { mergedLines } from '../register/one-person.ts'

interface Row {
  memberId: string
  name: string
  target: number
  attended: number
}

export const readMobilisationProgress = read(
  mobilisationProgress,
  async ({ params, query }, { tx, province, reach }) => {
    const year = query.year ?? Number(today().slice(0, 4))
    const rows = await tx<Row[]>`
      select member.id as "memberId", member.display_name as name, member.mobilisation_target as target, (
        select count(distinct coalesce(line.kept, person_id))::int
        from mobilisation left join ${mergedLines(tx, params.clubId)} as line on line.id = person_id
        where mobilisation.province = member.province and mobilisation.club_id = member.club_id
          and mobilisation.member_id = member.id and result = 'attended'
          and on_day between ${`${year}-01-01`} and ${`${year}-12-31`}) as attended
      from member where province = ${province} and club_id = ${params.clubId}
        and (joined_on is null or joined_on <= ${`${year}-12-31`}) and (left_on is null or left_on > ${`${year}-01-01`})
        ${reach === 'assigned' ? tx`and id = any (policy.own_members())` : tx``}
      order by display_name, id`
    const lines = rows.map((row) => ({
      memberId: row.memberId,
      name: row.name,
      attended: count('person', row.attended),
      target: count('person', row.target),
      reached: row.attended >= row.target,
    }))
    const reached = lines.filter((line) => line.reached).length
    return {
      year,
      lines,
      club:
        reach === 'assigned'
          ? null
          : {
              reached: count('person', reached),
              members: count('person', lines.length),
              percent: lines.length === 0 ? null : Math.round((reached / lines.length) * 1000) / 10,
            },
    }
  },
)
