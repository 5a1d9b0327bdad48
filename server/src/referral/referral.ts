import type { Command } from '../platform/commands.ts'
import type { Read } from '../platform/reads.ts'
import { deliverReferral } from './deliver-referral.ts'
import { listEmergencies, recordTold, seeEmergency, shareInEmergency } from './emergency.ts'
import { endReferral, hearReferral, rateReferral, remindReferral } from './end-referral.ts'
import { listOfCase, listRecipients, showInbox, showReceived } from './list-referrals.ts'
import { prepareReferral, previewReferral } from './prepare-referral.ts'
import { giveFeedback, openShared, respondReferral } from './receive-referral.ts'

/** Asking another for help with one need: what she agreed to, sent, answered, told back. */
export const referralCommands: Command[] = [
  prepareReferral,
  previewReferral,
  deliverReferral,
  remindReferral,
  rateReferral,
  endReferral,
  hearReferral,
  respondReferral,
  giveFeedback,
  openShared,
  shareInEmergency,
  recordTold,
  seeEmergency,
]
export const referralReads: Read[] = [listOfCase, listRecipients, showInbox, showReceived, listEmergencies]
