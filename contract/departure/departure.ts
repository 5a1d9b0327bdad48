import { z } from 'zod'
import { defineCommand, done, made } from '../command.ts'
import { addDays, addMonths, type PlainDate, plainDate, type YearMonth, yearMonth } from '../date/date.ts'
import { defineRead } from '../endpoint.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { openingReasons } from '../register/person.ts'
import { cleanText } from '../text/text.ts'
import { codeOf } from '../words.ts'
import {
  checkInOutcomes,
  checkInWays,
  departureCountries,
  departureNextSteps,
  departureWorks,
} from './codes.ts'
import { departureStates } from './state.ts'

const text = (most: number) => z.string().transform(cleanText).pipe(z.string().max(most))
const ofPerson = { clubId: z.uuid(), personId: z.uuid() }

/** What was agreed in words: who is asked for news, how, and the word that means «I need help». Tier T2. */
const departureWords = z.object({
  contact: text(200).pipe(z.string().min(1)),
  way: codeOf(checkInWays),
  codeWord: text(100).pipe(z.string().min(1)),
  /** The town, the company, a country that is not listed. */
  place: text(300).default(''),
})

/** The same as it is shown when it was opened. */
export const openedDepartureWords = z.object({
  contact: z.string(),
  way: codeOf(checkInWays),
  codeWord: z.string(),
  place: z.string(),
})

/** What is agreed with a person before she goes away to work. A newer plan takes its place; none is edited. */
export const departurePlan = defineCommand({
  name: 'departure.plan',
  permission: 'departure.write',
  scope: 'club',
  args: z.object({
    ...ofPerson,
    planId: z.uuid(),
    country: codeOf(departureCountries),
    leavesAbout: yearMonth,
    work: codeOf(departureWorks),
    checkInOn: z.array(plainDate).min(1).max(12),
    nextStep: codeOf(departureNextSteps),
    words: departureWords,
    /** She was asked, and wants this written down. */
    agreed: z.literal(true),
  }),
  result: made,
  audit: 'DEPARTURE_PLANNED',
  offline: false,
  subject: { kind: 'person', arg: 'personId' },
  summary: { vi: 'Ghi điều đã hẹn trước khi đi làm xa', en: 'Write what was agreed before leaving for work' },
})

export const departureCheckIn = defineCommand({
  name: 'departure.check_in',
  permission: 'departure.write',
  scope: 'club',
  args: z.object({
    ...ofPerson,
    planId: z.uuid(),
    checkInId: z.uuid(),
    onDay: plainDate,
    outcome: codeOf(checkInOutcomes),
    /** Free words; sealed under her key. */
    words: text(1000).default(''),
  }),
  result: made,
  audit: 'DEPARTURE_CHECKED_IN',
  offline: false,
  subject: { kind: 'person', arg: 'personId' },
  summary: { vi: 'Ghi một lần hỏi thăm người đi làm xa', en: 'Record news of somebody who went away' },
})

/** She wants no more of it. No reason is asked. */
export const departureStop = defineCommand({
  name: 'departure.stop',
  permission: 'departure.write',
  scope: 'club',
  args: z.object({ ...ofPerson, planId: z.uuid() }),
  result: done,
  audit: 'DEPARTURE_STOPPED',
  offline: false,
  subject: { kind: 'person', arg: 'personId' },
  summary: { vi: 'Dừng hỏi thăm theo ý người được hỗ trợ', en: 'Stop asking, as she wishes' },
})

export const departureOpen = defineCommand({
  name: 'departure.open',
  permission: 'departure.open',
  scope: 'club',
  args: z.object({ ...ofPerson, planId: z.uuid(), reason: codeOf(openingReasons) }),
  result: z.object({
    words: openedDepartureWords,
    checkIns: z.array(z.object({ id: z.uuid(), words: z.string() })),
  }),
  audit: 'DEPARTURE_OPENED',
  offline: false,
  keepsAnswer: false,
  subject: { kind: 'person', arg: 'personId' },
  stepUp: true,
  summary: { vi: 'Mở lời hẹn trước khi đi', en: 'Open what was agreed in words' },
})

const standing = z.object({
  state: codeOf(departureStates),
  nextOn: plainDate.nullable(),
  asked: z.boolean(),
})

/** The plan that stands; null when there is none, or she stopped it. */
export const departureRead = defineRead({
  name: 'departure.of_person',
  path: '/clubs/:clubId/register/:personId/departure',
  params: z.object(ofPerson),
  query: z.object({}),
  response: z.object({
    code: z.string(),
    plan: z
      .object({
        id: z.uuid(),
        country: codeOf(departureCountries),
        leavesAbout: yearMonth,
        work: codeOf(departureWorks),
        checkInOn: z.array(plainDate),
        nextStep: codeOf(departureNextSteps),
        plannedOn: plainDate,
        standing,
        checkIns: z.array(
          z.object({
            id: z.uuid(),
            onDay: plainDate,
            outcome: codeOf(checkInOutcomes),
            hasWords: z.boolean(),
          }),
        ),
      })
      .nullable(),
  }),
  permission: 'departure.write',
  scope: 'club',
  subject: { kind: 'person', arg: 'personId' },
  summary: { vi: 'Điều đã hẹn trước khi đi làm xa', en: 'What was agreed before leaving for work' },
})

/** A week, a month and three months after the middle of the month of leaving, or after today when that has passed. */
export function proposedDays(leavesAbout: YearMonth, today: PlainDate): PlainDate[] {
  const middle = `${leavesAbout}-15`
  const left = middle < today ? today : middle
  return [addDays(left, 7), addDays(left, 30), addDays(left, 91)]
}

/** May this be agreed on today? The same code on the device and on the server; null means yes. */
export function departureRule(
  plan: { leavesAbout: YearMonth; checkInOn: readonly PlainDate[] },
  today: PlainDate,
): Refusal | null {
  const month = today.slice(0, 7)
  if (plan.leavesAbout < addMonths(month, -12) || plan.leavesAbout > addMonths(month, 24))
    return refuse(
      'departure_month_far',
      {
        vi: 'Tháng đi ở quá xa. Xin xem lại tháng và năm.',
        en: 'The month is too far away. Please check it.',
      },
      'leavesAbout',
    )
  const last = `${addMonths(month, 60)}-28`
  if (plan.checkInOn.some((day) => day < today || day > last))
    return refuse(
      'departure_day_past',
      {
        vi: 'Ngày hỏi thăm phải từ hôm nay trở đi, trong năm năm.',
        en: 'A day to ask must still come, within five years.',
      },
      'checkInOn',
    )
  if (new Set(plan.checkInOn).size !== plan.checkInOn.length)
    return refuse(
      'departure_day_twice',
      { vi: 'Có ngày hỏi thăm được ghi hai lần.', en: 'A day to ask was written twice.' },
      'checkInOn',
    )
  return null
}

/** May this news be recorded? `plannedOn`: the day of the plan. */
export function checkInRule(onDay: PlainDate, plannedOn: PlainDate, today: PlainDate): Refusal | null {
  if (onDay <= today && onDay >= plannedOn) return null
  return refuse(
    'check_in_day_wrong',
    {
      vi: 'Ngày hỏi thăm phải từ ngày hẹn tới hôm nay. Xin xem lại ngày.',
      en: 'The day must lie between the plan and today. Please check it.',
    },
    'onDay',
  )
}
