import { z } from 'zod'
import { plainDate } from '../date/date.ts'
import { defineRead } from '../endpoint.ts'
import { place, placeToday } from '../place/place.ts'
import { words } from '../words.ts'
import { clubKind, clubState } from './club.ts'
import { datedName } from './dated-name.ts'
import { memberLine } from './member.ts'
import { taskLine } from './task.ts'
import { vitalityShape } from './vitality.ts'
import { planActivity, statute, targetIndicator, targetSetter, targetUnit } from './year-plan.ts'

const flag = z.enum(['true', 'false']).transform((text) => text === 'true')

const programme = z.object({ id: z.uuid(), name: z.string(), otherNames: z.array(z.string()) })
const missing = z.object({ code: z.enum(['statute', 'plan', 'assignment', 'board']), words })

export const clubLine = z.object({
  id: z.uuid(),
  code: z.string(),
  /** Valid today. */
  name: z.string(),
  kind: clubKind,
  managingOrganisationId: z.uuid(),
  programme: programme.nullable(),
  /** As it was when the club was made; null when the code was never a place on that day. */
  place: place.nullable(),
  placeToday,
  decisionNo: z.string().nullable(),
  decisionOn: plainDate.nullable(),
  launchedOn: plainDate.nullable(),
  startedOn: plainDate.nullable(),
  pilot: z.boolean(),
  monthStartDay: z.number().int(),
  state: clubState,
  /** Since when it is in this state. */
  stateSince: plainDate.nullable(),
  /** What may follow, as far as the state table goes. */
  mayFollow: z.array(clubState),
  missing: z.array(missing),
  /** Null while the club does not work. */
  vitality: vitalityShape.nullable(),
  /** What the reader may do at this club. */
  may: z.array(z.string()),
})
export type ClubLine = z.infer<typeof clubLine>

export const clubList = defineRead({
  name: 'club.list',
  path: '/clubs',
  params: z.object({}),
  query: z.object({
    /** Words of a name of the club, past or present, or of its programme in any spelling; accents do not matter. */
    q: z.string().max(200).optional(),
    pilot: flag.optional(),
    state: clubState.optional(),
  }),
  response: z.object({ clubs: z.array(clubLine) }),
  permission: 'club.read',
  scope: 'anywhere',
  summary: { vi: 'Các câu lạc bộ tôi được xem', en: 'The clubs that I may see' },
})

export const clubPage = clubLine.extend({
  names: z.array(datedName),
  stateChanges: z.array(
    z.object({
      state: clubState,
      onDay: plainDate,
      reason: z.string().nullable(),
      successorClubId: z.uuid().nullable(),
    }),
  ),
  statute: statute
    .extend({ id: z.uuid(), version: z.number().int(), text: z.string().nullable() })
    .nullable(),
  year: z.number().int(),
  plan: z
    .object({
      id: z.uuid(),
      objectives: z.array(z.string()),
      activities: z.array(planActivity),
      approvedOn: plainDate.nullable(),
    })
    .nullable(),
  targets: z.array(
    z.object({
      id: z.uuid(),
      indicator: targetIndicator.or(z.string()),
      setBy: targetSetter,
      minimum: z.number().int(),
      maximum: z.number().int().nullable(),
      unit: targetUnit.or(z.string()),
      source: z.string(),
    }),
  ),
  /** Present members, the board first; null for those who may not see members. */
  members: z.array(memberLine).nullable(),
  /** Open tasks that the reader may see; null for those who may see none. */
  tasks: z.array(taskLine).nullable(),
})
export type ClubPage = z.infer<typeof clubPage>

export const programmeList = defineRead({
  name: 'programme.list',
  path: '/programmes',
  params: z.object({}),
  query: z.object({}),
  response: z.object({ programmes: z.array(programme) }),
  permission: 'club.read',
  scope: 'anywhere',
  summary: { vi: 'Các chương trình', en: 'The programmes' },
})

export const clubGet = defineRead({
  name: 'club.get',
  path: '/clubs/:clubId',
  params: z.object({ clubId: z.uuid() }),
  query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
  response: clubPage,
  permission: 'club.read',
  scope: 'club',
  summary: {
    vi: 'Một câu lạc bộ: tên, quy chế, kế hoạch, chỉ tiêu, thành viên, việc',
    en: 'One club: names, statute, plan, targets, members, tasks',
  },
})

export const clubCount = defineRead({
  name: 'club.count',
  path: '/organisations/:organisationId/club-count',
  params: z.object({ organisationId: z.uuid() }),
  query: z.object({ on: plainDate.optional() }),
  response: z.object({
    on: plainDate,
    count: z.number().int(),
    clubs: z.array(z.object({ id: z.uuid(), name: z.string(), state: clubState, since: plainDate })),
    /** To whom a report of that day goes: the steering committee, by its name then with the former ones. */
    addressee: z.string().nullable(),
  }),
  permission: 'club.read',
  scope: 'organisation',
  summary: {
    vi: 'Số câu lạc bộ hoạt động vào một ngày, theo tên khi đó',
    en: 'How many clubs were active on a day, by their names then',
  },
})

const organisationLine = z.object({
  id: z.uuid(),
  kind: z.string(),
  level: z.enum(['national', 'province', 'commune', 'hamlet']),
  name: z.string(),
})

export const organisationGet = defineRead({
  name: 'organisation.get',
  path: '/organisations/:organisationId',
  params: z.object({ organisationId: z.uuid() }),
  query: z.object({ on: plainDate.optional() }),
  response: organisationLine.extend({
    on: plainDate,
    names: z.array(datedName),
    /** 'Ban Chỉ đạo 138 (trước đây: Ban Chỉ đạo 130)' */
    nameWithFormer: z.string(),
    placeCode: z.string().nullable(),
    parent: organisationLine.nullable(),
    children: z.array(organisationLine),
  }),
  permission: 'organisation.read',
  scope: 'anywhere',
  summary: {
    vi: 'Một tổ chức: tên theo ngày, cấp trên, cấp dưới',
    en: 'One organisation: dated names, what is above and below',
  },
})
