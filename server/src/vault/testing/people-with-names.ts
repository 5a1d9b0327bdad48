import { randomUUID } from 'node:crypto'
import { demoId } from '../../demo/demo.ts'
import { runCommand } from '../../platform/commands.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import type { Vaults } from '../../platform/vault.ts'
import { registerCommands } from '../../register/register.ts'

export const clubId = demoId('club/tuan-chau')
export const organisationId = demoId('organisation/union-tuan-chau')
export const chair = { accountId: demoId('account/tham') }
export const member = { accountId: demoId('account/hoa') }

interface Person {
  name: string
  birth?: string
  phone?: string
}

/** Enters a person as the chair would, with keys of this vault; answers with her id. */
export async function registerPerson(
  database: TestDatabase,
  vaults: Vaults,
  person: Person,
): Promise<string> {
  const command = registerCommands.find((each) => each.definition.name === 'person.register')
  if (!command) throw new Error('persons cannot be registered')
  const personId = randomUUID()
  const args = command.definition.args.parse({ clubId, personId, groups: ['at_risk'], ...person })
  const arrival = { id: randomUUID(), deviceTime: new Date().toISOString(), args }
  await runCommand(database.operator, vaults, chair, command, arrival)
  return personId
}

/** Her sealed identity, as an opening of the vault. */
export async function identityOf(database: TestDatabase, personId: string) {
  const [row] = await database.dangerous<{ sealed: Buffer; version: number }[]>`
    select sealed, version from person_identity where person_id = ${personId}`
  if (!row) throw new Error('no such person')
  return {
    key: { person: personId },
    bound: { table: 'person_identity', row: personId, field: 'identity', version: row.version },
    sealed: row.sealed,
  }
}

/** A sign-in of this account as the database keeps it: the hash of a token. */
export async function signInOf(
  database: TestDatabase,
  { accountId }: { accountId: string },
  steppedUp = true,
): Promise<{ tokenHash: Buffer }> {
  const tokenHash = Buffer.from(randomUUID().padEnd(32).slice(0, 32))
  await database.dangerous`
    insert into sign_in (token_hash, account_id, expires_at, stepped_up_at)
    values (${tokenHash}, ${accountId}, now() + interval '1 hour', ${steppedUp ? new Date() : null})`
  return { tokenHash }
}

/** Gives Em H. a row among the members of the club; answers with its id. */
export async function linkMember(database: TestDatabase): Promise<string> {
  const id = randomUUID()
  await database.dangerous`
    insert into member (province, id, club_id, account_id, display_name)
    values ('22', ${id}, ${clubId}, ${member.accountId}, 'Em H.')`
  return id
}
