import { z } from 'zod'
import { defineCommand, done, made } from '../command.ts'
import { plainDate, yearMonth } from '../date/date.ts'
import { countCode } from '../indicator/indicator.ts'
import { codeOf } from '../words.ts'
import { meetingKinds, writing } from './writing.ts'

const ofMonth = { clubId: z.uuid(), month: yearMonth }

export const monthOpen = defineCommand({
  name: 'month.open',
  permission: 'month.run',
  scope: 'club',
  args: z.object({ ...ofMonth, cycleId: z.uuid() }),
  result: z.object({ id: z.uuid(), first: plainDate, last: plainDate }),
  audit: 'MONTH_OPENED',
  offline: false,
  summary: { vi: 'Mở tháng hoạt động', en: 'Open a month' },
})

export const monthPrepare = defineCommand({
  name: 'month.prepare',
  permission: 'month.run',
  scope: 'club',
  args: z.object(ofMonth),
  result: done,
  audit: 'MONTH_PREPARED',
  offline: false,
  summary: { vi: 'Bắt đầu chuẩn bị họp tháng', en: "Begin to prepare the month's meeting" },
})

/** A meeting as it was. The same id may be saved again until the month is submitted. */
export const meetingRecord = defineCommand({
  name: 'meeting.record',
  permission: 'month.run',
  scope: 'club',
  args: z.object({
    ...ofMonth,
    meetingId: z.uuid(),
    kind: codeOf(meetingKinds),
    heldOn: plainDate,
    venue: writing(200).default(''),
    /** Who was there, by tapping. */
    attendance: z.array(z.uuid()).max(300),
    minutes: writing(20_000).default(''),
    decisions: z
      .array(writing(1000).pipe(z.string().min(1)))
      .max(50)
      .default([]),
    /** For the board alone: for every other reader it does not exist. */
    restrictedPart: writing(20_000).default(''),
  }),
  result: made,
  audit: 'MEETING_RECORDED',
  offline: false,
  summary: { vi: 'Ghi biên bản họp', en: 'Record a meeting' },
})

export const monthWrite = defineCommand({
  name: 'month.write',
  permission: 'month.run',
  scope: 'club',
  args: z.object({
    ...ofMonth,
    /** Left out: stays as it is. */
    situation: writing(8000).optional(),
    selfAssessment: writing(8000).optional(),
    difficulties: writing(8000).optional(),
    nextMonth: writing(8000).optional(),
  }),
  result: done,
  audit: 'MONTH_WRITTEN',
  offline: false,
  summary: { vi: 'Ghi tình hình, tự đánh giá, nội dung tháng sau', en: 'Write the words of the month' },
})

/** What a meeting decided becomes tasks of the next month, each with a member and a day. */
export const monthGiveTasks = defineCommand({
  name: 'month.give_tasks',
  permission: 'month.run',
  scope: 'club',
  args: z.object({
    ...ofMonth,
    meetingId: z.uuid(),
    tasks: z
      .array(
        z.object({
          taskId: z.uuid(),
          memberId: z.uuid(),
          content: writing(500).pipe(z.string().min(1)),
          area: writing(200).default(''),
          dueOn: plainDate,
        }),
      )
      .min(1)
      .max(50),
  }),
  result: done,
  audit: 'MONTH_TASKS_GIVEN',
  offline: false,
  summary: { vi: 'Giao việc tháng tiếp theo', en: "Give the next month's tasks" },
})

export const monthSubmit = defineCommand({
  name: 'month.submit',
  permission: 'month.run',
  scope: 'club',
  args: z.object(ofMonth),
  result: z.object({ version: z.number().int() }),
  audit: 'MONTH_SUBMITTED',
  offline: false,
  summary: { vi: 'Nộp tháng cho Hội LHPN', en: "Submit the month to the ward's Union" },
})

export const monthReturn = defineCommand({
  name: 'month.return',
  permission: 'month.accept',
  scope: 'club',
  args: z.object({ ...ofMonth, comment: writing(2000).pipe(z.string().min(1)) }),
  result: done,
  audit: 'MONTH_RETURNED',
  offline: false,
  summary: { vi: 'Gửi lại kèm góp ý', en: 'Return with a comment' },
})

export const monthAccept = defineCommand({
  name: 'month.accept',
  permission: 'month.accept',
  scope: 'club',
  args: z.object(ofMonth),
  result: done,
  audit: 'MONTH_ACCEPTED',
  offline: false,
  summary: { vi: 'Nhận và khóa tháng', en: 'Accept and lock the month' },
})

export const monthAmend = defineCommand({
  name: 'month.amend',
  permission: 'month.run',
  scope: 'club',
  args: z.object({
    ...ofMonth,
    amendmentId: z.uuid(),
    indicator: countCode,
    value: z.number().int().min(0).max(10_000_000),
    reason: writing(1000).pipe(z.string().min(1)),
  }),
  result: z.object({ no: z.number().int(), before: z.number().int(), after: z.number().int() }),
  audit: 'MONTH_AMENDED',
  offline: false,
  summary: { vi: 'Đính chính tháng đã khóa', en: 'Amend a locked month' },
})
