import type { CaseLanguage } from '@ke-vai/contract/case/codes.ts'
import { type ConsentShown, consentList } from '@ke-vai/contract/consent/consent.ts'
import { type ConsentFact, consentStateOn } from '@ke-vai/contract/consent/state.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'
import { selectSuspicion } from './representative.ts'

type Row = Omit<ConsentShown, 'state'> & ConsentFact

export const listConsents = read(consentList, async ({ params }, { tx, province }) => {
  const [[her], suspected, rows] = await Promise.all([
    tx<{ track: 'adult' | 'child'; language: CaseLanguage | null; needsInterpreter: boolean }[]>`
      select track, language, needs_interpreter as "needsInterpreter" from case_file
      where province = ${province} and id = ${params.caseId}`,
    selectSuspicion(tx, province, params.caseId),
    tx<Row[]>`
      select id, purpose, to_organisation_id as "toOrganisationId", directory_entry_id as "directoryEntryId",
        (select name from organisation_name where organisation_id = to_organisation_id
          order by valid_to is null desc, valid_from desc limit 1) as recipient,
        fields, given_by as "givenBy", form, language, audio, interpreter, valid_from as "validFrom",
        valid_to as "validTo", given_at as "givenAt", withdrawn_at as "withdrawnAt", replaced_by as "replacedBy"
      from consent where province = ${province} and case_id = ${params.caseId} order by given_at desc`,
  ])
  if (!her) throw new Refused('notFound')
  const day = today()
  return {
    her: { ...her, representative: suspected === 'unknown' ? null : { suspected: suspected === 'yes' } },
    consents: rows.map(({ givenAt, withdrawnAt, replacedBy, ...shown }) => ({
      ...shown,
      state: consentStateOn({ ...shown, givenAt, withdrawnAt, replacedBy }, day),
    })),
  }
})
