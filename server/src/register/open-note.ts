import { noteOpen } from '@ke-vai/contract/register/note.ts'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { selectPersonKey } from './identity.ts'

export const openNote = command(noteOpen, async (args, { tx, province, vault, audit }) => {
  const [contact] = await tx<{ person_id: string; note_sealed: Buffer | null }[]>`
    select person_id, note_sealed from contact
    where province = ${province} and club_id = ${args.clubId} and id = ${args.contactId}`
  if (!contact?.note_sealed) throw new Refused('notFound')
  // The line comes before the opening: if it cannot be written, nothing is opened.
  await audit({ subjectKind: 'contact', subjectId: args.contactId, fields: ['note'], reason: args.reason })
  const key = await selectPersonKey(tx, vault, province, contact.person_id)
  return { note: String(vault.open(key, `contact|${args.contactId}`, contact.note_sealed)) }
})
