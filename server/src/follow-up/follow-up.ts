import type { Command } from '../platform/commands.ts'
import { closeCase, proposeClosing, reopenCase, returnClosing } from './closing.ts'
import { planFollowUps } from './plan.ts'
import { recordFollowUp } from './record.ts'
import { settleErasure } from './settle-erasure.ts'
import { loseContact, resumeFollowUps, stopFollowUps } from './stop.ts'

/** How she is doing later, by her own way, and the closing of her case. Screens fold it from the case's entries. */
export const followUpCommands: Command[] = [
  planFollowUps,
  recordFollowUp,
  stopFollowUps,
  resumeFollowUps,
  loseContact,
  proposeClosing,
  closeCase,
  returnClosing,
  reopenCase,
  settleErasure,
]
