import type { Sql } from '../../../server/src/platform/database.ts'

/** A row that a try wrote, before it was undone. */
export interface Written {
  table: string
  verb: 'INSERT' | 'UPDATE' | 'DELETE'
  row: Record<string, unknown>
}

class Undone extends Error {
  readonly value: unknown
  constructor(value: unknown) {
    super('undone')
    this.value = value
  }
}

/**
 * The app's pool as the product gets it here: each transaction runs to its end and is then undone; what it wrote is
 * told to `note`.
 */
export function undoing(app: Sql, note: (written: Written) => void): Sql {
  const begin = async (work: (tx: unknown) => Promise<unknown>) => {
    try {
      await app.begin(async (tx) => {
        const value = await work(tx)
        const [row] = await tx<
          { wrote: string | null }[]
        >`select current_setting('matrix.wrote', true) as wrote`
        for (const line of (row?.wrote ?? '').split('\n')) if (line) note(JSON.parse(line) as Written)
        throw new Undone(value)
      })
    } catch (error) {
      if (error instanceof Undone) return error.value
      throw error
    }
    throw new Error('a transaction of the matrix was not undone')
  }
  return new Proxy(app, { get: (target, name) => (name === 'begin' ? begin : Reflect.get(target, name)) })
}

/** Every table notes each row that is written, in the transaction alone. Made by the bootstrap superuser of the proof. */
export async function noteWrites(sql: Sql): Promise<void> {
  await sql.unsafe(`
    create function public.matrix_note() returns trigger language plpgsql as $$
    declare touched jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
    begin
      perform set_config('matrix.wrote', coalesce(current_setting('matrix.wrote', true), '') ||
        jsonb_build_object('table', tg_table_name, 'verb', tg_op, 'row', touched)::text || E'\\n', true);
      return null;
    end $$`)
  const tables = await sql<
    { name: string }[]
  >`select tablename as name from pg_tables where schemaname = 'public'`
  for (const { name } of tables)
    await sql`create trigger matrix_note after insert or update or delete on ${sql(name)}
      for each row execute function public.matrix_note()`
}
