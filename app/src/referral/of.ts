import {
  referralDeliverForPerson,
  referralEndForPerson,
  referralHearForPerson,
  referralPreviewForPerson,
  referralRateForPerson,
  referralRemindForPerson,
} from '@ke-vai/contract/referral/of-person.ts'
import {
  referralDeliver,
  referralEnd,
  referralHear,
  referralPreview,
  referralRate,
  referralRemind,
} from '@ke-vai/contract/referral/referral.ts'
import type { z } from 'zod'
import { sendNow } from '../api/api.ts'

/** Whose referral: of a case at an agency, or of a person in a club's register. */
export type ReferralOf = { organisationId: string; caseId: string } | { clubId: string; personId: string }

type Heard = Omit<z.input<typeof referralHear.args>, 'organisationId' | 'caseId' | 'referralId'>

/** What its sender may do with one referral; the same for both. */
export function sendingOf(of: ReferralOf, referralId: string) {
  if ('caseId' in of) {
    const args = { ...of, referralId }
    return {
      preview: () => sendNow(referralPreview, args),
      deliver: () => sendNow(referralDeliver, args),
      remind: () => sendNow(referralRemind, args),
      rate: (rating: number) => sendNow(referralRate, { ...args, rating }),
      end: (to: 'closed' | 'withdrawn') => sendNow(referralEnd, { ...args, to }),
      hear: (heard: Heard) => sendNow(referralHear, { ...args, ...heard }),
    }
  }
  const args = { ...of, referralId }
  return {
    preview: () => sendNow(referralPreviewForPerson, args),
    deliver: () => sendNow(referralDeliverForPerson, args),
    remind: () => sendNow(referralRemindForPerson, args),
    rate: (rating: number) => sendNow(referralRateForPerson, { ...args, rating }),
    end: (to: 'closed' | 'withdrawn') => sendNow(referralEndForPerson, { ...args, to }),
    hear: (heard: Heard) => sendNow(referralHearForPerson, { ...args, ...heard }),
  }
}
