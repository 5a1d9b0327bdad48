import type { ResponseOf } from '@ke-vai/contract/endpoint.ts'
import type { verificationRead } from '@ke-vai/contract/verification/verification.ts'

export type VerificationData = ResponseOf<typeof verificationRead>

/** What every part of the panel is given. */
export interface PartProps {
  organisationId: string
  caseId: string
  data: VerificationData
}

/** The name of a body, or a stroke where it is not in the list any more. */
export function nameOf(bodies: VerificationData['bodies'], id: string): string {
  return bodies.find((each) => each.id === id)?.name ?? '–'
}
