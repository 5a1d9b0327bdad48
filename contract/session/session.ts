import { z } from 'zod'
import { defineCommand, made } from '../command.ts'
import { type Count, count, countOf } from '../count/count.ts'
import { type PlainDate, plainDate, yearMonth } from '../date/date.ts'
import { defineRead } from '../endpoint.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type CodeWords, codeOf } from '../words.ts'

export type SessionKind = 'talk' | 'skills' | 'topic_meeting' | 'rally' | 'mobile' | 'seminar' | 'contest'
export const sessionKinds: CodeWords<SessionKind> = {
  talk: { vi: 'Buổi truyền thông', en: 'Talk' },
  skills: { vi: 'Trang bị kỹ năng', en: 'Skills' },
  topic_meeting: { vi: 'Sinh hoạt chuyên đề', en: 'Topic meeting' },
  rally: { vi: 'Mít tinh', en: 'Rally' },
  mobile: { vi: 'Tư vấn lưu động', en: 'Mobile counselling' },
  seminar: { vi: 'Tọa đàm', en: 'Seminar' },
  contest: { vi: 'Hội thi', en: 'Contest' },
}

export type CountingMethod = 'counted' | 'estimated'
export const countingMethods: CodeWords<CountingMethod> = {
  counted: { vi: 'Đếm được', en: 'Counted' },
  estimated: { vi: 'Ước tính', en: 'Estimated' },
}

const howMany = z.number().int().min(0).max(100_000).default(0)

/** How many were there, apart by whom they are, and how many leaflets were given out. */
const attendance = {
  staff: howMany,
  members: howMany,
  children: howMany,
  others: howMany,
  leaflets: howMany,
}

export const sessionRecord = defineCommand({
  name: 'session.record',
  permission: 'session.record',
  scope: 'club',
  args: z.object({
    clubId: z.uuid(),
    sessionId: z.uuid(),
    onDay: plainDate,
    topic: z.string().trim().min(1).max(300),
    venue: z.string().trim().max(200).nullable().default(null),
    kind: codeOf(sessionKinds).default('talk'),
    ...attendance,
    method: codeOf(countingMethods).default('counted'),
  }),
  result: made,
  audit: 'SESSION_RECORDED',
  offline: true,
  summary: { vi: 'Ghi một buổi truyền thông', en: 'Record a session' },
})

interface Attendance {
  staff: number
  members: number
  children: number
  others: number
}

/** Everybody who was there, as lượt. */
export function attendanceOf(session: Attendance): Count<'person_time'> {
  return count('person_time', session.staff + session.members + session.children + session.others)
}

/** May this session be recorded? Null means yes. */
export function sessionRule(session: Attendance & { onDay: PlainDate }, today: PlainDate): Refusal | null {
  if (session.onDay > today)
    return refuse(
      'session_in_future',
      {
        vi: 'Buổi này chưa diễn ra. Xin xem lại ngày.',
        en: 'It has not taken place yet. Please check the date.',
      },
      'onDay',
    )
  if (session.onDay < '2000-01-01')
    return refuse(
      'session_too_old',
      { vi: 'Ngày quá xa. Xin xem lại năm.', en: 'The date is too far back. Please check the year.' },
      'onDay',
    )
  if (attendanceOf(session).value === 0)
    return refuse(
      'nobody_attended',
      { vi: 'Xin ghi có bao nhiêu người dự.', en: 'Please say how many attended.' },
      'others',
    )
  return null
}

/** A session in a list: figures, and nothing of who was invited or why. */
const sessionLine = z.object({
  id: z.uuid(),
  onDay: plainDate,
  topic: z.string(),
  venue: z.string().nullable(),
  kind: codeOf(sessionKinds),
  method: codeOf(countingMethods),
  staff: countOf('person_time'),
  members: countOf('person_time'),
  children: countOf('person_time'),
  others: countOf('person_time'),
  attendance: countOf('person_time'),
  leaflets: countOf('item'),
})
export type SessionLine = z.infer<typeof sessionLine>

export const sessionList = defineRead({
  name: 'session.list',
  path: '/clubs/:clubId/sessions',
  params: z.object({ clubId: z.uuid() }),
  /** A month of the club, else a year of the club's months; with neither, this year. */
  query: z.object({
    month: yearMonth.optional(),
    year: z.coerce.number().int().min(2000).max(2100).optional(),
  }),
  response: z.object({
    firstDay: plainDate,
    lastDay: plainDate,
    lines: z.array(sessionLine),
    totals: z.object({
      sessions: countOf('session'),
      attendance: countOf('person_time'),
      /** The part of `attendance` that was estimated, not counted. */
      estimated: countOf('person_time'),
      leaflets: countOf('item'),
    }),
  }),
  permission: 'session.read',
  scope: 'club',
  summary: { vi: 'Các buổi truyền thông', en: 'Sessions' },
})
