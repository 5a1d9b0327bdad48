import { randomUUID } from 'node:crypto'
import { personErase } from '@ke-vai/contract/register/erasure.ts'
import type { ResultSet } from '../platform/approval.ts'
import { command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import { requireKeptLine, selectLines } from './one-person.ts'

export const erasePerson = command(
  personErase,
  async (args, { tx, actor, province, approval, audit }) => {
    if (!approval) throw new Refused('secondPersonNeeded')
    const lines = await selectLines(tx, province, args.clubId, args.personId)
    const [first] = lines
    if (!first) throw new Refused('notFound')
    const hashes: string[] = []
    for (const line of lines) {
      const erasureId = line.id === args.personId ? args.erasureId : randomUUID()
      const [destroyed] = await tx<{ hash: Buffer }[]>`select policy.destroy_person_key(${line.id}) as hash`
      if (!destroyed?.hash) throw new Error('no key was destroyed')
      hashes.push(destroyed.hash.toString('hex'))
      await tx`
        insert into erasure (province, id, club_id, person_id, ground, key_hash, erased_by, approved_by)
        values (${province}, ${erasureId}, ${args.clubId}, ${line.id}, ${args.ground}, ${destroyed.hash}, ${actor.id},
          ${approval.approvedBy})`
      await tx`select policy.forget_person(${erasureId})`
      await audit({
        subjectKind: 'person',
        subjectId: line.id,
        fields: ['identity', 'note', 'screening'],
        reason: args.ground,
      })
    }
    return { id: args.erasureId, lines: lines.length, keyHash: hashes[0] ?? '' }
  },
  async (args, { tx, province }): Promise<ResultSet> => {
    await requireKeptLine(tx, province, args.clubId, args.personId)
    return foreseeErasure(tx, province, args.clubId, args.personId)
  },
)

/** Everything that would be cleared: her lines, and each note and answer of hers. */
async function foreseeErasure(
  tx: Tx,
  province: string,
  clubId: string,
  personId: string,
): Promise<ResultSet> {
  const lines = await selectLines(tx, province, clubId, personId)
  const ids = lines.map((line) => line.id)
  const contacts = await tx<{ id: string }[]>`
    select id from contact where province = ${province} and club_id = ${clubId} and person_id = any (${ids})`
  const screenings = await tx<{ id: string }[]>`
    select id from screening where province = ${province} and club_id = ${clubId} and person_id = any (${ids})`
  const counts = { lines: lines.length, contacts: contacts.length, screenings: screenings.length }
  return { ids: [...ids, ...[...contacts, ...screenings].map((row) => row.id)], counts }
}
