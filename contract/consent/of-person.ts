import { z } from 'zod'
import { ageBands } from '../case/codes.ts'
import { defineCommand, done, made } from '../command.ts'
import { defineRead, nothing } from '../endpoint.ts'
import { codeOf } from '../words.ts'
import { consentAnswers } from './codes.ts'
import { consentShown, sheet } from './consent.ts'

// The consent of a person in a club's register. A club shares for a referral and for nothing else.

const ofPerson = { clubId: z.uuid(), personId: z.uuid() }
const subject = { kind: 'person', arg: 'personId' } as const

/** Her yes to one place and these fields. The register keeps no age and no language: the sheet says both. */
export const consentGiveForPerson = defineCommand({
  name: 'consent.give_for_person',
  permission: 'register.write',
  scope: 'club',
  args: z.object({ ...ofPerson, ...sheet, ageBand: codeOf(ageBands) }),
  result: made,
  audit: 'CONSENT_GIVEN',
  offline: false,
  subject,
  summary: {
    vi: 'Ghi sự đồng ý của một người trong sổ',
    en: 'Record the consent of a person in the register',
  },
})

export const consentAskForPerson = defineCommand({
  name: 'consent.note_answer_for_person',
  permission: 'register.write',
  scope: 'club',
  args: z.object({ ...ofPerson, answer: codeOf(consentAnswers) }),
  result: done,
  audit: 'CONSENT_ASKED',
  offline: false,
  subject,
  summary: {
    vi: 'Ghi «chưa muốn» hoặc «để sau» của một người trong sổ',
    en: 'Record a no or a not-yet of a person',
  },
})

/** Takes it back: the receiver's access ends with this very transaction. */
export const consentWithdrawForPerson = defineCommand({
  name: 'consent.withdraw_for_person',
  permission: 'register.write',
  scope: 'club',
  args: z.object({ ...ofPerson, consentId: z.uuid() }),
  result: done,
  audit: 'CONSENT_WITHDRAWN',
  offline: false,
  subject,
  summary: { vi: 'Rút sự đồng ý của một người trong sổ', en: 'Withdraw the consent of a person' },
})

export const consentListOfPerson = defineRead({
  name: 'consent.list_of_person',
  path: '/clubs/:clubId/register/:personId/consents',
  params: z.object(ofPerson),
  query: nothing,
  response: z.object({ consents: z.array(consentShown) }),
  permission: 'register.write',
  scope: 'club',
  subject,
  summary: { vi: 'Những điều một người trong sổ đã đồng ý', en: 'What a person of the register agreed to' },
})
