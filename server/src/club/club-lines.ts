import { isWorking, mayFollow, missingForActive } from '@ke-vai/contract/club/club-state.ts'
import type { ClubState } from '@ke-vai/contract/club/codes.ts'
import { type DatedName, nameOn } from '@ke-vai/contract/club/dated-name.ts'
import type { ClubLine } from '@ke-vai/contract/club/reads.ts'
import { type Vitality, type VitalityParameters, vitality } from '@ke-vai/contract/club/vitality.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { permissionsOf, type Role } from '@ke-vai/contract/permissions.ts'
import { getPlaceAsOf, resolveToToday } from '../place/place.ts'
import type { Tx } from '../platform/database.ts'
import { clubsWith } from '../platform/guard.ts'
import {
  groupByClub,
  type KnownFacts,
  type StateChange,
  selectClubFacts,
  selectStateChanges,
} from './club-facts.ts'
import { type Programme, selectProgrammes } from './programmes.ts'

interface ClubRow {
  province: string
  id: string
  code: string
  kind: ClubLine['kind']
  managingOrganisationId: string
  programmeId: string | null
  placeCode: string
  placeAsOf: string
  decisionNo: string | null
  decisionOn: string | null
  launchedOn: string | null
  startedOn: string | null
  pilot: boolean
  monthStartDay: number
  state: ClubState
  roles: Role[]
}

/** A club with what its line is made of. */
export interface KnownClub {
  line: ClubLine
  names: DatedName[]
  stateChanges: StateChange[]
}

/** The clubs that the actor may see, by code; `clubId` asks for one. */
export async function selectClubs(
  tx: Tx,
  wish: { clubId?: string; pilot?: boolean | undefined; state?: ClubState | undefined },
): Promise<KnownClub[]> {
  const clubs = await tx<ClubRow[]>`
    select province, id, code, kind, managing_organisation_id as "managingOrganisationId",
      programme_id as "programmeId", place_code as "placeCode", place_as_of as "placeAsOf",
      decision_no as "decisionNo", decision_on as "decisionOn", launched_on as "launchedOn",
      started_on as "startedOn", pilot, month_start_day as "monthStartDay", state, policy.roles_at(id, null) as roles
    from club where id = any (${clubsWith(tx, 'club.read')})
      ${wish.clubId === undefined ? tx`` : tx`and id = ${wish.clubId}`}
      ${wish.pilot === undefined ? tx`` : tx`and pilot = ${wish.pilot}`}
      ${wish.state === undefined ? tx`` : tx`and state = ${wish.state}`}
    order by code`
  const provinces = [...new Set(clubs.map((club) => club.province))]
  const ids = clubs.map((club) => club.id)
  const day = today()
  const [facts, changes, names, meetings, programmes, parameters] = await Promise.all([
    selectClubFacts(tx, provinces, ids, Number(day.slice(0, 4))),
    selectStateChanges(tx, provinces, ids),
    selectNames(tx, provinces, ids),
    selectMeetingDays(tx, provinces, ids),
    selectProgrammes(tx),
    selectVitalityParameters(tx, day),
  ])
  return Promise.all(
    clubs.map(async (club) => {
      const ownChanges = changes.get(club.id) ?? []
      const known: Known = {
        facts: facts.get(club.id),
        changes: ownChanges,
        names: names.get(club.id) ?? [],
        meetingDays: meetings.get(club.id)?.map((each) => each.day) ?? [],
        programme: programmes.get(club.programmeId ?? '') ?? null,
        parameters,
      }
      return {
        line: await makeLine(tx, club, known, day),
        names: known.names.map(({ name, validFrom, validTo }) => ({ name, validFrom, validTo })),
        stateChanges: ownChanges,
      }
    }),
  )
}

interface Known {
  facts: KnownFacts | undefined
  changes: readonly StateChange[]
  names: readonly DatedName[]
  meetingDays: readonly string[]
  programme: Programme | null
  parameters: VitalityParameters
}

async function makeLine(tx: Tx, club: ClubRow, known: Known, day: string): Promise<ClubLine> {
  const { province: _, roles, placeCode, placeAsOf, programmeId: __, ...rest } = club
  return {
    ...rest,
    name: nameOn(known.names, day) ?? club.code,
    programme: known.programme,
    place: await getPlaceAsOf(tx, 'commune', placeCode, placeAsOf),
    placeToday: await resolveToToday(tx, 'commune', placeCode, placeAsOf),
    stateSince: known.changes.at(-1)?.onDay ?? null,
    mayFollow: [...mayFollow(club.state)],
    missing: known.facts ? missingForActive(known.facts) : [],
    vitality: vitalityOf(club, known, day),
    may: permissionsOf(roles),
  }
}

function vitalityOf(club: ClubRow, known: Known, day: string): Vitality | null {
  const since = workingSince(known.changes) ?? club.startedOn
  if (!isWorking(club.state) || since === null || !known.facts?.cadence) return null
  return vitality({
    cadence: known.facts.cadence,
    meetingDays: known.meetingDays,
    startedOn: club.startedOn !== null && club.startedOn > since ? club.startedOn : since,
    today: day,
    monthStartDay: club.monthStartDay,
    parameters: known.parameters,
  })
}

// A club that was suspended and works again is asked for its meetings from its return on.
function workingSince(changes: readonly StateChange[]): string | null {
  let since: string | null = null
  for (const change of changes) since = isWorking(change.state) ? (since ?? change.onDay) : null
  return since
}

async function selectNames(tx: Tx, provinces: string[], ids: string[]) {
  const rows = await tx<(DatedName & { clubId: string })[]>`
    select club_id as "clubId", name, valid_from as "validFrom", valid_to as "validTo" from club_name
    where province = any (${provinces}::text[]) and club_id = any (${ids}::uuid[]) order by valid_from`
  return groupByClub(rows)
}

async function selectMeetingDays(tx: Tx, provinces: string[], ids: string[]) {
  const rows = await tx<{ clubId: string; day: string }[]>`
    select distinct club_id as "clubId", held_on as day from meeting
    where province = any (${provinces}::text[]) and club_id = any (${ids}::uuid[])`
  return groupByClub(rows)
}

/** After how many missed cycles, by the parameters valid on the day; the project's proposal where none is set. */
async function selectVitalityParameters(tx: Tx, day: string): Promise<VitalityParameters> {
  const rows = await tx<{ key: string; value: unknown }[]>`
    select key, value from parameter where key in ('months_missed_needs_support', 'months_missed_suggest_suspension')
      and valid_from <= ${day} and (valid_to is null or valid_to >= ${day})`
  const numberOf = (key: string, proposed: number) => {
    const value = rows.find((row) => row.key === key)?.value
    return typeof value === 'number' ? value : proposed
  }
  return {
    needsSupportAfter: numberOf('months_missed_needs_support', 1),
    suggestSuspensionAfter: numberOf('months_missed_suggest_suspension', 3),
  }
}
