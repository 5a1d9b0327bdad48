import { workingStates } from '@ke-vai/contract/club/club-state.ts'
import type { ClubState } from '@ke-vai/contract/club/codes.ts'
import { type DatedName, nameOn } from '@ke-vai/contract/club/dated-name.ts'
import { clubCount } from '@ke-vai/contract/club/reads.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'
import { addresseeOn } from './organisations.ts'

interface Row {
  id: string
  state: ClubState
  since: string
  names: DatedName[]
}

/** Which clubs below the organisation worked on a day: from the lives of the clubs, never from their present state. */
export const countClubs = read(clubCount, async ({ params, query }, { tx }) => {
  const on = query.on ?? today()
  const [organisation] = await tx<{ province: string }[]>`
    select province from organisation where id = ${params.organisationId}`
  if (!organisation) throw new Refused('notFound')
  const rows = await tx<Row[]>`
    with recursive tree as (
      select id from organisation where id = ${params.organisationId}
      union
      select organisation.id from organisation join tree on organisation.parent_id = tree.id
    )
    select club.id, latest.state, latest.on_day as since,
      (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'validFrom', valid_from, 'validTo', valid_to)), '[]')
        from club_name where club_name.province = club.province and club_name.club_id = club.id) as names
    from club join tree on tree.id = club.managing_organisation_id
    join lateral (
      select state, on_day from club_state_change
      where club_state_change.province = club.province and club_state_change.club_id = club.id and on_day <= ${on}
      order by on_day desc, recorded_at desc limit 1
    ) latest on latest.state = any (${[...workingStates]}::text[])
    order by club.code`
  return {
    on,
    count: rows.length,
    clubs: rows.map(({ id, state, since, names }) => ({ id, state, since, name: nameOn(names, on) ?? '' })),
    addressee: await addresseeOn(tx, organisation.province, on),
  }
})
