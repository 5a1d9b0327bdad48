import { refuse } from '@ke-vai/contract/refusal.ts'
import type { BodyShown } from '@ke-vai/contract/verification/verification.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'

/** The bodies of a province that lead, join or are asked, with their names of today. */
export async function selectBodies(tx: Tx, province: string): Promise<BodyShown[]> {
  const rows = await tx<BodyShown[]>`
    select organisation.id, organisation.kind, organisation_name.name from organisation
      join organisation_name on organisation_name.organisation_id = organisation.id
        and valid_from <= policy.today() and (valid_to is null or valid_to >= policy.today())
    where organisation.province = ${province}
      and organisation.kind in ('health_department', 'police', 'border_guard', 'social_work_centre')
    order by organisation.kind, organisation_name.name`
  return [...rows]
}

const notABody = refuse(
  'not_a_verifying_body',
  {
    vi: 'Cơ quan chủ trì là cơ quan y tế cấp tỉnh; cơ quan phối hợp là công an, biên phòng hoặc cơ sở xã hội của tỉnh.',
    en: 'The provincial health body leads; police, border guard or a social centre of the province join.',
  },
  'leadOrganisationId',
)

/** Refuses when the lead is no health body of the province, or another is no body that joins. */
export async function requireBodies(
  tx: Tx,
  province: string,
  lead: string,
  joint: readonly string[],
): Promise<void> {
  const bodies = await selectBodies(tx, province)
  const kindOf = new Map(bodies.map(({ id, kind }) => [id, kind]))
  if (kindOf.get(lead) !== 'health_department' || !joint.every((each) => kindOf.has(each)))
    throw new Refused(notABody)
}
