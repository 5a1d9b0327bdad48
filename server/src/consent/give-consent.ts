import type { AgeBand, CaseLanguage } from '@ke-vai/contract/case/codes.ts'
import { consentAsk, consentAsked, consentGive, consentGiven } from '@ke-vai/contract/consent/consent.ts'
import { consentGiverRule } from '@ke-vai/contract/consent/giver.ts'
import { consentSheetRule } from '@ke-vai/contract/consent/state.ts'
import { consentTextVersion } from '@ke-vai/contract/consent/text.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import { writeEntry } from '../case/write-entry.ts'
import { command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { selectSuspicion } from './representative.ts'
import { carryOver } from './withdraw-consent.ts'

interface Her {
  track: 'adult' | 'child'
  ageBand: AgeBand | null
  language: CaseLanguage | null
  needsInterpreter: boolean
}

export const giveConsent = command(consentGive, async (args, context) => {
  const { tx, actor, province, audit } = context
  const [her] = await tx<Her[]>`
    select track, age_band as "ageBand", language, needs_interpreter as "needsInterpreter"
    from case_file where province = ${province} and id = ${args.caseId} for no key update`
  if (!her) throw new Refused('notFound')
  if (args.textVersion !== consentTextVersion) throw new Refused('badShape')
  const suspected = await selectSuspicion(tx, province, args.caseId)
  const refusal =
    consentGiverRule({ ...args, ...her, suspected }) ?? consentSheetRule(args, { ...her, today: today() })
  if (refusal) throw new Refused(refusal)
  await tx`
    insert into consent (province, id, case_id, purpose, to_organisation_id, directory_entry_id, fields, given_by,
      representative, form, language, text_version, audio, interpreter, valid_from, valid_to, recorded_by)
    values (${province}, ${args.consentId}, ${args.caseId}, ${args.purpose}, ${args.toOrganisationId},
      ${args.directoryEntryId}, ${[...new Set(args.fields)]}, ${args.givenBy}, ${args.representative}, ${args.form},
      ${args.language}, ${args.textVersion}, ${args.audio}, ${args.interpreter}, ${args.validFrom}, ${args.validTo}, ${actor.id})`
  const { purpose, consentId, givenBy, validTo } = args
  await writeEntry(context, consentGiven, {
    caseId: args.caseId,
    body: { consentId, purpose, givenBy, validTo },
  })
  if (args.replacesId !== null) await carryOver(context, args, args.replacesId)
  await audit({ subjectKind: 'case', subjectId: args.caseId, fields: ['consent', purpose] })
  return { id: consentId }
})

export const noteAnswer = command(consentAsk, async (args, context) => {
  const { purpose, answer } = args
  await writeEntry(context, consentAsked, { caseId: args.caseId, body: { purpose, answer } })
  await context.audit({ subjectKind: 'case', subjectId: args.caseId, fields: ['consent', answer] })
  return { done: true as const }
})
