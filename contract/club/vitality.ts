import { z } from 'zod'
import { addMonths, monthDays, monthOf, type PlainDate, type YearMonth } from '../date/date.ts'
import { type CodeWords, codeOf } from '../words.ts'
import type { Cadence } from './codes.ts'

/** How a club fares, by the meetings that its statute asks for. A suggestion to people, never a judgement. */
export type VitalityCode = 'good' | 'needs_support' | 'suggest_suspension'
export const vitalities: CodeWords<VitalityCode> = {
  good: { vi: 'Đang sinh hoạt đều', en: 'Meeting regularly' },
  needs_support: { vi: 'Cần hỗ trợ', en: 'Needs support' },
  suggest_suspension: {
    vi: 'Đề xuất tạm ngưng (chờ người phụ trách xác nhận)',
    en: 'Suspension suggested (a person must confirm)',
  },
}

/** After how many missed cycles in a row; from the parameter table, because the programme may change them. */
export interface VitalityParameters {
  needsSupportAfter: number
  suggestSuspensionAfter: number
}

export interface VitalityQuestion {
  cadence: Cadence
  /** Days of the meetings that were held, in any order. */
  meetingDays: readonly PlainDate[]
  /** Since when the club works; the first cycle that counts begins on this day or later. */
  startedOn: PlainDate
  today: PlainDate
  /** The day on which the club's month begins (1 to 28). */
  monthStartDay: number
  parameters: VitalityParameters
}

export const vitalityShape = z.object({
  code: codeOf(vitalities),
  /** Whole cycles without a meeting, in a row, up to now. */
  missed: z.number().int().nonnegative(),
  lastMeetingOn: z.string().nullable(),
})
export type Vitality = z.infer<typeof vitalityShape>

/**
 * Counts the whole cycles (months; quarters of the year when the statute says so) without a meeting, back from now.
 * A meeting in the running cycle makes everything good again. Twice a month is asked of the month as a whole.
 */
export function vitality(question: VitalityQuestion): Vitality {
  const { startedOn, today, parameters } = question
  const held = question.meetingDays.filter((day) => day >= startedOn && day <= today).sort()
  const lastMeetingOn = held.at(-1) ?? null
  const cycleOf = (day: PlainDate) => firstMonth(monthOf(day, question.monthStartDay), question.cadence)
  const length = question.cadence === 'quarterly' ? 3 : 1
  const running = cycleOf(today)
  const withMeeting = new Set(held.map(cycleOf))
  let missed = 0
  for (
    let cycle = addMonths(running, -length);
    !withMeeting.has(running);
    cycle = addMonths(cycle, -length)
  ) {
    if (withMeeting.has(cycle) || monthDays(cycle, question.monthStartDay).first < startedOn) break
    missed += 1
  }
  return { code: codeFor(missed, parameters), missed, lastMeetingOn }
}

function firstMonth(month: YearMonth, cadence: Cadence): YearMonth {
  return cadence === 'quarterly' ? addMonths(month, -((Number(month.slice(5, 7)) - 1) % 3)) : month
}

function codeFor(missed: number, parameters: VitalityParameters): VitalityCode {
  if (missed >= parameters.suggestSuspensionAfter) return 'suggest_suspension'
  return missed >= parameters.needsSupportAfter ? 'needs_support' : 'good'
}
