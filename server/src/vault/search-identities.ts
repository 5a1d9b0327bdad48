import type { Credential } from '../platform/actor.ts'
import type { Sql } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import type { IdentityQuery, IndexedFields, Opening } from '../platform/vault.ts'
import { isMeant, tokensAsked } from './blind-index.ts'
import type { Meter } from './limits.ts'
import { mayLookInto, reached } from './who-asks.ts'

/** An identity as the vault itself finds it: sealed, and where it stands. */
export interface IdentityRow {
  person_id: string
  sealed: Buffer
  version: number
}

/** The one place outside the register that knows how an identity is bound. */
export const identityOpening = ({ person_id, sealed, version }: IdentityRow): Opening => ({
  key: { person: person_id },
  bound: { table: 'person_identity', row: person_id, field: 'identity', version },
  sealed,
})

const mostCandidates = 200
const mostAnswers = 20

interface Search {
  sql: Sql
  meter: Meter
  /** Of the blind index of the organisation. */
  key: Buffer
  open(openings: readonly Opening[]): Promise<unknown[]>
}

/** Persons whom the query means, in the reach of the asker. No name leaves: only ids do. */
export async function searchIdentities(
  { sql, meter, key, open }: Search,
  who: Credential | null,
  { organisationId, clubId }: { organisationId: string; clubId: string },
  asked: IdentityQuery,
): Promise<string[]> {
  meter.search(await mayLookInto(sql, who, clubId))
  const tokens = tokensAsked(key, asked)
  if (tokens.length === 0) return []
  const found = await sql<{ person_id: string }[]>`
    select distinct person_id from identity_index
    where organisation_id = ${organisationId} and club_id = ${clubId}
      and (kind, token) in (select kind, decode(token, 'hex') from json_to_recordset(
        ${JSON.stringify(tokens.map(({ kind, token }) => ({ kind, token: token.toString('hex') })))}::text::json) as (kind text, token text))
    limit ${mostCandidates}`
  if (found.length === 0) return []
  const { persons } = await reached(
    sql,
    who,
    found.map((row) => row.person_id),
  )
  const rows = await sql<IdentityRow[]>`
    select person_identity.person_id, sealed, version from person_identity join person_key using (province, person_id)
    where person_id = any (${persons}::uuid[]) and club_id = ${clubId}`
  const identities = await open(rows.map(identityOpening))
  return rows
    .filter((_, i) => isMeant(indexedOf(identities[i]), asked))
    .map((row) => row.person_id)
    .slice(0, mostAnswers)
}

/** What of an opened identity is looked for; identities of before papers were kept have none. */
export function indexedOf(identity: unknown): IndexedFields {
  const { name, birth, phone, paper } = identity as Partial<IndexedFields>
  if (name === undefined) throw new Refused('fault')
  return { name, birth: birth ?? null, phone: phone ?? null, paper: paper ?? null }
}
