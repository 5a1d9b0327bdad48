import type { CaseLanguage } from '@ke-vai/contract/case/codes.ts'
import { type ConsentShown, consentList } from '@ke-vai/contract/consent/consent.ts'
import { consentListOfPerson } from '@ke-vai/contract/consent/of-person.ts'
import { type ConsentFact, consentStateOn } from '@ke-vai/contract/consent/state.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import type { Tx } from '../platform/database.ts'
import { read } from '../platform/reads.ts'
import { Refused } from '../platform/refused.ts'
import { caseOwner, type Owner, ownedBy, personOwner } from './owner.ts'
import { selectSuspicion } from './representative.ts'

type Row = Omit<ConsentShown, 'state'> & ConsentFact

/** Everything she agreed to, the newest first, each as it stands today. */
async function selectShown(tx: Tx, province: string, owner: Owner): Promise<ConsentShown[]> {
  const rows = await tx<Row[]>`
    select id, purpose, to_organisation_id as "toOrganisationId", directory_entry_id as "directoryEntryId",
      coalesce((select name from organisation_name where organisation_id = to_organisation_id
        order by valid_to is null desc, valid_from desc limit 1),
        (select directory_entry.name from directory_entry where directory_entry.id = consent.directory_entry_id)) as recipient,
      fields, given_by as "givenBy", form, language, audio, interpreter, valid_from as "validFrom",
      valid_to as "validTo", given_at as "givenAt", withdrawn_at as "withdrawnAt", replaced_by as "replacedBy"
    from consent where province = ${province} and ${ownedBy(tx, owner)} order by given_at desc`
  const day = today()
  return rows.map(({ givenAt, withdrawnAt, replacedBy, ...shown }) => ({
    ...shown,
    state: consentStateOn({ ...shown, givenAt, withdrawnAt, replacedBy }, day),
  }))
}

export const listConsents = read(consentList, async ({ params }, { tx, province }) => {
  const [[her], suspected, consents] = await Promise.all([
    tx<{ track: 'adult' | 'child'; language: CaseLanguage | null; needsInterpreter: boolean }[]>`
      select track, language, needs_interpreter as "needsInterpreter" from case_file
      where province = ${province} and id = ${params.caseId}`,
    selectSuspicion(tx, province, params.caseId),
    selectShown(tx, province, caseOwner(params)),
  ])
  if (!her) throw new Refused('notFound')
  return {
    her: { ...her, representative: suspected === 'unknown' ? null : { suspected: suspected === 'yes' } },
    consents,
  }
})

export const listConsentsOfPerson = read(consentListOfPerson, async ({ params }, context) => ({
  consents: await selectShown(context.tx, context.province, await personOwner(context, params)),
}))
