import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { codeOf } from '../words.ts'
import { openingReasons } from './person.ts'

/** Opens the free words of one contact, for a reason; a command, so that it leaves its line each time. */
export const noteOpen = defineCommand({
  name: 'note.open',
  permission: 'identity.open',
  scope: 'club',
  args: z.object({ clubId: z.uuid(), contactId: z.uuid(), reason: codeOf(openingReasons) }),
  result: z.object({ note: z.string() }),
  audit: 'NOTE_OPENED',
  offline: false,
  keepsAnswer: false,
  subject: { kind: 'contact', arg: 'contactId' },
  stepUp: true,
  summary: { vi: 'Mở ghi chú của một cuộc gặp', en: 'Open the note of a contact' },
})
