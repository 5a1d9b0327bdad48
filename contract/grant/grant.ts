import { z } from 'zod'
import { defineCommand, done, made } from '../command.ts'
import { plainDate } from '../date/date.ts'
import { defineRead, nothing } from '../endpoint.ts'
import { type Role, roles } from '../permissions.ts'
import { placeKey } from '../place/place.ts'
import { codeOf } from '../words.ts'

const role = codeOf(roles)
const powerfulRole = z.enum(
  (Object.keys(roles) as Role[]).filter((each) => each !== 'club_member' && each !== 'operator') as [
    Role,
    ...Role[],
  ],
)

/** One role of one person at a club, an organisation or a place, from a day to a day. Accounts are of those who work; nobody helped is here. */
export const grantLine = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  displayName: z.string(),
  role,
  clubId: z.uuid().nullable(),
  organisationId: z.uuid().nullable(),
  /** The administrative unit at which it is held; `placeName` then says it as it was called on its last day. */
  place: placeKey.nullable(),
  placeName: z.string(),
  since: plainDate,
  until: plainDate.nullable(),
  /** The day on which somebody ended it; null while nobody did. */
  endedOn: plainDate.nullable(),
  holds: z.boolean(),
  grantedBy: z.string().nullable(),
  mine: z.boolean(),
  mayEnd: z.boolean(),
})
export type GrantLine = z.infer<typeof grantLine>

/** A club or organisation at or below the one asked for, and which roles the reader may give there. */
export const grantPlace = z.object({
  clubId: z.uuid().nullable(),
  /** Of a club: the organisation that manages it. */
  organisationId: z.uuid(),
  name: z.string(),
  mayGive: z.array(role),
})
export type GrantPlace = z.infer<typeof grantPlace>

const grantsHere = z.object({
  grants: z.array(grantLine),
  places: z.array(grantPlace),
  /** Roles that the reader may give at a place (địa bàn) which this organisation stands over; none in a club. */
  mayGiveAtPlace: z.object({ province: z.array(role), commune: z.array(role) }),
})
export type GrantsHere = z.infer<typeof grantsHere>

const listWords = { vi: 'Ai có vai trò gì ở đây', en: 'Who holds which role here' }

export const grantListOfClub = defineRead({
  name: 'grant.list',
  path: '/clubs/:clubId/grants',
  params: z.object({ clubId: z.uuid() }),
  query: nothing,
  response: grantsHere,
  permission: 'grant.read',
  scope: 'club',
  summary: listWords,
})

export const grantListOfOrganisation = defineRead({
  name: 'grant.list_of_organisation',
  path: '/organisations/:organisationId/grants',
  params: z.object({ organisationId: z.uuid() }),
  query: nothing,
  response: grantsHere,
  permission: 'grant.read',
  scope: 'organisation',
  summary: listWords,
})

const given = {
  grantId: z.uuid(),
  accountId: z.uuid(),
  since: plainDate,
  until: plainDate.nullable(),
}

/** A member's role, which one person gives. */
export const grantGive = defineCommand({
  name: 'grant.give',
  permission: 'grant.member',
  scope: 'club',
  args: z.object({ clubId: z.uuid(), ...given }),
  result: made,
  audit: 'ROLE_GIVEN',
  offline: false,
  summary: { vi: 'Phân vai trò thành viên câu lạc bộ', en: 'Give the role of a club member' },
})

/**
 * Every other role, which takes two people: at an organisation, or (with `clubId`) at a club that it manages, or (with
 * `place`) at an administrative unit over which it stands, all of whose clubs it manages.
 */
export const grantGivePowerful = defineCommand({
  name: 'grant.give_powerful',
  permission: 'grant.powerful',
  scope: 'organisation',
  args: z.object({
    organisationId: z.uuid(),
    clubId: z.uuid().nullable(),
    place: placeKey.nullable().default(null),
    role: powerfulRole,
    ...given,
  }),
  result: made,
  audit: 'ROLE_GIVEN',
  offline: false,
  twoPeople: { approve: 'grant.powerful.approve' },
  summary: { vi: 'Phân một vai trò có nhiều quyền', en: 'Give a powerful role' },
})

/** Ends a role at once; what she did stays in the books. One at a place is ended in an organisation that stands over it. */
export const grantEnd = defineCommand({
  name: 'grant.end',
  permission: 'grant.end',
  scope: 'place',
  args: z.object({
    clubId: z.uuid().nullable(),
    organisationId: z.uuid().nullable(),
    grantId: z.uuid(),
    reason: z.string().trim().min(1).max(200),
  }),
  result: done,
  audit: 'ROLE_ENDED',
  offline: false,
  summary: { vi: 'Thôi một vai trò, có hiệu lực ngay', en: 'End a role, at once' },
})
