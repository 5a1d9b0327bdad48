import type { SheetKind } from '@ke-vai/contract/ledger/ledger.ts'
import { contactHeadings } from './contacts.ts'
import { memberHeadings } from './members.ts'
import { referralHeadings } from './referrals.ts'
import { registerHeadings } from './register.ts'
import { sessionHeadings } from './sessions.ts'
import type { SheetHeadings } from './sheet-headings.ts'

/** The five sheets of a club's book. */
export const sheetHeadings = {
  register: registerHeadings,
  contacts: contactHeadings,
  referrals: referralHeadings,
  sessions: sessionHeadings,
  members: memberHeadings,
} as const satisfies Readonly<Record<SheetKind, SheetHeadings>>
