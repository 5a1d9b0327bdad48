import { identityOpenings, type Opening } from '@ke-vai/contract/register/identity.ts'
import { openingReasons } from '@ke-vai/contract/register/person.ts'
import { withinReach } from '../platform/guard.ts'
import { read } from '../platform/reads.ts'

const atMost = 20

interface Row {
  at: Date
  account_id: string
  action: string
  reason: string | null
  total: number
}

const isReason = (code: string): code is NonNullable<Opening['reason']> => Object.hasOwn(openingReasons, code)

export const showOpenings = read(identityOpenings, async ({ params }, { tx, actor, province, reach }) => {
  const { clubId, personId } = params
  const rows = await tx<Row[]>`
    with entry as (
      select id from person where province = ${province} and club_id = ${clubId}
        and (id = ${personId} or merged_into = ${personId}) and ${withinReach(tx, reach)}
    )
    select at, account_id, action, reason, count(*) over ()::int as total from audit_event
    where province = ${province} and club_id = ${clubId} and action in ('IDENTITY_OPENED', 'NOTE_OPENED', 'REGISTER_EXPORTED')
      and subject_id = any (array(select id from entry union all
        select id from contact where province = ${province} and person_id in (select id from entry)))
    order by at desc limit ${atMost}`
  const who = [...new Set(rows.map((row) => row.account_id))]
  const names = await tx<{ account_id: string; display_name: string }[]>`
    select account_id, display_name from policy.openers(${clubId}, ${who})`
  const nameOf = new Map(names.map((row) => [row.account_id, row.display_name]))
  const openings = rows.map((row) => ({
    at: row.at.toISOString(),
    by: nameOf.get(row.account_id) ?? null,
    own: row.account_id === actor.id,
    reason: row.reason !== null && isReason(row.reason) ? row.reason : null,
    fields: row.action === 'NOTE_OPENED' ? ('note' as const) : ('identity' as const),
  }))
  return { openings, total: rows[0]?.total ?? 0 }
})
