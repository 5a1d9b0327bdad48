import { actionsOf } from '@ke-vai/contract/audit/actions.ts'
import { auditList } from '@ke-vai/contract/audit/audit.ts'
import { zone } from '@ke-vai/contract/date/date.ts'
import { read } from '../platform/reads.ts'
import { namesOfAccounts, withinOrganisation } from './audit-scope.ts'

interface Row {
  id: string
  /** In microseconds, which the order needs and a Date would lose. */
  micros: string
  account_id: string | null
  action: string
  club_id: string | null
  chain: string
  subject_id: string | null
  fields: string[]
  reason: string | null
}

export const listAudit = read(auditList, async ({ params, query }, { tx, cursors }) => {
  const [micros, id] = (cursors.open(query.after) ?? '').split('|')
  const rows = await tx<Row[]>`
    select id, trunc(extract(epoch from at) * 1000000)::text as micros, account_id, action, club_id, chain, subject_id,
      fields, reason
    from audit_event
    where ${withinOrganisation(tx, params.organisationId)}
      ${query.kind ? tx`and action = any (${actionsOf([query.kind])})` : tx``}
      ${query.accountId ? tx`and account_id = ${query.accountId}` : tx``}
      ${query.code ? tx`and subject_id = any ((select policy.audit_ids_of(${query.code}))::uuid[])` : tx``}
      ${query.day ? tx`and at >= ${query.day}::timestamp at time zone ${zone} and at < (${query.day}::date + 1)::timestamp at time zone ${zone}` : tx``}
      ${micros && id ? tx`and (at, id) < (timestamptz 'epoch' + ${micros}::bigint * interval '1 microsecond', ${id}::uuid)` : tx``}
    order by at desc, id desc limit ${query.limit + 1}`
  const shown = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? shown.at(-1) : undefined
  const subjects = shown.flatMap(({ subject_id }) => subject_id ?? [])
  const codes = await tx<{ subject_id: string; code: string }[]>`
    select subject_id, code from policy.audit_codes(${subjects})`
  const places = await tx<
    { place_id: string; name: string }[]
  >`select place_id, name from policy.audit_places()`
  const [overseen] = await tx<{ ids: string[] }[]>`
    select policy.overseen_accounts(${params.organisationId}) as ids`
  const workers = await namesOfAccounts(tx, [
    ...(overseen?.ids ?? []),
    ...shown.map(({ account_id }) => account_id),
  ])
  const codeOf = new Map(codes.map(({ subject_id, code }) => [subject_id, code]))
  const placeOf = new Map(places.map(({ place_id, name }) => [place_id, name]))
  return {
    lines: shown.map((row) => ({
      id: row.id,
      at: new Date(Number(row.micros) / 1000).toISOString(),
      account: workers.get(row.account_id ?? '') ?? null,
      action: row.action,
      place: placeOf.get(row.club_id ?? row.chain) ?? null,
      code: codeOf.get(row.subject_id ?? '') ?? null,
      fields: row.fields,
      reason: row.reason,
    })),
    next: last ? cursors.seal(`${last.micros}|${last.id}`) : null,
    workers: [...workers.values()],
  }
})
