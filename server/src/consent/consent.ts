import type { Command } from '../platform/commands.ts'
import type { Read } from '../platform/reads.ts'
import { giveConsent, noteAnswer } from './give-consent.ts'
import { listConsents } from './list-consents.ts'
import { withdrawConsent } from './withdraw-consent.ts'

/** What she agreed to: given, answered with a no or a not-yet, taken back. */
export const consentCommands: Command[] = [giveConsent, noteAnswer, withdrawConsent]
export const consentReads: Read[] = [listConsents]
