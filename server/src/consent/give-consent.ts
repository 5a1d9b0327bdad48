import type { AgeBand, CaseLanguage } from '@ke-vai/contract/case/codes.ts'
import type { ConsentPurpose, Suspicion } from '@ke-vai/contract/consent/codes.ts'
import { consentAsk, consentAsked, consentGive, consentGiven } from '@ke-vai/contract/consent/consent.ts'
import { consentGiverRule } from '@ke-vai/contract/consent/giver.ts'
import { consentAskForPerson, consentGiveForPerson } from '@ke-vai/contract/consent/of-person.ts'
import { consentSheetRule } from '@ke-vai/contract/consent/state.ts'
import { consentTextVersion } from '@ke-vai/contract/consent/text.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import type { z } from 'zod'
import { writeEntry } from '../case/write-entry.ts'
import { type CommandContext, command } from '../platform/commands.ts'
import { Refused } from '../platform/refused.ts'
import { requireKeptLine } from '../register/one-person.ts'
import { caseOwner, type Owner, ownerRow, personOwner, subjectOf } from './owner.ts'
import { selectSuspicion } from './representative.ts'
import { carryOver } from './withdraw-consent.ts'

interface Her {
  track: 'adult' | 'child'
  ageBand: AgeBand | null
  /** Null where nothing is known: then she says herself that she understands the sheet's language. */
  language: CaseLanguage | null
  needsInterpreter: boolean
}

type Sheet = Omit<z.infer<typeof consentGive.args>, 'organisationId' | 'caseId'>

/** One sheet takes effect, of a case or of a person: the rules, the row, and the one whose place it takes. */
async function takeEffect(
  context: CommandContext,
  owner: Owner,
  sheet: Sheet,
  her: Her & { suspected: Suspicion },
) {
  const { tx, actor, province, audit } = context
  if (sheet.textVersion !== consentTextVersion) throw new Refused('badShape')
  const refusal =
    consentGiverRule({ ...sheet, ...her }) ?? consentSheetRule(sheet, { ...her, today: today() })
  if (refusal) throw new Refused(refusal)
  const { consentId, purpose, givenBy, validTo } = sheet
  await tx`insert into consent ${tx({
    province,
    id: consentId,
    ...ownerRow(owner),
    purpose,
    to_organisation_id: sheet.toOrganisationId,
    directory_entry_id: sheet.directoryEntryId,
    fields: [...new Set(sheet.fields)],
    given_by: givenBy,
    representative: sheet.representative,
    form: sheet.form,
    language: sheet.language,
    text_version: sheet.textVersion,
    audio: sheet.audio,
    interpreter: sheet.interpreter,
    valid_from: sheet.validFrom,
    valid_to: validTo,
    recorded_by: actor.id,
  })}`
  if (owner.kind === 'case')
    await writeEntry(context, consentGiven, {
      caseId: owner.id,
      body: { consentId, purpose, givenBy, validTo },
    })
  if (sheet.replacesId !== null) await carryOver(context, owner, consentId, sheet.replacesId)
  await audit({ ...subjectOf(owner), fields: ['consent', purpose] })
  return { id: consentId }
}

export const giveConsent = command(consentGive, async (args, context) => {
  const { tx, province } = context
  const [her] = await tx<Her[]>`
    select track, age_band as "ageBand", language, needs_interpreter as "needsInterpreter"
    from case_file where province = ${province} and id = ${args.caseId} for no key update`
  if (!her) throw new Refused('notFound')
  const suspected = await selectSuspicion(tx, province, args.caseId)
  return takeEffect(context, caseOwner(args), args, { ...her, suspected })
})

const purposeOfClub: ConsentPurpose = 'share_referral'
const children: readonly AgeBand[] = ['under_7', '7_to_15', '16_to_17']

/** A register names no representative: for a child an officer decides with her. */
export const giveConsentForPerson = command(consentGiveForPerson, async (args, context) => {
  const { tx, province } = context
  await requireKeptLine(tx, province, args.clubId, args.personId)
  const track = children.includes(args.ageBand) ? ('child' as const) : ('adult' as const)
  const her = { track, ageBand: args.ageBand, language: null, needsInterpreter: false }
  const owner = await personOwner(context, args)
  return takeEffect(context, owner, { ...args, purpose: purposeOfClub }, { ...her, suspected: 'unknown' })
})

export const noteAnswer = command(consentAsk, async (args, context) => {
  const { purpose, answer } = args
  await writeEntry(context, consentAsked, { caseId: args.caseId, body: { purpose, answer } })
  await context.audit({ subjectKind: 'case', subjectId: args.caseId, fields: ['consent', answer] })
  return { done: true as const }
})

/** A register has no timeline of answers: the line of the audit keeps that she was asked. */
export const noteAnswerForPerson = command(consentAskForPerson, async (args, context) => {
  const owner = await personOwner(context, args)
  await context.audit({ ...subjectOf(owner), fields: ['consent', args.answer] })
  return { done: true as const }
})
