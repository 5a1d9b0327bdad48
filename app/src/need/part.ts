import type { EntryShown } from '@ke-vai/contract/case/entry.ts'

/** What each part of the panel is given. */
export interface PartProps {
  organisationId: string
  caseId: string
  entries: readonly EntryShown[]
  writes: boolean
}
