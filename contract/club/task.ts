import { z } from 'zod'
import { defineCommand, done, made } from '../command.ts'
import { plainDate, yearMonth } from '../date/date.ts'
import { defineRead } from '../endpoint.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { codeOf } from '../words.ts'
import { type TaskState, taskOrigins, taskStates } from './codes.ts'

export const taskState = codeOf(taskStates)
export const taskOrigin = codeOf(taskOrigins)

export const taskGive = defineCommand({
  name: 'task.give',
  permission: 'club.run',
  scope: 'club',
  args: z.object({
    clubId: z.uuid(),
    taskId: z.uuid(),
    memberId: z.uuid().nullable().default(null),
    /** A person of the register, who stays a code. */
    personId: z.uuid().nullable().default(null),
    origin: z.enum(['plan', 'meeting', 'assignment']).default('assignment'),
    originId: z.uuid().nullable().default(null),
    month: yearMonth.nullable().default(null),
    content: z.string().trim().min(1).max(500),
    area: z.string().trim().max(200).default(''),
    /** Due by the end of this day. */
    dueOn: plainDate.nullable().default(null),
  }),
  result: made,
  audit: 'TASK_GIVEN',
  offline: false,
  summary: { vi: 'Phân công một việc', en: 'Give a task' },
})

export const taskDo = defineCommand({
  name: 'task.do',
  permission: 'task.do',
  scope: 'club',
  args: z.object({
    clubId: z.uuid(),
    taskId: z.uuid(),
    state: z.enum(['doing', 'done', 'cancelled']),
    result: z.string().trim().max(1000).default(''),
  }),
  result: done,
  audit: 'TASK_DONE',
  offline: true,
  summary: { vi: 'Ghi việc đang làm, đã xong', en: 'Say how a task goes' },
})

const follows: Readonly<Record<TaskState, readonly TaskState[]>> = {
  new: ['doing', 'done', 'cancelled'],
  doing: ['done', 'cancelled'],
  done: [],
  cancelled: [],
}

/** May the task move to this state? Null means yes. */
export function taskNext(from: TaskState, to: TaskState, result: string): Refusal | null {
  if (!follows[from].includes(to))
    return refuse(
      'task_cannot_follow',
      { vi: 'Việc này đã khép lại rồi.', en: 'This task has moved on already.' },
      'state',
    )
  if (to === 'cancelled' && result.trim() === '')
    return refuse(
      'task_reason_missing',
      { vi: 'Xin ghi vì sao không làm nữa.', en: 'Please say why it will not be done.' },
      'result',
    )
  return null
}

export const taskLine = z.object({
  id: z.uuid(),
  memberId: z.uuid().nullable(),
  memberName: z.string().nullable(),
  personId: z.uuid().nullable(),
  /** Null also when the reader may not see the person. */
  personCode: z.string().nullable(),
  origin: taskOrigin,
  month: z.string().nullable(),
  content: z.string(),
  area: z.string().nullable(),
  dueAt: z.iso.datetime({ offset: true }).nullable(),
  overdue: z.boolean(),
  state: taskState,
  result: z.string().nullable(),
})
export type TaskLine = z.infer<typeof taskLine>

const flag = z.enum(['true', 'false']).transform((text) => text === 'true')

export const taskList = defineRead({
  name: 'task.list',
  path: '/clubs/:clubId/tasks',
  params: z.object({ clubId: z.uuid() }),
  query: z.object({
    mine: flag.optional(),
    open: flag.optional(),
    memberId: z.uuid().optional(),
    month: yearMonth.optional(),
  }),
  response: z.object({ tasks: z.array(taskLine) }),
  permission: 'task.read',
  scope: 'club',
  summary: {
    vi: 'Việc của tôi, hoặc của cả câu lạc bộ với người được xem',
    en: "My tasks, or the club's for those who may see them",
  },
})
