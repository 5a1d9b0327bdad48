import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { codeOf } from '../words.ts'

/** On what ground a person is forgotten. */
export const erasureGrounds = {
  her_wish: { vi: 'Chị ấy muốn xóa', en: 'It is her wish' },
  wrong_entry: { vi: 'Ghi nhầm người', en: 'Entered by mistake' },
  retention_ended: { vi: 'Hết thời hạn lưu', en: 'The time for keeping it has ended' },
} as const

/**
 * Forgets a person: her key is destroyed, and with it everything sealed under it, in every copy of the data that is kept
 * apart from the keys. What was done stays for the counts, under an id that leads to nobody. It cannot be taken back.
 */
export const personErase = defineCommand({
  name: 'person.erase',
  permission: 'person.erase',
  scope: 'club',
  args: z.object({
    clubId: z.uuid(),
    personId: z.uuid(),
    erasureId: z.uuid(),
    ground: codeOf(erasureGrounds),
  }),
  /** The certificate: how many lines of the book were hers, and the hash of the key destroyed for the first. */
  result: z.object({ id: z.uuid(), lines: z.number().int(), keyHash: z.string() }),
  audit: 'PERSON_ERASED',
  offline: false,
  subject: { kind: 'person', arg: 'personId' },
  stepUp: true,
  twoPeople: { approve: 'person.erase.approve' },
  summary: { vi: 'Xóa theo ý chị ấy', en: 'Erase at her wish' },
})
