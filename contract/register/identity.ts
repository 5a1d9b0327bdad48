import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { defineRead } from '../endpoint.ts'
import type { Role } from '../permissions.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type CodeWords, codeOf } from '../words.ts'
import { personStatuses } from './codes.ts'
import { openingReasons } from './person.ts'

/**
 * How many persons' identities one account opens in a day of Việt Nam, by its role in the club; the project's proposal,
 * for when the dated parameter `reading_budget_<role>` says nothing else. Opening the same person again costs nothing.
 */
export const readingBudgets: Partial<Record<Role, number>> = {
  club_member: 15,
  club_chair: 30,
  case_manager: 40,
  psychologist: 30,
  shelter_manager: 40,
  service_partner: 40,
}

export type FieldGroup = 'identity' | 'note'
/** What was opened, in the words of the one who sees the list. */
export const fieldGroups: CodeWords<FieldGroup> = {
  identity: { vi: 'Thông tin riêng', en: 'Identity' },
  note: { vi: 'Ghi chú', en: 'Note' },
}

const opening = z.object({
  at: z.iso.datetime(),
  /** The display name of the account; null where it is no longer of this club. */
  by: z.string().nullable(),
  own: z.boolean(),
  /** Null for lines older than the list of reasons. */
  reason: codeOf(openingReasons).nullable(),
  fields: codeOf(fieldGroups),
})
export type Opening = z.infer<typeof opening>

/** The last openings of one person, newest first: whoever may open her sees who else did. */
export const identityOpenings = defineRead({
  name: 'identity.openings',
  path: '/clubs/:clubId/register/:personId/openings',
  params: z.object({ clubId: z.uuid(), personId: z.uuid() }),
  query: z.object({}),
  response: z.object({ openings: z.array(opening), total: z.number().int() }),
  permission: 'identity.open',
  scope: 'club',
  subject: { kind: 'person', arg: 'personId' },
  summary: { vi: 'Ai đã mở thông tin riêng của một người', en: "Who opened a person's identity" },
})

export type SearchKind = 'name' | 'phone' | 'paper'
export const searchKinds: CodeWords<SearchKind> = {
  name: { vi: 'Tên', en: 'Name' },
  phone: { vi: 'Số điện thoại', en: 'Phone' },
  paper: { vi: 'Số giấy tờ', en: 'Paper number' },
}

const foundPerson = z.object({ id: z.uuid(), code: z.string(), status: codeOf(personStatuses) })
export type FoundPerson = z.infer<typeof foundPerson>

/**
 * Looks for a person by what identifies her; answers with codes, never with a name. A command, so that what is sought
 * stands in no address and each search leaves its line.
 */
export const identitySearch = defineCommand({
  name: 'identity.search',
  permission: 'identity.search',
  scope: 'club',
  args: z.object({
    clubId: z.uuid(),
    kind: codeOf(searchKinds),
    text: z.string().trim().min(1).max(200),
  }),
  result: z.object({ found: z.array(foundPerson) }),
  audit: 'IDENTITY_SEARCHED',
  offline: false,
  keepsAnswer: false,
  stepUp: true,
  summary: { vi: 'Tìm theo tên, số điện thoại, giấy tờ', en: 'Search by name, phone or paper' },
})

/** May this be looked for? Too little would find half the book. Null means yes. */
export function searchRule(asked: { kind: SearchKind; text: string }): Refusal | null {
  if (asked.kind === 'name')
    return /\p{L}\S*\s+\S*[\p{L}\d]/u.test(asked.text.trim())
      ? null
      : refuse(
          'search_needs_full_name',
          {
            vi: 'Xin ghi cả họ và tên, hoặc tên và năm sinh; chỉ một chữ thì quá nhiều người trùng.',
            en: 'Please write family and given name, or given name and year of birth; one word fits too many people.',
          },
          'text',
        )
  const needed = asked.kind === 'phone' ? 9 : 6
  if (asked.text.replace(/[^\p{L}\d]/gu, '').length >= needed) return null
  return refuse(
    'search_needs_whole_number',
    { vi: 'Xin ghi đủ cả số, không chỉ vài chữ số.', en: 'Please write the whole number, not a few digits.' },
    'text',
  )
}
