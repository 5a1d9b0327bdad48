import { z } from 'zod'
import { defineCommand, done } from '../command.ts'

const text = (most: number) => z.string().trim().min(1).max(most).nullable()

/** Corrects what identifies her; a field that is not named stays as it is, null takes it out. */
export const identityChange = defineCommand({
  name: 'identity.change',
  permission: 'identity.write',
  scope: 'club',
  args: z.object({
    clubId: z.uuid(),
    personId: z.uuid(),
    changes: z
      .object({
        name: z.string().trim().min(1).max(200),
        birth: text(40),
        phone: text(40),
        address: text(300),
        paper: text(40),
        family: text(300),
      })
      .partial()
      .refine((changes) => Object.keys(changes).length > 0),
  }),
  result: done,
  audit: 'IDENTITY_CHANGED',
  offline: false,
  subject: { kind: 'person', arg: 'personId' },
  stepUp: true,
  summary: { vi: 'Sửa thông tin riêng', en: 'Correct an identity' },
})
