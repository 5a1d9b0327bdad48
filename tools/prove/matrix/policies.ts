import type { Sql } from '../../../server/src/platform/database.ts'
import type { Verb } from './oracle-of-rows.ts'

/** A policy of the database as it stands, to be taken away and put back. */
export interface Policy {
  table: string
  name: string
  permissive: boolean
  command: 'ALL' | 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE'
  using: string | null
  check: string | null
  roles: string[]
}

/** Every policy that narrows what the server's own role reaches; one that says `true` has nothing to take away. */
export async function narrowingPolicies(sql: Sql): Promise<Policy[]> {
  const all = await sql<Policy[]>`
    select tablename as table, policyname as name, permissive = 'PERMISSIVE' as permissive, cmd as command, qual as using,
      with_check as check, roles::text[] as roles
    from pg_policies where schemaname = 'public' and 'ke_vai_app' = any (roles) order by 1, 2`
  return all.filter((each) => (each.using ?? each.check) !== 'true')
}

/** What each kind of policy decides on. */
export const verbsOf: Readonly<Record<Policy['command'], Verb[]>> = {
  ALL: ['read', 'add', 'change', 'remove'],
  SELECT: ['read'],
  INSERT: ['add'],
  UPDATE: ['change'],
  DELETE: ['remove'],
}

/** Opens a permissive policy to everybody, or drops one that only forbids. */
export async function takeAway(sql: Sql, policy: Policy): Promise<void> {
  const { table, name } = policy
  if (!policy.permissive) {
    await sql`drop policy ${sql(name)} on ${sql(table)}`
    return
  }
  const using = policy.command === 'INSERT' ? '' : 'using (true)'
  const check = policy.command === 'SELECT' || policy.command === 'DELETE' ? '' : 'with check (true)'
  await sql.unsafe(`alter policy "${name}" on "${table}" ${using} ${check}`)
}

/** Puts it back exactly as it stood. */
export async function putBack(sql: Sql, policy: Policy): Promise<void> {
  const { table, name, using, check } = policy
  await sql.unsafe(`
    drop policy if exists "${name}" on "${table}";
    create policy "${name}" on "${table}" as ${policy.permissive ? 'permissive' : 'restrictive'} for ${policy.command}
      to ${policy.roles.join(', ')} ${using ? `using (${using})` : ''} ${check ? `with check (${check})` : ''}`)
}
