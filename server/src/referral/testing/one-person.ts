import { randomUUID } from 'node:crypto'
import type { SharedField } from '@ke-vai/contract/consent/codes.ts'
import { consentGiveForPerson } from '@ke-vai/contract/consent/of-person.ts'
import { referralDeliverForPerson, referralPrepareForPerson } from '@ke-vai/contract/referral/of-person.ts'
import { personRegister } from '@ke-vai/contract/register/person.ts'
import type { z } from 'zod'
import { demoId } from '../../demo/demo.ts'
import type { Answer, TestPerson } from '../../platform/testing/test-product.ts'
import { legalAid, sheet } from './one-case.ts'

export const clubId = demoId('club/tuan-chau')

interface OfPerson {
  clubId: string
  personId: string
}

function requireDone<T>(what: string, { status, body }: Answer<T>): T {
  if (status !== 200) throw new Error(`${what}: ${status} ${JSON.stringify(body)}`)
  return body
}

/** Enters somebody in the book of the club. */
export async function enter(
  chair: TestPerson,
  more: Partial<z.input<typeof personRegister.args>> = {},
): Promise<OfPerson> {
  const ofPerson = { clubId, personId: randomUUID() }
  const args = { ...ofPerson, name: 'Bàn Thị Thử Thương', groups: ['at_risk' as const], ...more }
  requireDone('enter', await chair.send(personRegister, args))
  return ofPerson
}

/** A whole sheet of a grown person. */
export function sheetOfPerson(
  ofPerson: OfPerson,
  toOrganisationId: string | null,
  fields: SharedField[],
  more: Partial<z.input<typeof consentGiveForPerson.args>> = {},
): z.input<typeof consentGiveForPerson.args> {
  const ofNobody = { organisationId: ofPerson.clubId, caseId: ofPerson.personId }
  const { organisationId: _, caseId: __, purpose: ___, ...said } = sheet(ofNobody, legalAid, fields)
  return { ...said, ...ofPerson, toOrganisationId, languageStated: true, ageBand: '18_to_30', ...more }
}

export const asked = {
  service: 'papers' as const,
  urgency: 'soon' as const,
  cost: 'free' as const,
  fields: ['called_by', 'need'] satisfies SharedField[],
  need: 'Khai sinh cho con',
  reach: 'Gọi buổi sáng',
}

/** A referral on the table. */
export async function prepareForPerson(
  chair: TestPerson,
  ofPerson: OfPerson,
  toOrganisationId = legalAid,
  more: Partial<z.input<typeof referralPrepareForPerson.args>> = {},
) {
  const referral = { ...ofPerson, referralId: randomUUID() }
  const args = { ...referral, ...asked, toOrganisationId, ...more }
  const { consentNeeded } = requireDone('prepare', await chair.send(referralPrepareForPerson, args))
  return { referral, consentNeeded }
}

/** Prepared, agreed to and sent. */
export async function referPerson(chair: TestPerson, ofPerson: OfPerson, toOrganisationId = legalAid) {
  const consent = sheetOfPerson(ofPerson, toOrganisationId, asked.fields)
  requireDone('consent', await chair.send(consentGiveForPerson, consent))
  const { referral } = await prepareForPerson(chair, ofPerson, toOrganisationId)
  requireDone('deliver', await chair.send(referralDeliverForPerson, referral))
  return { referral, consentId: consent.consentId }
}
