import type { SafeContactCodes } from '@ke-vai/contract/case/safe-contact.ts'
import type { CommandContext } from '../platform/commands.ts'
import { reachBound } from './find-companion.ts'

/**
 * How she is to be reached has changed: whoever walks beside her, and was told of it with her consent, has the new words at
 * once. What is old here may harm her.
 */
export async function tellSafeContact(
  { tx, province, vault }: Pick<CommandContext, 'tx' | 'province' | 'vault'>,
  caseId: string,
  codes: SafeContactCodes,
  how: string,
): Promise<void> {
  const told = await tx<{ id: string }[]>`
    select id from companion where province = ${province} and case_id = ${caseId} and state in ('asked', 'accepted')
      and 'reach' = any (fields) and policy.consent_in_force(consent_id)`
  for (const { id } of told) {
    const [sealed] = await vault.seal({ case: caseId }, [{ bound: reachBound(id), value: how }])
    await tx`
      update companion set reach = ${sealed ?? null}, safe_contact = ${JSON.stringify(codes)}::text::jsonb
      where province = ${province} and id = ${id}`
  }
}
