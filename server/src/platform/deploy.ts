import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './config.ts'
import type { Sql, Tx } from './database.ts'
import { StartRefusal } from './engine/start-refusal.ts'

const noLogin = ['ke_vai_owner', 'ke_vai_gate', 'ke_vai_scribe']
const login = ['ke_vai_app', 'ke_vai_operator', 'ke_vai_sign_in', 'ke_vai_vault', 'ke_vai_backup']

/**
 * Brings a database to this version of the product: roles, forward migrations (each once, in its own transaction),
 * and, when they changed, every policy and grant anew. Two deploys at once wait for one another.
 */
export async function deploy(sql: Sql): Promise<void> {
  await sql`select pg_advisory_lock(hashtext('ke_vai_deploy'))`
  try {
    await makeRoles(sql)
    await migrate(sql)
    await setPolicies(sql)
  } finally {
    await sql`select pg_advisory_unlock(hashtext('ke_vai_deploy'))`
  }
}

async function makeRoles(sql: Sql): Promise<void> {
  const there = await sql<
    { rolname: string }[]
  >`select rolname from pg_roles where rolname like 'ke\\_vai\\_%'`
  const names = new Set(there.map((role) => role.rolname))
  const missing = [...noLogin, ...login].filter((name) => !names.has(name))
  for (const name of missing) {
    const may = noLogin.includes(name) ? 'nologin' : 'login'
    // A server whose deploying login is no superuser must be a member to act as these roles; both or neither.
    await sql.unsafe(`
      create role ${name} ${may} nosuperuser nobypassrls nocreatedb nocreaterole noinherit;
      grant ${name} to current_user`)
  }
  // The command line acts under every policy of the app, and may besides name whom it acts for.
  if (missing.includes('ke_vai_operator'))
    await sql.unsafe('alter role ke_vai_operator inherit; grant ke_vai_app to ke_vai_operator')
  await sql.unsafe(
    'grant usage, create on schema public to ke_vai_owner; revoke create on schema public from public',
  )
}

interface SqlFile {
  name: string
  text: string
}

async function readFolder(folder: string): Promise<SqlFile[]> {
  const path = join(root, 'database', folder)
  const names = (await readdir(path)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(path, name), 'utf8') })))
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

async function migrate(sql: Sql): Promise<void> {
  await sql.unsafe(`
    set role ke_vai_owner;
    create table if not exists schema_migration (name text primary key, hash text not null, at timestamptz not null default now());
    create table if not exists deployed (what text primary key, hash text not null, at timestamptz not null default now());
    reset role;`)
  const applied = new Map(
    (await sql<{ name: string; hash: string }[]>`select name, hash from schema_migration`).map((row) => [
      row.name,
      row.hash,
    ]),
  )
  for (const file of await readFolder('migrations')) {
    const before = applied.get(file.name)
    const hash = hashOf(file.text)
    if (before && before !== hash)
      throw new StartRefusal(
        `Bước nâng cấp ${file.name} đã bị sửa sau khi dùng, nên cơ sở dữ liệu này không hợp với bản Kề Vai này; không có gì bị thay đổi`,
        `migration ${file.name} was changed after it was applied; nothing was changed`,
      )
    if (before) continue
    await sql.begin(async (tx) => {
      await tx.unsafe('set local role ke_vai_owner')
      await tx.unsafe(file.text)
      await tx.unsafe('reset role')
      await tx`insert into schema_migration (name, hash) values (${file.name}, ${hash})`
    })
  }
}

async function setPolicies(sql: Sql): Promise<void> {
  const files = await readFolder('policies')
  const [schema] = await sql<
    { text: string }[]
  >`select string_agg(name, ',' order by name) as text from schema_migration`
  const hash = hashOf(files.map((file) => file.name + file.text).join('\0') + (schema?.text ?? ''))
  const [last] = await sql<{ hash: string }[]>`select hash from deployed where what = 'policies'`
  if (last?.hash === hash) return
  await sql.begin(async (tx) => {
    await clearPolicies(tx)
    await stampTables(tx)
    for (const file of files) {
      await tx.unsafe(`set local role ${runsAs(file)}`)
      await tx.unsafe(file.text)
      await tx.unsafe('reset role')
    }
    await tx`insert into deployed (what, hash) values ('policies', ${hash})
      on conflict (what) do update set hash = excluded.hash, at = now()`
  })
}

/** The role that a file of policies is run as, and that owns its functions: its first line says one, else the owner. */
function runsAs({ text }: SqlFile): string {
  return /^-- as (ke_vai_\w+)\n/u.exec(text)?.[1] ?? 'ke_vai_owner'
}

/** Nothing of an older deploy stays: all policies, all functions of the policy schema, all grants go. */
async function clearPolicies(tx: Tx): Promise<void> {
  const old = await tx<{ tablename: string; policyname: string }[]>`
    select tablename, policyname from pg_policies where schemaname = 'public'`
  for (const each of old) await tx`drop policy ${tx(each.policyname)} on ${tx(each.tablename)}`
  const others = [...login, 'ke_vai_gate', 'ke_vai_scribe'].join(', ')
  await tx.unsafe(`
    drop schema if exists policy cascade;
    create schema policy authorization ke_vai_gate;
    grant usage on schema policy to ke_vai_owner, ke_vai_scribe, ${login.join(', ')};
    grant create on schema policy to ke_vai_scribe;
    grant usage on schema public to ${others};
    revoke all on all tables in schema public from ${others}, public`)
  // Column grants are not reached by «revoke on table» of another grantor's row, so they go one by one.
  const columns = await tx<{ table: string; column: string; grantee: string; privilege: string }[]>`
    select table_name as table, column_name as column, grantee, privilege_type as privilege
    from information_schema.column_privileges where table_schema = 'public' and grantee = any (${[...login, 'ke_vai_gate', 'ke_vai_scribe']})`
  for (const each of columns)
    await tx.unsafe(`revoke ${each.privilege} ("${each.column}") on "${each.table}" from ${each.grantee}`)
}

/** Every table, with no exception: row-level security enabled and forced, readable for the backup. */
async function stampTables(tx: Tx): Promise<void> {
  const tables = await tx<
    { tablename: string }[]
  >`select tablename from pg_tables where schemaname = 'public' order by 1`
  for (const { tablename } of tables) {
    const table = tx(tablename)
    await tx`alter table ${table} enable row level security`
    await tx`alter table ${table} force row level security`
    await tx`create policy ${tx(`${tablename}__backup`)} on ${table} for select to ke_vai_backup using (true)`
    await tx`grant select on ${table} to ke_vai_backup`
  }
  for (const table of ['schema_migration', 'deployed', 'reference_load'])
    if (tables.some((each) => each.tablename === table))
      await tx`create policy ${tx(`${table}__deploy`)} on ${tx(table)} for all to ke_vai_owner using (true) with check (true)`
}
