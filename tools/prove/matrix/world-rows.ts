import { randomUUID } from 'node:crypto'
import type { Person, World } from './world.ts'

/** What no command of one person makes: exclusions of every actor from one person, an erased and a merged entry. */
export async function arrangeTheRest(world: World): Promise<void> {
  const { dangerous: sql } = world.database
  const { excluded, erased, merged, own } = world.persons
  for (const actor of new Set(world.actors.map((each) => each.accountId)))
    await sql`insert into exclusion (province, id, club_id, person_id, account_id, ground)
      values (${excluded.club.province}, ${randomUUID()}, ${excluded.club.id}, ${excluded.id}, ${actor}, 'relative')`
  await sql`update person set merged_into = ${own.id} where id = ${merged.id}`
  await sql`insert into person_merge (province, id, club_id, kept_id, merged_id, merged_by, approved_by, undo_until)
    values (${own.club.province}, ${world.mergeId}, ${own.club.id}, ${own.id}, ${merged.id}, ${world.arranger.accountId},
      ${world.newcomer}, now() + interval '9 days')`
  // A merge that was taken back: its paper still names the person from whom everybody is excluded.
  await sql`insert into person_merge (province, id, club_id, kept_id, merged_id, merged_by, approved_by, undo_until, undone_at)
    values (${own.club.province}, ${randomUUID()}, ${own.club.id}, ${excluded.id}, ${world.persons.team.id},
      ${world.arranger.accountId}, ${world.newcomer}, now(), now())`
  for (const { province, id } of world.clubs) {
    const bytes = Buffer.from(id)
    await sql`insert into ledger_import (province, id, club_id, file_hash, added) values (${province}, ${randomUUID()}, ${id}, ${bytes}, '{}')`
    await sql`insert into ledger_row (province, club_id, kind, fingerprint, target_id, import_id)
      values (${province}, ${id}, 'session', ${bytes}, ${randomUUID()}, ${randomUUID()})`
  }
  await erase(world, erased)
  // The code tells of the person: it is a token as her id is.
  const codes = await sql<{ id: string; code: string }[]>`select id, code from person`
  for (const { id, code } of codes) {
    const known = world.ids.get(id)
    if (known) world.ids.set(code, known)
  }
}

async function erase(world: World, { id }: Person): Promise<void> {
  const { dangerous: sql } = world.database
  await sql`update person set erased_at = now() where id = ${id}`
  for (const table of [
    'task',
    'person_key',
    'person_identity',
    'safe_contact',
    'identity_index',
    'departure_check_in',
    'departure_plan',
  ])
    await sql`delete from ${sql(table)} where person_id = ${id}`
  await sql`update contact set note_sealed = null, next_step = null where person_id = ${id}`
  await sql`update referral set words = null, shared = null where person_id = ${id}`
  await sql`update consent set withdrawn_at = now() where person_id = ${id}`
}
