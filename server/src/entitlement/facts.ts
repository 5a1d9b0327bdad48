import type { AgeBand } from '@ke-vai/contract/case/codes.ts'
import type { EntitlementLine } from '@ke-vai/contract/entitlement/entitled-to.ts'
import {
  type EntitlementFacts,
  entitledTo,
  type LegalFacts,
} from '@ke-vai/contract/entitlement/entitled-to.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import { lawTables } from './law-tables.ts'

interface CaseRow extends LegalFacts {
  track: 'adult' | 'child'
  ageBand: AgeBand | null
  accompaniesId: string | null
}

const minorBands: readonly AgeBand[] = ['under_7', '7_to_15', '16_to_17']

/** What the law looks at in the person of a case, and of the adult whom a child came with nothing but her status. */
export async function selectFacts(
  tx: Tx,
  province: string,
  caseId: string,
  onDay: string,
): Promise<EntitlementFacts & { came: boolean }> {
  const [row] = await tx<CaseRow[]>`
    select legal_status as "legalStatus", identified_on as "identifiedOn", nationality, found_in as "foundIn", track,
      age_band as "ageBand", accompanies_id as "accompaniesId"
    from case_file where province = ${province} and id = ${caseId}`
  if (!row) throw new Refused('notFound')
  const { track, ageBand, accompaniesId, ...legal } = row
  const [accompanies = null] = accompaniesId
    ? await tx<LegalFacts[]>`
        select legal_status as "legalStatus", identified_on as "identifiedOn", nationality, found_in as "foundIn"
        from policy.accompanied(${caseId})`
    : []
  const minor = track === 'child' || (ageBand !== null && minorBands.includes(ageBand))
  return { ...legal, minor, accompanies, onDay, came: accompaniesId !== null }
}

/** A support as the law of this day has it for this person. */
export function findLine(
  facts: EntitlementFacts,
  asked: { regime: string; code: string },
): EntitlementLine | undefined {
  return entitledTo(lawTables, facts).lines.find(
    ({ regime, code }) => regime === asked.regime && code === asked.code,
  )
}
