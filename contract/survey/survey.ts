import { z } from 'zod'
import { defineCommand, done, made } from '../command.ts'
import { countOf } from '../count/count.ts'
import { type PlainDate, plainDate } from '../date/date.ts'
import { defineRead } from '../endpoint.ts'
import { type Refusal, refuse } from '../refusal.ts'

export const surveyOpenRound = defineCommand({
  name: 'survey.open_round',
  permission: 'survey.run',
  scope: 'club',
  args: z.object({
    clubId: z.uuid(),
    roundId: z.uuid(),
    purpose: z.string().trim().min(1).max(300),
    startsOn: plainDate,
    endsOn: plainDate.nullable().default(null),
  }),
  result: made,
  audit: 'SURVEY_ROUND_OPENED',
  offline: false,
  summary: { vi: 'Mở một đợt khảo sát', en: 'Open a survey round' },
})

/** A household would rather not: one more on a tally. There is no field in which to say who, where or why. */
export const surveyDecline = defineCommand({
  name: 'survey.decline',
  permission: 'survey.run',
  scope: 'club',
  args: z.object({ clubId: z.uuid(), roundId: z.uuid() }),
  result: done,
  audit: 'SURVEY_DECLINED',
  offline: true,
  summary: { vi: 'Thêm một hộ chưa muốn tham gia', en: 'One more household that would rather not' },
})

/** May this round be opened? Null means yes. */
export function surveyRoundRule(round: { startsOn: PlainDate; endsOn: PlainDate | null }): Refusal | null {
  if (round.endsOn !== null && round.endsOn < round.startsOn)
    return refuse(
      'round_ends_before_start',
      { vi: 'Ngày kết thúc phải sau ngày bắt đầu.', en: 'The last day must come after the first.' },
      'endsOn',
    )
  return null
}

/** May the tally still grow on this day? Null means yes. */
export function surveyTallyRule(
  round: { startsOn: PlainDate; endsOn: PlainDate | null },
  onDay: PlainDate,
): Refusal | null {
  if (onDay < round.startsOn || (round.endsOn !== null && onDay > round.endsOn))
    return refuse('round_not_open', {
      vi: 'Đợt khảo sát chưa mở hoặc đã kết thúc. Xin chọn đợt khác.',
      en: 'This round is not open. Please choose another.',
    })
  return null
}

export const surveyList = defineRead({
  name: 'survey.list',
  path: '/clubs/:clubId/surveys',
  params: z.object({ clubId: z.uuid() }),
  query: z.object({}),
  response: z.object({
    rounds: z.array(
      z.object({
        id: z.uuid(),
        purpose: z.string(),
        startsOn: plainDate,
        endsOn: plainDate.nullable(),
        /** Persons who agreed to be entered in the register. */
        agreed: countOf('person'),
        /** Households that would rather not: a tally of hộ, a unit that is never added to persons. */
        declinedHouseholds: z.number().int().nonnegative(),
      }),
    ),
  }),
  permission: 'survey.read',
  scope: 'club',
  summary: { vi: 'Các đợt khảo sát', en: 'Survey rounds' },
})
