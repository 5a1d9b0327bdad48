import type { StayNow } from '@ke-vai/contract/stay/state.ts'

/** What every form of a stay is given. */
export interface FormProps {
  organisationId: string
  caseId: string
  stays: readonly StayNow[]
  stay: StayNow
  onDone: () => void
}
