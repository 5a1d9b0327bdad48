import { randomUUID } from 'node:crypto'
import { caseOpen } from '@ke-vai/contract/case/case.ts'
import type { SharedField } from '@ke-vai/contract/consent/codes.ts'
import type { consentGive } from '@ke-vai/contract/consent/consent.ts'
import { consentTextVersion } from '@ke-vai/contract/consent/text.ts'
import { addDays, today } from '@ke-vai/contract/date/date.ts'
import type { z } from 'zod'
import { demoId } from '../../demo/demo.ts'
import type { TestPerson } from '../../platform/testing/test-product.ts'

export const centre = demoId('organisation/centre-22')
export const legalAid = demoId('organisation/legal-aid-22')
export const jobCentre = demoId('organisation/job-centre-22')

/** Receives somebody at the centre, who is then on this person's team. */
export async function receive(van: TestPerson, more: Partial<z.input<typeof caseOpen.args>> = {}) {
  const ofCase = { organisationId: centre, caseId: randomUUID() }
  const opened = await van.send(caseOpen, {
    ...ofCase,
    channel: 'self_return',
    calledBy: 'Chị Thử Thương',
    ageBand: '18_to_30',
    language: 'vietnamese',
    ...more,
  })
  if (opened.status !== 200) throw new Error(`no case: ${opened.status} ${JSON.stringify(opened.body)}`)
  return ofCase
}

/** A consent as a whole sheet says it. */
export const sheet = (
  ofCase: { organisationId: string; caseId: string },
  toOrganisationId: string,
  fields: SharedField[],
  more: Partial<z.input<typeof consentGive.args>> = {},
): z.input<typeof consentGive.args> => ({
  ...ofCase,
  consentId: randomUUID(),
  purpose: 'share_referral',
  toOrganisationId,
  fields,
  givenBy: 'herself',
  form: 'signature',
  language: 'vietnamese',
  textVersion: consentTextVersion,
  interpreter: 'not_needed',
  validFrom: today(),
  validTo: addDays(today(), 90),
  ...more,
})
