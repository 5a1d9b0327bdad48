import { asActor } from '../../../server/src/platform/actor.ts'
import type { Tx } from '../../../server/src/platform/database.ts'
import type { Actor } from './actor.ts'
import type { Relation } from './oracle.ts'
import { mayTouch, rights, type Verb } from './oracle-of-rows.ts'
import { type Row, relationOfRow } from './rows.ts'
import type { World } from './world.ts'

/** A row of the world, with whose it is. */
interface Placed {
  relation: Relation
  row: Row
}
interface Table {
  name: string
  key: string[]
  changeable: string
  rows: Placed[]
}

/** Of each table of clubs and persons one row in each relation that it has. */
export async function placeRows(world: World): Promise<Table[]> {
  const { dangerous: sql } = world.database
  const described = await sql<{ name: string; key: string[]; changeable: string | null }[]>`
    select relname as name, (select array_agg(attname::text) from pg_index join pg_attribute on attrelid = indrelid
        and attnum = any (indkey) where indrelid = c.oid and indisprimary) as key,
      (select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped
        and has_column_privilege('ke_vai_app', c.oid, attnum, 'update') limit 1) as changeable
    from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`
  const tables: Table[] = []
  for (const { name, key, changeable } of described) {
    if (!rights[name]) continue
    const rows = await sql<{ row: Row }[]>`select to_jsonb(${sql(name)}) as row from ${sql(name)}`
    const placed = new Map<Relation, Row>()
    for (const { row } of rows) {
      // A referral of a case is tried by the deeds.
      if (name === 'referral' && row.case_id !== null) continue
      // What a plan asks to be done comes with the plan: any other task is tried here.
      if (name === 'task' && row.origin === 'departure') continue
      // As is the consent of a person.
      if (name === 'consent' && row.case_id === null) continue
      const relation = relationOfRow(world, name, row)
      if (relation && !placed.has(relation)) placed.set(relation, row)
    }
    if (placed.size === 0) throw new Error(`the world has no row of ${name} (world-rows.ts)`)
    const list = [...placed].map(([relation, row]) => ({ relation, row }))
    tables.push({ name, key, changeable: changeable ?? key[0] ?? 'id', rows: list })
  }
  return tables
}

/** Becomes each actor in the database itself, without the server, and tries each verb on rows of the tables. */
export async function tryRows(
  world: World,
  actors: readonly Actor[],
  tables: readonly Table[],
  verbs: readonly Verb[],
  enough = Number.POSITIVE_INFINITY,
): Promise<{ tried: number; wrong: string[] }> {
  const wrong: string[] = []
  let tried = 0
  for (const actor of actors) {
    if (wrong.length >= enough) break
    await asActor(world.database.operator, { accountId: actor.accountId }, {}, async (tx) => {
      for (const table of tables)
        for (const { relation, row } of table.rows)
          for (const verb of verbs) {
            if (wrong.length >= enough) return
            tried += 1
            const did = await attempt(tx, (inner) => statement(inner, verb, table, row))
            const may = mayTouch(actor, table.name, verb, relation)
            if (did !== may)
              wrong.push(`${actor.name} · ${verb} ${table.name} · ${relation}: ${did ? 'done' : 'not done'}`)
          }
    })
  }
  return { tried, wrong }
}

function statement(tx: Tx, verb: Verb, { name, key, changeable }: Table, row: Row) {
  const table = tx(name)
  const whole = JSON.stringify(row)
  const same = key.flatMap((each, i) => [
    i === 0 ? tx`` : tx` and `,
    tx`${tx(each)} = (jsonb_populate_record(null::${table}, ${whole}::text::jsonb)).${tx(each)}`,
  ])
  if (verb === 'read') return tx`select from ${table} where ${same}`
  if (verb === 'change') return tx`update ${table} set ${tx(changeable)} = ${tx(changeable)} where ${same}`
  if (verb === 'remove') return tx`delete from ${table} where ${same}`
  return tx`insert into ${table} select * from jsonb_populate_record(null::${table}, ${whole}::text::jsonb)`
}

class Undone extends Error {
  readonly count: number
  constructor(count: number) {
    super('undone')
    this.count = count
  }
}

/** One try in a savepoint, undone. A row that is there already was let in by the policies before it was found twice. */
export async function attempt(tx: Tx, run: (inner: Tx) => Promise<{ count: number }>): Promise<boolean> {
  try {
    return await tx.savepoint(async (inner) => {
      throw new Undone((await run(inner)).count)
    })
  } catch (error) {
    if (error instanceof Undone) return error.count > 0
    const code = (error as { code?: string }).code
    if (code === '42501') return false
    if (code === '23505' || code === '23503' || code === '23514') return true
    throw error
  }
}
