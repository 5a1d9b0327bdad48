import { today } from '@ke-vai/contract/date/date.ts'
import {
  type GrantLine,
  type GrantsHere,
  grantListOfClub,
  grantListOfOrganisation,
} from '@ke-vai/contract/grant/grant.ts'
import { mayEnd, type PlaceLevel, rolesToGive, rolesToGiveAtPlace } from '@ke-vai/contract/grant/rules.ts'
import type { Target } from '../platform/actor.ts'
import { type ReadContext, read } from '../platform/reads.ts'

export const listGrantsOfClub = read(grantListOfClub, ({ params }, context) => grantsAt(params, context))
export const listGrantsOfOrganisation = read(grantListOfOrganisation, ({ params }, context) =>
  grantsAt(params, context),
)

interface PlaceRow {
  clubId: string | null
  organisationId: string
  level: PlaceLevel
  name: string | null
}

type GrantRow = Omit<GrantLine, 'holds' | 'mine' | 'mayEnd' | 'placeName' | 'place'> & {
  placeName: string | null
  level: 'province' | 'commune' | null
  code: string
  validFrom: string
}

/** Who holds, held within a year or will hold which role at the place or below it, and what the reader may give there. */
async function grantsAt({ clubId, organisationId }: Target, { tx, actor }: ReadContext): Promise<GrantsHere> {
  const at = [clubId ?? null, organisationId ?? null] as const
  const [places, grants] = await Promise.all([
    tx<PlaceRow[]>`
      select club_id as "clubId", organisation_id as "organisationId", level, name
      from policy.places_below(${at[0]}, ${at[1]})
      order by array_position('{national,province,commune,hamlet,club}', level), name`,
    tx<GrantRow[]>`
      select id, account_id as "accountId", display_name as "displayName", role, club_id as "clubId",
        organisation_id as "organisationId", place_level as level, place_code as code, place_from as "validFrom",
        place_name as "placeName", valid_from as since, valid_to as until,
        (ended_at at time zone 'Asia/Ho_Chi_Minh')::date as "endedOn", granted_by as "grantedBy"
      from policy.grants_below(${at[0]}, ${at[1]})
      where ended_at is null or ended_at > now() - interval '1 year'
      order by ended_at is not null, display_name, valid_from, id limit 2000`,
  ])
  const day = today()
  const atPlace = (level: 'province' | 'commune') =>
    organisationId ? rolesToGiveAtPlace(actor.roles, level) : []
  return {
    mayGiveAtPlace: { province: atPlace('province'), commune: atPlace('commune') },
    grants: grants.map(({ level, code, validFrom, ...row }) => ({
      ...row,
      place: level && { level, code, validFrom },
      placeName: row.placeName ?? '',
      holds: row.endedOn === null && row.since <= day && (row.until === null || row.until >= day),
      mine: row.accountId === actor.id,
      mayEnd: row.endedOn === null && mayEnd(actor.roles, row.role),
    })),
    places: places.map(({ level, name, ...place }) => ({
      ...place,
      name: name ?? '',
      mayGive: rolesToGive(actor.roles, level),
    })),
  }
}
