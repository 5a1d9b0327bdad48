import { z } from 'zod'
import { defineCommand, done } from '../command.ts'
import { defineRead, nothing } from '../endpoint.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { codeOf } from '../words.ts'
import { defineEntry } from './entry.ts'
import { escortOffices } from './reception-codes.ts'

const instant = z.iso.datetime({ offset: true })
const ofEscort = { clubId: z.uuid(), personId: z.uuid(), escortId: z.uuid() }
const short = z.string().trim().max(200)

/** Written when a case begins with a club that takes her to the commune. */
export const escorted = defineEntry({
  kind: 'reception.escorted',
  tier: 'team',
  body: z.object({ escortId: z.uuid(), office: codeOf(escortOffices), leftAt: z.string() }),
  sealed: null,
  words: { vi: 'Câu lạc bộ đưa tới UBND', en: 'A club takes her to the commune' },
})

/**
 * «Đưa tới UBND ngay»: one press opens the case at the province's agency, tells the provincial health body, and notes who
 * goes along. It may be kept by the device: the times in it are those of the doing.
 */
export const receptionEscort = defineCommand({
  name: 'reception.escort',
  permission: 'reception.escort',
  scope: 'club',
  args: z.object({
    ...ofEscort,
    caseId: z.uuid(),
    office: codeOf(escortOffices).default('commune'),
    leftAt: instant,
    /** Asked only where the province has several agencies. */
    agencyId: z.uuid().nullable().default(null),
    /** Who goes along; sealed for the agency. */
    companion: short.default(''),
    /** Which office; sealed. */
    officeWords: short.default(''),
  }),
  result: z.object({ code: z.string(), notifiedAt: z.string() }),
  audit: 'PERSON_ESCORTED',
  offline: true,
  subject: { kind: 'person', arg: 'personId' },
  summary: { vi: 'Đưa tới UBND ngay', en: 'Take her to the commune at once' },
})

/** Notes that they arrived, and by whom she was received. */
export const receptionEscortStep = defineCommand({
  name: 'reception.escort_step',
  permission: 'reception.escort',
  scope: 'club',
  args: z.object({
    ...ofEscort,
    arrivedAt: instant.nullable().default(null),
    receivedAt: instant.nullable().default(null),
    /** The title of the officer who received her; sealed for the agency. */
    officer: short.default(''),
  }),
  result: done,
  audit: 'PERSON_ESCORTED',
  offline: true,
  subject: { kind: 'person', arg: 'personId' },
  summary: { vi: 'Ghi giờ tới nơi và người nhận', en: 'Note the arrival and who received her' },
})

/** The three times of a way, as instants. */
export interface EscortTimes {
  leftAt: string
  arrivedAt: string | null
  receivedAt: string | null
}

/** Do these times follow one another, and did they come? Null means yes. */
export function escortRule(times: EscortTimes, now: Date): Refusal | null {
  const { leftAt, arrivedAt, receivedAt } = times
  const told = [leftAt, arrivedAt, receivedAt].flatMap((each) => (each === null ? [] : [Date.parse(each)]))
  // A clock of a phone runs a little ahead.
  if (told.some((each) => each > now.getTime() + 10 * 60_000))
    return refuse(
      'escort_in_future',
      { vi: 'Giờ này chưa tới. Xin xem lại.', en: 'This time has not come yet.' },
      'leftAt',
    )
  if (told.some((each, i) => i > 0 && each < (told[i - 1] ?? each)))
    return refuse(
      'escort_out_of_order',
      {
        vi: 'Giờ đi, giờ tới nơi và giờ nhận phải nối tiếp nhau.',
        en: 'Leaving, arriving and being received must follow one another.',
      },
      'arrivedAt',
    )
  return null
}

export const alreadyOnTheWay: Refusal = refuse('already_on_the_way', {
  vi: 'Đã có một lần đưa đi chưa ghi giờ nhận. Xin ghi tiếp lần đó.',
  en: 'One way is not finished yet. Please note its end first.',
})
export const noAgency: Refusal = refuse('no_agency', {
  vi: 'Tỉnh chưa có nơi tiếp nhận trên hệ thống. Xin đưa tới UBND và gọi 111; sổ chưa ghi gì.',
  en: 'No agency of the province is on the system. Please go to the commune and call 111; nothing was recorded.',
})
export const chooseAgency: Refusal = refuse(
  'agency_not_chosen',
  {
    vi: 'Tỉnh có nhiều nơi tiếp nhận. Xin chọn một nơi.',
    en: 'The province has several agencies. Please choose.',
  },
  'agencyId',
)

const times = z.object({
  leftAt: z.string(),
  arrivedAt: z.string().nullable(),
  receivedAt: z.string().nullable(),
})
const escortShown = times.extend({ id: z.uuid(), office: codeOf(escortOffices) })
export type EscortShown = z.infer<typeof escortShown>

/** The ways of one person to the commune, for whoever goes to her: when, and nothing of what came of it. */
export const escortsOfPerson = defineRead({
  name: 'reception.escorts',
  path: '/clubs/:clubId/persons/:personId/escorts',
  params: z.object({ clubId: z.uuid(), personId: z.uuid() }),
  query: nothing,
  response: z.object({ escorts: z.array(escortShown) }),
  permission: 'reception.escort',
  scope: 'club',
  subject: { kind: 'person', arg: 'personId' },
  summary: { vi: 'Những lần đã đưa tới UBND', en: 'Ways to the commune' },
})

/** Opens for the team who went along with her and who received her. */
export const escortOpen = defineCommand({
  name: 'reception.open_escort',
  permission: 'case.identity.open',
  scope: 'organisation',
  args: z.object({ organisationId: z.uuid(), caseId: z.uuid(), escortId: z.uuid() }),
  result: times.extend({ companion: z.string(), officeWords: z.string(), officer: z.string() }),
  audit: 'CASE_WORDS_OPENED',
  offline: false,
  keepsAnswer: false,
  stepUp: true,
  subject: { kind: 'case', arg: 'caseId' },
  summary: { vi: 'Xem ai đã đưa đi, ai đã nhận', en: 'See who went along and who received her' },
})

/** What the provincial health body is told: «có người trình báo», a code and a time. */
export const healthNotices = defineRead({
  name: 'reception.notices',
  path: '/organisations/:organisationId/health-notices',
  params: z.object({ organisationId: z.uuid() }),
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  response: z.object({
    notices: z.array(
      z.object({
        id: z.uuid(),
        code: z.string(),
        kind: z.literal('somebody_reports'),
        toldAt: z.string(),
        seenAt: z.string().nullable(),
        /** The days of the law run from the telling until an agency has taken her up; then the verification's own clock. */
        waits: z.object({ dueAt: z.string().nullable(), overdue: z.boolean() }).nullable(),
      }),
    ),
  }),
  permission: 'notice.read',
  scope: 'organisation',
  summary: { vi: 'Tin báo có người trình báo', en: 'Notices that somebody reports' },
})

export const noticeSee = defineCommand({
  name: 'reception.see_notice',
  permission: 'notice.read',
  scope: 'organisation',
  args: z.object({ organisationId: z.uuid(), noticeId: z.uuid() }),
  result: done,
  audit: 'HEALTH_NOTICE_SEEN',
  offline: false,
  summary: { vi: 'Đã nhận tin báo', en: 'Notice received' },
})
