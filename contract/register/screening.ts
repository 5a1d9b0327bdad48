import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { countOf } from '../count/count.ts'
import { defineRead } from '../endpoint.ts'
import { codeOf, words } from '../words.ts'
import { riskLevel } from './person.ts'
import { instrument, question, screeningAnswers } from './screening-instrument.ts'

/** The short list of questions about risk. It sets her risk and nothing else; the answers are sealed under her key. */
export const screeningRecord = defineCommand({
  name: 'screening.record',
  permission: 'screening.record',
  scope: 'club',
  args: z.object({
    clubId: z.uuid(),
    screeningId: z.uuid(),
    personId: z.uuid(),
    instrument: z.literal(instrument),
    answers: z.partialRecord(question, codeOf(screeningAnswers)),
  }),
  result: z.object({
    id: z.uuid(),
    level: riskLevel.exclude(['unknown']),
    advice: words,
    /** True when the board was given the task of counselling her soon. */
    taskGiven: z.boolean(),
  }),
  audit: 'SCREENING_RECORDED',
  offline: true,
  subject: { kind: 'person', arg: 'personId' },
  summary: { vi: 'Ghi câu hỏi về nguy cơ', en: 'Record the questions about risk' },
})

const waitingTime = z.object({
  /** Persons who were met after the clock began. */
  met: countOf('person'),
  /** Persons whose clock runs and whom nobody has met. */
  waiting: countOf('person'),
  /** Half of those met waited no longer than this; null when nobody was met. */
  medianHours: z.number().nonnegative().nullable(),
})

/**
 * From the moment of the first screening at high or urgent risk (for others: the moment at which the club first
 * knew of her) to the first contact of that day or later.
 */
export const firstContactTime = defineRead({
  name: 'register.first_contact_time',
  path: '/clubs/:clubId/register/first-contact-time',
  params: z.object({ clubId: z.uuid() }),
  query: z.object({}),
  response: z.object({
    all: waitingTime,
    byRisk: z.array(waitingTime.extend({ risk: riskLevel })),
    /** Within how many hours somebody at high risk is to be counselled; null while nobody has set it. */
    hoursAtHighRisk: z.number().nullable(),
  }),
  permission: 'register.read',
  scope: 'club',
  summary: { vi: 'Bao lâu thì gặp lần đầu', en: 'How long until the first contact' },
})
