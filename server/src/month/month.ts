import type { Command } from '../platform/commands.ts'
import type { Read } from '../platform/reads.ts'
import { showAgenda } from './agenda.ts'
import { openMonth, prepareMonth, writeMonth } from './open-month.ts'
import { giveTasks, recordMeeting } from './record-meeting.ts'
import { listMonths, listMonthsToAccept, showMonth } from './show-month.ts'
import { acceptMonth, amendMonth, returnMonth, submitMonth } from './submit-month.ts'

/** The month's handlers: the door of this folder for the routes. */
export const monthCommands: Command[] = [
  openMonth,
  prepareMonth,
  writeMonth,
  recordMeeting,
  giveTasks,
  submitMonth,
  returnMonth,
  acceptMonth,
  amendMonth,
]
export const monthReads: Read[] = [listMonths, listMonthsToAccept, showMonth, showAgenda]
