import { noteOpen } from '@ke-vai/contract/register/note.ts'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { noteBound } from './identity.ts'
import { requireBudget } from './reading-budget.ts'

export const openNote = command(noteOpen, async (args, { tx, actor, province, vault, audit }) => {
  const [contact] = await tx<{ person_id: string; note_sealed: Buffer | null }[]>`
    select person_id, note_sealed from contact
    where province = ${province} and club_id = ${args.clubId} and id = ${args.contactId}`
  if (!contact?.note_sealed) throw new Refused('notFound')
  await requireBudget(tx, actor, contact.person_id)
  // The line comes before the opening: if it cannot be written, nothing is opened.
  await audit({ subjectKind: 'contact', subjectId: args.contactId, fields: ['note'], reason: args.reason })
  const [note] = await vault.open({ person: contact.person_id }, [
    { bound: noteBound(args.contactId), sealed: contact.note_sealed },
  ])
  return { note: String(note) }
})
