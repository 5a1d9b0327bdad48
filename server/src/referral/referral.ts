import type { Command } from '../platform/commands.ts'
import type { Read } from '../platform/reads.ts'
import { deliverReferral, deliverReferralForPerson } from './deliver-referral.ts'
import { listEmergencies, recordTold, seeEmergency, shareInEmergency } from './emergency.ts'
import {
  endReferral,
  endReferralForPerson,
  hearReferral,
  hearReferralForPerson,
  rateReferral,
  rateReferralForPerson,
  remindReferral,
  remindReferralForPerson,
} from './end-referral.ts'
import { listPlaces, listPlacesOfAgency } from './list-places.ts'
import { listOfCase, listOfPerson, listRecipients, showInbox, showReceived } from './list-referrals.ts'
import {
  prepareReferral,
  prepareReferralForPerson,
  previewReferral,
  previewReferralForPerson,
} from './prepare-referral.ts'
import { giveFeedback, openShared, respondReferral } from './receive-referral.ts'

/** Asking another for help with one need, of a case or of a person: what she agreed to, sent, answered, told back. */
export const referralCommands: Command[] = [
  prepareReferral,
  previewReferral,
  deliverReferral,
  remindReferral,
  rateReferral,
  endReferral,
  hearReferral,
  prepareReferralForPerson,
  previewReferralForPerson,
  deliverReferralForPerson,
  remindReferralForPerson,
  rateReferralForPerson,
  endReferralForPerson,
  hearReferralForPerson,
  respondReferral,
  giveFeedback,
  openShared,
  shareInEmergency,
  recordTold,
  seeEmergency,
]
export const referralReads: Read[] = [
  listOfCase,
  listOfPerson,
  listPlaces,
  listPlacesOfAgency,
  listRecipients,
  showInbox,
  showReceived,
  listEmergencies,
]
