import type { TaskState } from '@ke-vai/contract/club/codes.ts'
import { type TaskLine, taskDo, taskGive, taskList, taskNext } from '@ke-vai/contract/club/task.ts'
import type { Reach } from '@ke-vai/contract/permissions.ts'
import { cleanText } from '@ke-vai/contract/text/text.ts'
import { command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { notExcluded, withinReach } from '../platform/guard.ts'
import { read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'
import { lockClub } from './lock-club.ts'

export const giveTask = command(taskGive, async (args, { tx, reach, province, audit }) => {
  await lockClub(tx, province, args.clubId)
  if (args.memberId !== null) {
    const known = await tx`select id from member
      where province = ${province} and club_id = ${args.clubId} and id = ${args.memberId} and left_on is null`
    if (known.length === 0) throw new Refused('notFound')
  }
  if (args.personId !== null) {
    const known = await tx`select id from person
      where province = ${province} and club_id = ${args.clubId} and id = ${args.personId} and erased_at is null
        and ${withinReach(tx, reach)}`
    if (known.length === 0) throw new Refused('notFound')
  }
  // Due by the last second of the day in Việt Nam.
  const dueAt = args.dueOn === null ? null : `${args.dueOn}T23:59:59+07:00`
  await tx`
    insert into task (province, id, club_id, member_id, person_id, origin, origin_id, month, content, area, due_at)
    values (${province}, ${args.taskId}, ${args.clubId}, ${args.memberId}, ${args.personId}, ${args.origin},
      ${args.originId}, ${args.month}, ${cleanText(args.content)}, ${cleanText(args.area) || null}, ${dueAt})`
  await audit({ subjectKind: 'task', subjectId: args.taskId, fields: ['content', 'member', 'due'] })
  return { id: args.taskId }
})

/** A member does her own tasks, the board any. */
export const doTask = command(taskDo, async (args, { tx, reach, province, audit }) => {
  const [task] = await tx<{ state: TaskState }[]>`
    select state from task where province = ${province} and club_id = ${args.clubId} and id = ${args.taskId}
      and ${tasksWithin(tx, reach)} for update`
  if (!task) throw new Refused('notFound')
  const refusal = taskNext(task.state, args.state, args.result)
  if (refusal) throw new Refused(refusal)
  await tx`
    update task set state = ${args.state}, result = coalesce(${cleanText(args.result) || null}, result),
      finished_at = case when ${args.state !== 'doing'} then now() end
    where province = ${province} and id = ${args.taskId}`
  await audit({ subjectKind: 'task', subjectId: args.taskId, fields: ['state', 'result'] })
  return { done: true as const }
})

/** The condition on rows of `task`: a member's own where the reach goes no further, and no conflict of interest. */
function tasksWithin(tx: Tx, reach: Reach) {
  const kept = notExcluded(tx, 'task.person_id')
  if (reach === 'all') return kept
  return tx`(${kept} and task.member_id = any ((select policy.own_members())::uuid[]))`
}

/** Which tasks of the club are wanted; those that the actor may not see are never among them. */
export interface TaskWish {
  mine?: boolean | undefined
  open?: boolean | undefined
  memberId?: string | undefined
  month?: string | undefined
}

interface TaskRow extends Omit<TaskLine, 'dueAt'> {
  dueAt: Date | null
}

/** The tasks of a club, the most urgent first; overdue is computed by the clock, never stored. */
export async function selectTasks(
  tx: Tx,
  province: string,
  clubId: string,
  wish: TaskWish,
  reach: Reach,
): Promise<TaskLine[]> {
  const rows = await tx<TaskRow[]>`
    select task.id, task.member_id as "memberId", member.display_name as "memberName",
      task.person_id as "personId", person.code as "personCode", task.origin, task.month, task.content, task.area,
      task.due_at as "dueAt", coalesce(task.state in ('new', 'doing') and task.due_at < now(), false) as overdue,
      task.state, task.result
    from task
    left join member on member.province = task.province and member.id = task.member_id
    left join person on person.province = task.province and person.id = task.person_id and ${withinReach(tx, reach)}
    where task.province = ${province} and task.club_id = ${clubId} and ${tasksWithin(tx, reach)}
      ${wish.mine ? tx`and task.member_id = any ((select policy.own_members())::uuid[])` : tx``}
      ${wish.open ? tx`and task.state in ('new', 'doing')` : tx``}
      ${wish.memberId ? tx`and task.member_id = ${wish.memberId}` : tx``}
      ${wish.month ? tx`and task.month = ${wish.month}` : tx``}
    order by task.state in ('new', 'doing') desc, task.due_at nulls last, task.created_at, task.id limit 500`
  return rows.map((row) => ({ ...row, dueAt: row.dueAt?.toISOString() ?? null }))
}

export const listTasks = read(taskList, async ({ params, query }, { tx, province, reach }) => ({
  tasks: await selectTasks(tx, province, params.clubId, query, reach),
}))
