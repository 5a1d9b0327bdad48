import { demoId, operatorId } from '../../server/src/demo/demo.ts'
import { asActor } from '../../server/src/platform/actor.ts'
import { connectAs, type Sql, type Tx } from '../../server/src/platform/database.ts'
import type { TestDatabase } from '../../server/src/platform/testing/test-database.ts'
import { type Kind, kinds } from './arrange-rows.ts'

type Row = Record<string, unknown>

/** yes: the row was read, added, changed or removed; -: no such row for her; deny: refused outright. */
export type Cell = 'yes' | '-' | 'deny'

const verbs = ['select', 'insert', 'update', 'delete'] as const
export type Verb = (typeof verbs)[number]

/** table → actor → verb → kind of row → what happened. */
export type Tried = Map<string, Map<string, Record<Verb, Record<Kind, Cell>>>>

const people = {
  'Chị Thắm, chair of Tuần Châu': demoId('account/tham'),
  'Em H., member, one person assigned': demoId('account/hoa'),
  'Anh Páo, member, nobody assigned': demoId('account/pao'),
  'Chị Lài, ward officer of Tuần Châu': demoId('account/lai'),
  'Ông Khải, province manager': demoId('account/khai'),
  'Anh Sơn, police liaison of Tuần Châu': demoId('account/son'),
  'Chị Miên, chair of Cao Xanh': demoId('account/cao-xanh'),
  'Cô Vân, case manager, on one team': demoId('account/van'),
  'Chị Quyên, psychologist, on one team': demoId('account/quyen'),
  'Chị Hương, province manager, health': demoId('account/huong'),
  'Chị Tâm, legal aid': demoId('account/tam'),
  'operator (command line)': operatorId,
}

interface Table {
  name: string
  key: string[]
  columns: string[]
}

/** Becomes each actor in turn and really tries every verb on the rows of every table; nothing of it stays. */
export async function tryPermissions(
  database: TestDatabase,
  rows: Map<string, Record<Kind, Row>>,
): Promise<Tried> {
  const tables = await describeTables(database.dangerous)
  const tried: Tried = new Map(tables.map(({ name }) => [name, new Map()]))
  const note = async (actor: string, tx: Tx) => {
    for (const table of tables) {
      const kept = rows.get(table.name)
      if (!kept) throw new Error(`arrange a row for the table ${table.name} (arrange-rows.ts)`)
      tried.get(table.name)?.set(actor, await tryTable(tx, table, kept))
    }
  }
  for (const [name, accountId] of Object.entries(people))
    await asActor(database.operator, { accountId }, {}, (tx) => note(name, tx))
  await database.app.begin((tx) => note('nobody', tx))
  for (const role of ['ke_vai_sign_in', 'ke_vai_backup'] as const) {
    const sql = connectAs(database.server, database.name, role, 1)
    await sql.begin((tx) => note(`role ${role}`, tx)).finally(() => sql.end())
  }
  return tried
}

async function describeTables(sql: Sql): Promise<Table[]> {
  return sql<Table[]>`
    select relname as name, array_agg(attname::text order by attnum) as columns,
      coalesce((select array_agg(attname::text) from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
        where indrelid = c.oid and indisprimary), array_agg(attname::text)) as key
    from pg_class c join pg_attribute on attrelid = c.oid and attnum > 0 and not attisdropped
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') group by c.oid, relname order by relname`
}

async function tryTable(
  tx: Tx,
  table: Table,
  rows: Record<Kind, Row>,
): Promise<Record<Verb, Record<Kind, Cell>>> {
  const changeable = await columnToChange(tx, table)
  const cells = {} as Record<Verb, Record<Kind, Cell>>
  for (const verb of verbs) {
    cells[verb] = {} as Record<Kind, Cell>
    for (const kind of kinds)
      cells[verb][kind] = await attempt(tx, (inner) => statement(inner, verb, table, changeable, rows[kind]))
  }
  return cells
}

/** A column that the role may change, if there is one; the policies do not look at which it is. */
async function columnToChange(tx: Tx, { name, columns }: Table): Promise<string> {
  const [found] = await tx<{ column: string }[]>`
    select "column" from unnest(${columns}::text[]) as "column"
    where has_column_privilege(${name}, "column", 'update') limit 1`
  return found?.column ?? columns[0] ?? ''
}

function statement(tx: Tx, verb: Verb, { name, key }: Table, column: string, row: Row) {
  const table = tx(name)
  const whole = JSON.stringify(row)
  // The key's values go in and out as PostgreSQL writes them, whatever their types are.
  const same = key.flatMap((each, i) => [
    i === 0 ? tx`` : tx` and `,
    tx`${tx(each)} = (jsonb_populate_record(null::${table}, ${whole}::text::jsonb)).${tx(each)}`,
  ])
  if (verb === 'select') return tx`select from ${table} where ${same}`
  if (verb === 'update') return tx`update ${table} set ${tx(column)} = ${tx(column)} where ${same}`
  if (verb === 'delete') return tx`delete from ${table} where ${same}`
  return tx`insert into ${table} select * from jsonb_populate_record(null::${table}, ${whole}::text::jsonb)`
}

class Undone extends Error {
  readonly count: number
  constructor(count: number) {
    super('undone')
    this.count = count
  }
}

/** One try in a savepoint of its own, rolled back. The row that is already there is let in and then found twice. */
async function attempt(tx: Tx, run: (inner: Tx) => Promise<{ count: number }>): Promise<Cell> {
  try {
    return await tx.savepoint(async (inner) => {
      throw new Undone((await run(inner)).count)
    })
  } catch (error) {
    if (error instanceof Undone) return error.count > 0 ? 'yes' : '-'
    const code = (error as { code?: string }).code
    if (code === '42501') return 'deny'
    if (code === '23505' || code === '23503') return 'yes'
    throw error
  }
}
