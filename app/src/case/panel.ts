import type { caseRead } from '@ke-vai/contract/case/case.ts'
import type { ResponseOf } from '@ke-vai/contract/endpoint.ts'
import type { Permission } from '@ke-vai/contract/permissions.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import type { ComponentType } from 'react'

/** A case as its team reads it. */
export type CasePage = ResponseOf<typeof caseRead>

/** What every part of the case's page is given. A part that needs less of it takes less. */
export interface CasePanelProps {
  organisationId: string
  caseId: string
  page: CasePage
}

/** One tab of the case's page; `id` stands in its address. */
export interface CaseTab {
  id: string
  words: Words
  Panel: ComponentType<CasePanelProps>
  /** Only for those whose role carries it at the agency. */
  permission?: Permission
  /** Only for the cases that it is about. */
  of?: (page: CasePage) => boolean
}
