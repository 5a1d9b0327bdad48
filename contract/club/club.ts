import { z } from 'zod'
import { defineCommand, done, made } from '../command.ts'
import { plainDate } from '../date/date.ts'
import { codeOf } from '../words.ts'
import { clubKinds, clubStates } from './codes.ts'

export const clubState = codeOf(clubStates)
export const clubKind = codeOf(clubKinds)

/** Decision, launch, start, pilot: what papers say of a club. */
const facts = {
  decisionNo: z.string().trim().min(1).max(80).nullable(),
  decisionOn: plainDate.nullable(),
  launchedOn: plainDate.nullable(),
  startedOn: plainDate.nullable(),
  pilot: z.boolean(),
  programmeId: z.uuid().nullable(),
}

export const clubCreate = defineCommand({
  name: 'club.create',
  permission: 'club.create',
  scope: 'organisation',
  args: z.object({
    organisationId: z.uuid(),
    clubId: z.uuid(),
    /** A short word for addresses and files: 'tuan-chau'. */
    code: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u)
      .max(60),
    name: z.string().trim().min(1).max(200),
    kind: clubKind,
    /** The commune, by its code as of a day, because codes were reused. */
    placeCode: z.string().regex(/^\d{5}$/u),
    placeAsOf: plainDate,
    decisionNo: facts.decisionNo.default(null),
    decisionOn: facts.decisionOn.default(null),
    launchedOn: facts.launchedOn.default(null),
    startedOn: facts.startedOn.default(null),
    pilot: facts.pilot.default(false),
    programmeId: facts.programmeId.default(null),
  }),
  result: made,
  audit: 'CLUB_CREATED',
  offline: false,
  summary: { vi: 'Lập câu lạc bộ', en: 'Create a club' },
})

export const clubSetFacts = defineCommand({
  name: 'club.set_facts',
  permission: 'club.manage',
  scope: 'club',
  args: z.object({ clubId: z.uuid(), ...facts }),
  result: done,
  audit: 'CLUB_FACTS_SET',
  offline: false,
  summary: { vi: 'Ghi quyết định, ngày ra mắt, thí điểm', en: 'Set decision, launch and pilot' },
})

export const clubSetState = defineCommand({
  name: 'club.set_state',
  permission: 'club.manage',
  scope: 'club',
  args: z.object({
    clubId: z.uuid(),
    state: clubState,
    onDay: plainDate,
    reason: z.string().trim().max(500).default(''),
    /** The club that it joins, when it is merged. */
    successorClubId: z.uuid().nullable().default(null),
  }),
  result: done,
  audit: 'CLUB_STATE_SET',
  offline: false,
  summary: {
    vi: 'Đưa vào hoạt động, tạm ngưng, giải thể, sáp nhập câu lạc bộ',
    en: 'Activate, suspend, dissolve or merge a club',
  },
})

export const clubRename = defineCommand({
  name: 'club.rename',
  permission: 'club.manage',
  scope: 'club',
  args: z.object({ clubId: z.uuid(), name: z.string().trim().min(1).max(200), validFrom: plainDate }),
  result: done,
  audit: 'CLUB_RENAMED',
  offline: false,
  summary: { vi: 'Đổi tên câu lạc bộ từ một ngày', en: 'Rename a club from a day on' },
})

export const clubSetMonthStart = defineCommand({
  name: 'club.set_month_start',
  permission: 'club.run',
  scope: 'club',
  args: z.object({ clubId: z.uuid(), day: z.number().int().min(1).max(28) }),
  result: done,
  audit: 'CLUB_MONTH_START_SET',
  offline: false,
  summary: { vi: 'Ngày bắt đầu tháng của câu lạc bộ', en: "The day on which the club's month begins" },
})
