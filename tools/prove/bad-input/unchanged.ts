import type { Sql } from '../../../server/src/platform/database.ts'

/** Tables that a refused request may touch: who is signed in when, and how often somebody guessed. */
const notCounted = ['sign_in', 'sign_in_failure']

/**
 * A way to see whether any row of any table was made, changed or taken away: how many there are and the sum of the
 * transactions that wrote them. Cheap enough to be asked after every request.
 */
export async function watchRows(superuser: Sql): Promise<() => Promise<Map<string, string>>> {
  const tables = await superuser<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') and tablename <> all (${notCounted})
      and tablename not like 'place%'`
  const query = tables
    .map(
      ({ name }) =>
        `select '${name}' as name, count(*) || ':' || coalesce(sum(xmin::text::bigint), 0) as rows from ${name}`,
    )
    .join(' union all ')
  return async () => {
    const rows = await superuser.unsafe<{ name: string; rows: string }[]>(query)
    return new Map(rows.map((each) => [each.name, each.rows]))
  }
}

/** The tables that differ. */
export function changedTables(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...after].filter(([name, rows]) => before.get(name) !== rows).map(([name]) => name)
}
