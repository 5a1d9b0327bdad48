import type { Sql } from '../../server/src/platform/database.ts'

/** What PostgreSQL knows of one table, as sentences: a reviewer reads what is stored, and who may reach it. */
export interface TableInWords {
  name: string
  text: string
}

/** Prints every table of a deployed database. The order of all lines is fixed, so that two prints can be compared. */
export async function printSchema(sql: Sql): Promise<TableInWords[]> {
  const tables = await sql<
    { oid: number; name: string; owner: string; comment: string | null; rls: string }[]
  >`
    select c.oid::int, c.relname as name, c.relowner::regrole::text as owner, obj_description(c.oid) as comment,
      case when relrowsecurity and relforcerowsecurity then 'enabled and forced'
        when relrowsecurity then 'enabled' else 'none' end as rls
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`
  return Promise.all(
    tables.map(async ({ oid, name, owner, comment, rls }) => {
      const parts = [
        `table ${name}`,
        ...(comment ? [comment] : []),
        `owner ${owner}, row-level security ${rls}`,
        ...section('columns', await printColumns(sql, oid)),
        ...section('keys and checks', await printConstraints(sql, oid)),
        ...section('indexes', await printIndexes(sql, oid)),
        ...section('triggers', await printTriggers(sql, oid)),
        ...section('policies', await printPolicies(sql, oid)),
        ...section('grants', await printGrants(sql, oid)),
      ]
      return { name, text: `${parts.join('\n')}\n` }
    }),
  )
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]
}

async function printColumns(sql: Sql, table: number): Promise<string[]> {
  const columns = await sql<
    { name: string; type: string; must: boolean; filled: string | null; comment: string | null }[]
  >`
    select attname as name, format_type(atttypid, atttypmod) as type, attnotnull as must,
      pg_get_expr(adbin, adrelid) as filled, col_description(attrelid, attnum) as comment
    from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where attrelid = ${table} and attnum > 0 and not attisdropped order by attnum`
  const width = Math.max(...columns.map(({ name }) => name.length))
  return columns.map(({ name, type, must, filled, comment }) =>
    [
      name.padEnd(width),
      type + (must ? ', always' : '') + (filled === null ? '' : `, else ${filled}`),
      ...(comment === null ? [] : [`-- ${comment}`]),
    ].join('  '),
  )
}

async function printConstraints(sql: Sql, table: number): Promise<string[]> {
  const constraints = await sql<{ line: string }[]>`
    select pg_get_constraintdef(oid, true) as line from pg_constraint
    where conrelid = ${table} and contype in ('p', 'u', 'f', 'c', 'x')
    order by array_position('{p,u,f,c,x}'::text[], contype::text), 1`
  return constraints.map(({ line }) => line)
}

async function printIndexes(sql: Sql, table: number): Promise<string[]> {
  const indexes = await sql<{ line: string }[]>`
    select pg_get_indexdef(indexrelid) as line from pg_index
    where indrelid = ${table} and not exists (select from pg_constraint where conindid = indexrelid and conrelid = ${table})
    order by indexrelid::regclass::text`
  return indexes.map(({ line }) => line.replace('ON public.', 'ON '))
}

async function printTriggers(sql: Sql, table: number): Promise<string[]> {
  const triggers = await sql<{ line: string }[]>`
    select pg_get_triggerdef(oid, true) as line from pg_trigger
    where tgrelid = ${table} and not tgisinternal order by tgname`
  return triggers.map(({ line }) => line)
}

async function printPolicies(sql: Sql, table: number): Promise<string[]> {
  const policies = await sql<
    {
      name: string
      verb: string
      roles: string
      permissive: boolean
      using: string | null
      check: string | null
    }[]
  >`
    select polname as name, polpermissive as permissive,
      case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end as verb,
      (select string_agg(case when role = 0 then 'public' else role::regrole::text end, ', ' order by role::regrole::text)
        from unnest(polroles) as role) as roles,
      pg_get_expr(polqual, polrelid, true) as using, pg_get_expr(polwithcheck, polrelid, true) as check
    from pg_policy where polrelid = ${table} order by polname`
  const expression = (word: string, text: string | null) =>
    text === null ? [] : [`  ${word} ${text.replace(/\s+/g, ' ').trim()}`]
  return policies.flatMap(({ name, verb, roles, permissive, using, check }) => [
    `${name}: ${verb} to ${roles}${permissive ? '' : ', restrictive'}`,
    ...expression('using', using),
    ...expression('with check', check),
  ])
}

async function printGrants(sql: Sql, table: number): Promise<string[]> {
  const grants = await sql<{ role: string; verbs: string }[]>`
    with whole as (
      select grantee, lower(privilege_type) as verb, null::text as columns
      from pg_class, aclexplode(relacl) where pg_class.oid = ${table} and grantee <> relowner
    ), by_column as (
      select grantee, lower(privilege_type) as verb, string_agg(attname, ', ' order by attnum) as columns
      from pg_attribute, aclexplode(attacl) where attrelid = ${table} group by grantee, privilege_type
    )
    select case when grantee = 0 then 'public' else grantee::regrole::text end as role,
      string_agg(verb || coalesce(' (' || columns || ')', ''), ', '
        order by columns is not null, array_position('{select,insert,update,delete}'::text[], verb), verb) as verbs
    from (select * from whole union all select * from by_column) as each group by grantee order by 1`
  return grants.map(({ role, verbs }) => `${role}: ${verbs}`)
}
