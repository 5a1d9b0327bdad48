import { randomUUID } from 'node:crypto'
import type { Tx } from '../platform/database.ts'

interface Of {
  province: string
  clubId: string
  personId: string
  planId: string
}

/** What a plan asked somebody to do is over, for this reason; whatever was done already stays as it is. */
export async function endTasks(
  tx: Tx,
  { province, clubId, planId }: Of,
  state: 'done' | 'cancelled',
  result: string,
): Promise<void> {
  await tx`
    update task set state = ${state}, result = ${result}, finished_at = now()
    where province = ${province} and club_id = ${clubId} and origin = 'departure' and origin_id = ${planId}
      and state in ('new', 'doing')`
}

/** The next thing to do, for whoever goes to her, else for the chair; due by the last second of the day. */
export async function giveTask(
  tx: Tx,
  { province, clubId, personId, planId }: Of,
  say: (code: string) => string,
  dueOn: string,
): Promise<void> {
  const [person] = await tx<{ code: string; memberId: string | null }[]>`
    select code, coalesce(member_id, (select id from member where province = ${province} and club_id = ${clubId}
        and board_role = 'chair' and (left_on is null or left_on > current_date)
        order by joined_on desc nulls last limit 1)) as "memberId"
    from person where province = ${province} and club_id = ${clubId} and id = ${personId}`
  if (!person) return
  await tx`
    insert into task (province, id, club_id, member_id, person_id, origin, origin_id, content, due_at)
    values (${province}, ${randomUUID()}, ${clubId}, ${person.memberId}, ${personId}, 'departure', ${planId},
      ${say(person.code)}, ${`${dueOn}T23:59:59+07:00`})`
}

/** One asking on a day that was agreed. Neutral: it may be read over a shoulder. */
export const askWords = (code: string): string => `Hỏi thăm ${code} như đã hẹn`
