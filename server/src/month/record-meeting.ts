import { addMonths, today } from '@ke-vai/contract/date/date.ts'
import { meetingRecord, monthGiveTasks } from '@ke-vai/contract/month/commands.ts'
import { meetingRule, tasksRule } from '@ke-vai/contract/month/rules.ts'
import { stepsTowards } from '@ke-vai/contract/month/state.ts'
import { refuse } from '@ke-vai/contract/refusal.ts'
import { command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import { addEntries, lockCycle } from './cycle.ts'

export const recordMeeting = command(meetingRecord, async (args, { tx, actor, province, audit }) => {
  const cycle = await lockCycle(tx, province, args)
  const refusal = meetingRule(args, { state: cycle.state, first: cycle.first, today: today() })
  if (refusal) throw new Refused(refusal)
  const { clubId, meetingId } = args
  const present = [...new Set(args.attendance)]
  await requireMembersOn(tx, province, clubId, present, args.heldOn)
  await tx`
    insert into meeting (province, id, club_id, cycle_id, kind, held_on, venue, minutes, decisions, recorded_by)
    values (${province}, ${meetingId}, ${clubId}, ${cycle.id}, ${args.kind}, ${args.heldOn}, ${args.venue || null},
      ${args.minutes}, ${args.decisions}, ${actor.id})
    on conflict (province, id) do nothing`
  const saved = await tx`
    update meeting set held_on = ${args.heldOn}, venue = ${args.venue || null}, minutes = ${args.minutes}, decisions = ${args.decisions}
    where province = ${province} and id = ${meetingId} and club_id = ${clubId} and cycle_id = ${cycle.id} and kind = ${args.kind}
    returning id`
  // The id is taken by a meeting of another month, kind or club: that one is not to be found here.
  if (saved.length === 0) throw new Refused('notFound')
  await tx`delete from meeting_attendance where province = ${province} and meeting_id = ${meetingId} and member_id <> all (${present}::uuid[])`
  await tx`
    insert into meeting_attendance (province, meeting_id, member_id, club_id)
    select ${province}, ${meetingId}, unnest(${present}::uuid[]), ${clubId} on conflict do nothing`
  await saveRestrictedPart(tx, { province, meetingId, clubId, text: args.restrictedPart })
  const goal = args.kind === 'members' ? 'met' : 'preparing'
  await addEntries(tx, actor, cycle, stepsTowards(cycle.state, goal))
  await audit({
    subjectKind: 'meeting',
    subjectId: meetingId,
    fields: ['attendance', 'minutes', 'decisions'],
  })
  return { id: meetingId }
})

/** Only members of the club on the day can have been there. */
async function requireMembersOn(
  tx: Tx,
  province: string,
  clubId: string,
  ids: readonly string[],
  day: string,
): Promise<void> {
  const known = await tx`
    select id from member where province = ${province} and club_id = ${clubId} and id = any (${[...ids]}::uuid[])
      and (joined_on is null or joined_on <= ${day}) and (left_on is null or left_on > ${day})`
  if (known.length < ids.length)
    throw new Refused(
      refuse(
        'not_a_member_then',
        {
          vi: 'Có người được đánh dấu dự họp nhưng chưa là thành viên vào ngày đó. Xin xem lại danh sách.',
          en: 'Somebody marked as present was not a member on that day. Please check the list.',
        },
        'attendance',
      ),
    )
}

/** A row exists only when the board has written something for itself. */
async function saveRestrictedPart(
  tx: Tx,
  part: { province: string; meetingId: string; clubId: string; text: string },
): Promise<void> {
  const changed = await tx`
    update meeting_restricted set text = ${part.text} where province = ${part.province} and meeting_id = ${part.meetingId} returning meeting_id`
  if (changed.length > 0 || part.text === '') return
  await tx`insert into meeting_restricted (province, meeting_id, club_id, text)
    values (${part.province}, ${part.meetingId}, ${part.clubId}, ${part.text})`
}

export const giveTasks = command(monthGiveTasks, async (args, { tx, actor, province, audit }) => {
  const { clubId, meetingId, tasks } = args
  const cycle = await lockCycle(tx, province, args)
  const refusal = tasksRule(tasks, cycle)
  if (refusal) throw new Refused(refusal)
  const held = await tx`
    select id from meeting where province = ${province} and id = ${meetingId} and club_id = ${clubId} and cycle_id = ${cycle.id}`
  const members = [...new Set(tasks.map((each) => each.memberId))]
  const known = await tx`
    select id from member where province = ${province} and club_id = ${clubId} and id = any (${members}::uuid[]) and left_on is null`
  if (held.length === 0 || known.length < members.length) throw new Refused('notFound')
  for (const each of tasks)
    await tx`
      insert into task (province, id, club_id, member_id, origin, origin_id, month, content, area, due_at)
      values (${province}, ${each.taskId}, ${clubId}, ${each.memberId}, 'meeting', ${meetingId}, ${addMonths(args.month, 1)},
        ${each.content}, ${each.area || null}, ${`${each.dueOn}T23:59:59+07:00`})`
  if (cycle.state === 'returned') await addEntries(tx, actor, cycle, stepsTowards(cycle.state, 'preparing'))
  await audit({ subjectKind: 'meeting', subjectId: meetingId, fields: ['tasks'] })
  return { done: true as const }
})
