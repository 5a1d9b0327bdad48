import { randomUUID } from 'node:crypto'
import { consentGive } from '@ke-vai/contract/consent/consent.ts'
import { consentTextVersion } from '@ke-vai/contract/consent/text.ts'
import { addDays, today } from '@ke-vai/contract/date/date.ts'
import { transferOffer } from '@ke-vai/contract/transfer/transfer.ts'
import { demoId } from '../../../server/src/demo/demo.ts'
import type { OfCase } from './of-case.ts'
import { expectDone, marked, type Send } from './story.ts'

const toOrganisationId = demoId('organisation/centre-11')
const fields = [
  'called_by',
  'need',
  'reach',
  'legal_name',
  'birth',
  'phone',
  'address',
  'paper',
  'family',
] as const

/** The case is offered to another province with all that names her; what was sealed for it waits to be opened there. */
export async function offerMarks(van: Send, ofCase: OfCase): Promise<void> {
  const given = {
    ...ofCase,
    consentId: randomUUID(),
    purpose: 'share_transfer' as const,
    toOrganisationId,
    fields: [...fields],
    givenBy: 'herself' as const,
    form: 'signature' as const,
    language: 'vietnamese' as const,
    textVersion: consentTextVersion,
    interpreter: 'not_needed' as const,
    validFrom: today(),
    validTo: addDays(today(), 90),
  }
  expectDone('consent to a transfer', await van(consentGive, given))
  const offered = { ...ofCase, transferId: randomUUID(), toOrganisationId, fields: [...fields] }
  const words = { need: marked('nhu cầu chuyển đi'), reach: marked('cách gọi chuyển đi') }
  expectDone('offer a transfer', await van(transferOffer, { ...offered, reason: 'returns_home', ...words }))
}
