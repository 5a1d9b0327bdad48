import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../server/src/platform/testing/test-database.ts'
import { printSchema, type TableInWords } from './testing/print-schema.ts'

const folder = new URL('tables/', import.meta.url)
const roles = [
  'ke_vai_app',
  'ke_vai_backup',
  'ke_vai_gate',
  'ke_vai_operator',
  'ke_vai_owner',
  'ke_vai_scribe',
  'ke_vai_sign_in',
  'ke_vai_vault',
]

/**
 * Tables that do not lead with a province, each with its reason: what is common to the whole network, or is looked
 * for before anybody knows which province it is of.
 */
const notByProvince: Record<string, string> = {
  account: 'found by its user name before its province is known',
  audit_chain: 'one row an organisation',
  authenticator: 'goes with account',
  challenge: 'of minutes, before anybody is known',
  deployed: 'of this database, not of the network',
  invitation: 'found by its link before anybody is known',
  known_device: 'goes with account; asked before anybody is known',
  organisation: 'one tree over all provinces',
  organisation_name: 'goes with organisation',
  parameter: 'the same everywhere',
  passkey: 'goes with account; found by its credential before anybody is known',
  place: 'reference data',
  place_succession: 'reference data',
  place_within: 'reference data',
  programme: 'spans provinces; a handful of rows',
  programme_name: 'goes with programme',
  reference_load: 'of this database, not of the network',
  role_grant: 'asked by account before the province is known',
  schema_migration: 'of this database, not of the network',
  sign_in: 'found by a token before the person is known',
  sign_in_failure: 'of no known person: a hash of what was typed',
  vault_key: 'some keys an organisation; read by the vault alone',
}

let database: TestDatabase
let tables: TableInWords[]

beforeAll(async () => {
  database = await testDatabase()
  tables = await printSchema(database.dangerous)
})
afterAll(() => database.close())

test('the schema in words is that of the deployed database (KE_VAI_WRITE=1 writes it anew)', async () => {
  const printed = Object.fromEntries(tables.map(({ name, text }) => [`${name}.txt`, text]))
  if (process.env.KE_VAI_WRITE === '1') {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder)
    for (const [name, text] of Object.entries(printed)) await writeFile(new URL(name, folder), text)
  }
  const names = await readdir(folder)
  const committed = await Promise.all(
    names.map(async (name) => [name, await readFile(new URL(name, folder), 'utf8')] as const),
  )
  expect(Object.fromEntries(committed)).toEqual(printed)
})

test('row-level security is enabled and forced on every table, and the owner can only be become', async () => {
  const open = await database.dangerous<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and not (relrowsecurity and relforcerowsecurity and relowner = 'ke_vai_owner'::regrole)`
  expect(open.map(({ name }) => name)).toEqual([])
  const others = await database.dangerous<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind not in ('r', 'p', 'i')`
  expect(
    others.map(({ name }) => name),
    'a view or sequence passes by the policies',
  ).toEqual([])
})

test('no role of ours is above the policies, and none may become another', async () => {
  const found = await database.dangerous<{ name: string; login: boolean; above: boolean }[]>`
    select rolname as name, rolcanlogin as login,
      rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as above
    from pg_roles where rolname like 'ke\\_vai\\_%' order by 1`
  expect(found.map(({ name }) => name)).toEqual(roles)
  expect(found.filter(({ above }) => above)).toEqual([])
  const mayLogIn = found.filter(({ login }) => login).map(({ name }) => name)
  expect(mayLogIn).toEqual([
    'ke_vai_app',
    'ke_vai_backup',
    'ke_vai_operator',
    'ke_vai_sign_in',
    'ke_vai_vault',
  ])
  const memberships = await database.dangerous<{ member: string; of: string }[]>`
    select member::regrole::text as member, roleid::regrole::text as of
    from pg_auth_members where member in (select oid from pg_roles where rolname like 'ke\\_vai\\_%')`
  // The command line stands under every policy of the app.
  expect([...memberships]).toEqual([{ member: 'ke_vai_operator', of: 'ke_vai_app' }])
})

/** Policies that shut out, whatever lets in: conflict of interest, what was erased or merged, the secret of the seal. */
const shuttingOut = /__(excluded|hidden|erased|merged|merge|seal_stays)$/

test('every policy is for roles of ours, and few shut out', async () => {
  const found = await database.dangerous<{ name: string; ours: boolean; permissive: boolean }[]>`
    select policyname as name, roles <@ ${roles}::name[] as ours, permissive = 'PERMISSIVE' as permissive
    from pg_policies where schemaname = 'public'`
  expect(found.filter(({ ours }) => !ours)).toEqual([])
  expect(found.filter(({ name, permissive }) => !permissive && !shuttingOut.test(name))).toEqual([])
  expect(found.filter(({ name, permissive }) => permissive && name.endsWith('__excluded'))).toEqual([])
  const gifts = await database.dangerous<{ table: string }[]>`
    select distinct table_name as table from information_schema.role_table_grants
    where table_schema = 'public' and grantee = 'PUBLIC'`
  expect(gifts).toHaveLength(0)
})

test('a function that runs as another role runs as the gate or the scribe, with a search path of its own', async () => {
  const loose = await database.dangerous<{ name: string }[]>`
    select oid::regprocedure::text as name from pg_proc
    where pronamespace in ('public'::regnamespace, 'policy'::regnamespace) and prosecdef
      and not (proowner = any (array['ke_vai_gate', 'ke_vai_scribe']::regrole[]) and exists (
        select from unnest(proconfig) as setting where setting like 'search_path=%pg_temp'))`
  expect(loose.map(({ name }) => name)).toEqual([])
})

test('every table that grows carries its province and its primary key leads with it', async () => {
  const keys = await database.dangerous<{ name: string; leading: string | null }[]>`
    select relname as name, (select attname from pg_index join pg_attribute on attrelid = indrelid and attnum = indkey[0]
      where indrelid = pg_class.oid and indisprimary) as leading
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`
  const without = keys.filter(({ leading }) => leading !== 'province').map(({ name }) => name)
  expect(without).toEqual(Object.keys(notByProvince))
})
