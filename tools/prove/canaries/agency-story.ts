import { randomUUID } from 'node:crypto'
import { consentGive } from '@ke-vai/contract/consent/consent.ts'
import { consentTextVersion } from '@ke-vai/contract/consent/text.ts'
import { addDays, today } from '@ke-vai/contract/date/date.ts'
import {
  referralDeliver,
  referralOpenShared,
  referralPrepare,
  referralPreview,
} from '@ke-vai/contract/referral/referral.ts'
import { tracingAsk, tracingOpen, tracingTell } from '@ke-vai/contract/tracing/tracing.ts'
import { answerOpen, requestAnswer, requestOpen, requestSend } from '@ke-vai/contract/verification/request.ts'
import { evidenceAdd, verificationStart } from '@ke-vai/contract/verification/verification.ts'
import { demoId } from '../../../server/src/demo/demo.ts'
import { digits, letters } from './marks.ts'
import type { OfCase } from './of-case.ts'
import { expectDone, marked, markedNumber, type Send } from './story.ts'

const legalAid = demoId('organisation/legal-aid-22')
const police = demoId('organisation/police-22')
const health = demoId('organisation/health-22')

/** What leaves the agency: a referral to legal aid, a verification request and clues of home to the police, with answers. */
export async function shareMarks(
  van: Send,
  { tam, toan }: Record<'tam' | 'toan', Send>,
  ofCase: OfCase,
): Promise<void> {
  await refer(van, tam, ofCase)
  await verify(van, toan, ofCase)
  await trace(van, toan, ofCase)
}

const holds = (what: string, body: unknown, mark: string) => {
  if (!JSON.stringify(body).includes(mark)) throw new Error(`${what} does not hold its mark`)
}

/** What every sheet of hers says, whoever receives it. */
const yes = (ofCase: OfCase) => ({
  ...ofCase,
  consentId: randomUUID(),
  givenBy: 'herself' as const,
  form: 'signature' as const,
  language: 'vietnamese' as const,
  textVersion: consentTextVersion,
  interpreter: 'not_needed' as const,
  validFrom: today(),
  validTo: addDays(today(), 90),
})

async function refer(van: Send, tam: Send, ofCase: OfCase): Promise<void> {
  const fields = ['called_by', 'need', 'reach', 'legal_name', 'phone'] as const
  const given = {
    ...yes(ofCase),
    purpose: 'share_referral' as const,
    toOrganisationId: legalAid,
    fields: [...fields],
  }
  expectDone('consent', await van(consentGive, given))
  const referral = { ...ofCase, referralId: randomUUID() }
  const asked = {
    ...referral,
    service: 'papers' as const,
    urgency: 'soon' as const,
    toOrganisationId: legalAid,
    fields: [...fields],
    need: marked('việc cần giúp'),
    reach: marked('cách gọi'),
  }
  expectDone('prepare a referral', await van(referralPrepare, asked))
  expectDone('preview a referral', await van(referralPreview, referral))
  expectDone('deliver a referral', await van(referralDeliver, referral))
  const at = { organisationId: legalAid, referralId: referral.referralId }
  const opened = await tam(referralOpenShared, at)
  expectDone('open a referral', opened)
  holds('the referral', opened.body, letters)
  holds('the referral', opened.body, digits)
}

async function verify(van: Send, toan: Send, ofCase: OfCase): Promise<void> {
  const began = {
    ...ofCase,
    verificationId: randomUUID(),
    route: 'reported' as const,
    at: new Date().toISOString(),
    leadOrganisationId: health,
    jointOrganisationIds: [police],
  }
  expectDone('verification', await van(verificationStart, began))
  const evidence = { evidenceId: randomUUID(), evidence: 'd_domestic_body', onDay: today() } as const
  const found = await van(evidenceAdd, { ...ofCase, ...evidence, findings: marked('căn cứ') })
  expectDone('evidence', found)
  const requestId = randomUUID()
  const fields = ['birth' as const]
  const given = { ...yes(ofCase), purpose: 'share_police' as const, toOrganisationId: police, fields }
  expectDone('consent for the police', await van(consentGive, given))
  const shared = {
    question: marked('điều cần hỏi'),
    origin_clues: marked('dấu vết'),
    birth: marked('năm sinh gửi đi'),
  }
  const sent = { ...ofCase, requestId, toOrganisationId: police, purpose: 'information' as const, shared }
  expectDone('verification request', await van(requestSend, sent))
  const mine = { organisationId: police, requestId }
  const opened = await toan(requestOpen, mine)
  expectDone('open a request', opened)
  holds('the request', opened.body, letters)
  const answer = { ...mine, answer: 'nothing_found' as const, words: marked('lời trả lời') }
  expectDone('answer a request', await toan(requestAnswer, answer))
  const answered = await van(answerOpen, { ...ofCase, requestId })
  expectDone('open an answer', answered)
  holds('the answer', answered.body, letters)
}

/** Clues may not name her, and the letters stand in her name here: their marks are digits. */
async function trace(van: Send, toan: Send, ofCase: OfCase): Promise<void> {
  const clueId = randomUUID()
  const words = `chợ có ${markedNumber(6)} sạp`
  expectDone('clue', await van(tracingTell, { ...ofCase, clueId, kind: 'market', words }))
  const requestId = randomUUID()
  const asked = { ...ofCase, requestId, toOrganisationId: police, clueIds: [clueId] }
  expectDone('ask where she is from', await van(tracingAsk, asked))
  const opened = await toan(tracingOpen, { organisationId: police, requestId })
  expectDone('open clues', opened)
  holds('the clues', opened.body, digits)
}
