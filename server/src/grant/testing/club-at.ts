import { randomUUID } from 'node:crypto'
import type { Sql } from '../../platform/database.ts'

/** A club whose commune bore this code on that day. @returns its id */
export async function clubAt(
  sql: Sql,
  placeCode: string,
  placeAsOf: string,
  organisationId: string,
): Promise<string> {
  const id = randomUUID()
  await sql`
    insert into club (province, id, code, managing_organisation_id, kind, place_code, place_as_of, state)
    values ('22', ${id}, ${id}, ${organisationId}, 'prevention', ${placeCode}, ${placeAsOf}, 'preparing')`
  return id
}
