import { today } from '@ke-vai/contract/date/date.ts'
import { mobilisationRecord, mobilisationRule } from '@ke-vai/contract/session/mobilisation.ts'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'

interface Known {
  member: boolean
  person: boolean
  session_day: string | null
}

export const recordMobilisation = command(
  mobilisationRecord,
  async (args, { tx, actor, reach, province, audit }) => {
    const refusal = mobilisationRule(args, today())
    if (refusal) throw new Refused(refusal)
    // A member speaks for herself alone; whom she may name is what her own rows let her reach.
    const [known] = await tx<Known[]>`
      select exists (select from member where province = ${province} and club_id = ${args.clubId} and id = ${args.memberId}
          ${reach === 'assigned' ? tx`and id = any (policy.own_members())` : tx``}) as member,
        exists (select from person where province = ${province} and club_id = ${args.clubId} and id = ${args.personId}
          and merged_into is null) as person,
        (select on_day from session where province = ${province} and club_id = ${args.clubId} and id = ${args.sessionId}) as session_day`
    if (!known?.member || !known.person || (args.sessionId !== null && known.session_day === null))
      throw new Refused('notFound')
    // Who attended counts in the year of the session, whenever it was noted.
    const onDay = args.result === 'attended' ? (known.session_day ?? args.onDay) : args.onDay
    const [row] = await tx<{ id: string }[]>`
      insert into mobilisation (province, id, club_id, member_id, person_id, session_id, result, on_day, recorded_by)
      values (${province}, ${args.mobilisationId}, ${args.clubId}, ${args.memberId}, ${args.personId}, ${args.sessionId},
        ${args.result}, ${onDay}, ${actor.id})
      on conflict (province, member_id, person_id, session_id)
        do update set result = excluded.result, on_day = excluded.on_day
      returning id`
    if (!row) throw new Error('the mobilisation gave no row')
    await audit({ subjectKind: 'mobilisation', subjectId: row.id, fields: ['result'] })
    return { id: row.id }
  },
)
