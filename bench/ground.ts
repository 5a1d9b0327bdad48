import { randomUUID } from 'node:crypto'
import { personRegister } from '@ke-vai/contract/register/person.ts'
import { demoPassword } from '../database/seed/network.ts'
import type { Sql } from '../server/src/platform/database.ts'
import type { Opener } from './case.ts'
import { type Client, openClient, signIn } from './client.ts'
import type { Measured } from './load.ts'
import { ordinaryClub } from './size.ts'

/** The chairs who are measured, signed in. */
export async function signInAll(address: string, { ordinary, big, importer }: Measured, atOnce: number) {
  const open = async (username: string) =>
    openClient(address, await signIn(address, username, demoPassword), atOnce)
  return {
    ordinaryClient: await open(ordinary.username),
    bigClient: await open(big.username),
    importerClient: await open(importer.username),
  }
}

/**
 * Those who open identities. They sign in when the cases are made and their case is measured within the ten minutes in
 * which that counts as a fresh proof of who they are.
 */
export async function signInOpeners(address: string, { openers }: Measured): Promise<Opener[]> {
  const signedIn: Opener[] = []
  for (const { accountId, username } of openers)
    signedIn.push({
      accountId,
      client: openClient(address, await signIn(address, username, demoPassword), 1),
    })
  return signedIn
}

/** The ordinary club enters its people through the product itself, so that each has her key and sealed identity. */
export async function registerPeople(client: Client, { ordinary }: Measured): Promise<string[]> {
  const ids: string[] = []
  for (let n = 1; n <= ordinaryClub; n++) {
    const personId = randomUUID()
    const args = { clubId: ordinary.id, personId, name: `Người thứ ${n}`, groups: ['at_risk'] }
    const answer = await client.post(`/api/commands/${personRegister.name}`, {
      id: randomUUID(),
      deviceTime: new Date().toISOString(),
      args,
    })
    if (answer.status !== 200) throw new Error(`a person was not registered: ${answer.text}`)
    ids.push(personId)
  }
  return ids
}

/** The persons of the club, by code. */
export async function selectPeople(sql: Sql, clubId: string): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`select id from person where club_id = ${clubId} order by code`
  return rows.map((row) => row.id)
}

/** Takes away what measuring added, so that the next size meets the same club; audit lines of the product stay. */
export async function removeMeasured(sql: Sql): Promise<void> {
  await sql`delete from contact where origin = 'app' and device_time is not null`
  // Lines of the bare driver, whose chain has no head.
  await sql`delete from audit_event where seq is not null and chain not in (select chain from audit_chain)`
  await sql`vacuum analyze contact, person, audit_event`
}
