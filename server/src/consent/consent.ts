import type { Command } from '../platform/commands.ts'
import type { Read } from '../platform/reads.ts'
import { giveConsent, giveConsentForPerson, noteAnswer, noteAnswerForPerson } from './give-consent.ts'
import { listConsents, listConsentsOfPerson } from './list-consents.ts'
import { withdrawConsent, withdrawConsentForPerson } from './withdraw-consent.ts'

/** What she agreed to: given, answered with a no or a not-yet, taken back; of a case or of a person in a register. */
export const consentCommands: Command[] = [
  giveConsent,
  noteAnswer,
  withdrawConsent,
  giveConsentForPerson,
  noteAnswerForPerson,
  withdrawConsentForPerson,
]
export const consentReads: Read[] = [listConsents, listConsentsOfPerson]
