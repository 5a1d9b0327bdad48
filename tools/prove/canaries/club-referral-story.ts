import { randomUUID } from 'node:crypto'
import { consentGiveForPerson } from '@ke-vai/contract/consent/of-person.ts'
import { consentTextVersion } from '@ke-vai/contract/consent/text.ts'
import { addDays, today } from '@ke-vai/contract/date/date.ts'
import {
  referralDeliverForPerson,
  referralPrepareForPerson,
  referralPreviewForPerson,
} from '@ke-vai/contract/referral/of-person.ts'
import { referralOpenShared } from '@ke-vai/contract/referral/referral.ts'
import { demoId } from '../../../server/src/demo/demo.ts'
import { digits, letters } from './marks.ts'
import { expectDone, marked, type Send } from './story.ts'

const clubId = demoId('club/tuan-chau')
const legalAid = demoId('organisation/legal-aid-22')

/** What a club sends of a person in its register: words under her key, and the fields that the partner opens. */
export async function referMarks(chair: Send, tam: Send, personId: string): Promise<void> {
  const ofPerson = { clubId, personId }
  const to = { toOrganisationId: legalAid, fields: ['called_by' as const, 'need' as const, 'phone' as const] }
  const referral = { ...ofPerson, referralId: randomUUID() }
  const asked = { ...referral, ...to, service: 'papers' as const, urgency: 'soon' as const }
  const words = { need: marked('câu lạc bộ nhờ giúp'), reach: marked('câu lạc bộ dặn cách gọi') }
  expectDone('prepare for a person', await chair(referralPrepareForPerson, { ...asked, ...words }))
  const yes = {
    ...ofPerson,
    ...to,
    consentId: randomUUID(),
    ageBand: '18_to_30' as const,
    givenBy: 'herself' as const,
    form: 'signature' as const,
    language: 'vietnamese' as const,
    languageStated: true,
    textVersion: consentTextVersion,
    interpreter: 'not_needed' as const,
    validFrom: today(),
    validTo: addDays(today(), 90),
  }
  expectDone('consent of a person', await chair(consentGiveForPerson, yes))
  expectDone('preview for a person', await chair(referralPreviewForPerson, referral))
  expectDone('deliver for a person', await chair(referralDeliverForPerson, referral))
  const at = { organisationId: legalAid, referralId: referral.referralId }
  const opened = await tam(referralOpenShared, at)
  expectDone('open what a club sent', opened)
  for (const mark of [letters, digits])
    if (!JSON.stringify(opened.body).includes(mark))
      throw new Error('what a club sent does not hold its mark')
}
