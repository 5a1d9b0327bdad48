import { randomUUID } from 'node:crypto'
import { caseOpen } from '@ke-vai/contract/case/case.ts'
import type { Conclusion, VerificationState } from '@ke-vai/contract/verification/codes.ts'
import { verificationMove, verificationStart } from '@ke-vai/contract/verification/verification.ts'
import { demoId } from '../../demo/demo.ts'
import type { TestPerson } from '../../platform/testing/test-product.ts'

export const centre = demoId('organisation/centre-22')
export const health = demoId('organisation/health-22')
export const police = demoId('organisation/police-22')
export const border = demoId('organisation/border-22')

/** So many days ago, as the wire carries an instant. */
export const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()

/** A case of this manager's, received just now. */
export async function receive(manager: TestPerson, calledBy = 'Chị Thử') {
  const ofCase = { organisationId: centre, caseId: randomUUID() }
  const { status, body } = await manager.send(caseOpen, { ...ofCase, channel: 'self_return', calledBy })
  if (status !== 200) throw new Error(`no case: ${status}`)
  return { ...ofCase, code: body.code }
}

/** Begins its verification at this instant, led by the health body. */
export async function begin(
  manager: TestPerson,
  { organisationId, caseId }: { organisationId: string; caseId: string },
  at = daysAgo(0),
) {
  const args = { organisationId, caseId, verificationId: randomUUID(), route: 'reported' as const, at }
  return manager.send(verificationStart, {
    ...args,
    leadOrganisationId: health,
    jointOrganisationIds: [police],
  })
}

/** Takes the next steps, all at this instant. */
export async function takeSteps(
  manager: TestPerson,
  { organisationId, caseId }: { organisationId: string; caseId: string },
  steps: readonly VerificationState[],
  at = daysAgo(0),
) {
  for (const to of steps) {
    const conclusion: Conclusion | null = to === 'verifying' || to === 'concluded' ? 'grounds' : null
    const { status } = await manager.send(verificationMove, { organisationId, caseId, to, at, conclusion })
    if (status !== 200) throw new Error(`${to}: ${status}`)
  }
}
