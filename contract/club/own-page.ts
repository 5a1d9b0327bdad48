import { z } from 'zod'
import { defineCommand, done } from '../command.ts'
import { codeOf } from '../words.ts'

/**
 * A page that a member keeps for herself: whether she was herself trafficked or came back (F1.29), and her own notes.
 * It is the most dangerous thing in the system, so nothing outside tells a page with an answer from one without:
 * command, audit line and length say only that a member saved her own page, which anybody may do.
 */
export const ownExperiences = {
  trafficked: { vi: 'Tôi từng bị mua bán', en: 'I was trafficked' },
  returned: { vi: 'Tôi đi không có giấy tờ và đã trở về', en: 'I migrated without papers and came back' },
} as const

export const ownPage = z.object({
  experiences: z.array(codeOf(ownExperiences)).max(2),
  note: z.string().max(1000),
})
export type OwnPage = z.infer<typeof ownPage>

export const memberBackgroundSet = defineCommand({
  name: 'member.set_own',
  permission: 'member.background.own',
  scope: 'club',
  args: z.object({
    clubId: z.uuid(),
    page: ownPage,
    /** Random: the log keeps a hash of the arguments, and without this the few answers could be guessed from it. */
    blind: z.uuid(),
  }),
  result: done,
  audit: 'MEMBER_OWN_SAVED',
  offline: false,
  summary: { vi: 'Lưu trang riêng của tôi', en: 'Save my own page' },
})

/** A command, because it opens what is sealed: each opening leaves its line and no answer is kept. */
export const memberBackgroundOpen = defineCommand({
  name: 'member.open_own',
  permission: 'member.background.own',
  scope: 'club',
  args: z.object({ clubId: z.uuid() }),
  result: ownPage,
  audit: 'MEMBER_OWN_OPENED',
  offline: false,
  keepsAnswer: false,
  summary: { vi: 'Mở trang riêng của tôi', en: 'Open my own page' },
})
