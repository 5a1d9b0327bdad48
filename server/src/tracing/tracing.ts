import type { Command } from '../platform/commands.ts'
import type { Read } from '../platform/reads.ts'
import { answerTracing, openTracing, showInbox, showSent } from './answer.ts'
import { askTracing, openTracingAnswer, previewTracing, withdrawTracing } from './ask.ts'
import { confirmOrigin, contactFamily, tellClue, wishFamily } from './origin.ts'

/** Where a person comes from: what she remembers, what others answer, and her family only after her yes. */
export const tracingCommands: Command[] = [
  tellClue,
  previewTracing,
  askTracing,
  withdrawTracing,
  openTracingAnswer,
  confirmOrigin,
  wishFamily,
  contactFamily,
  openTracing,
  answerTracing,
]
export const tracingReads: Read[] = [showSent, showInbox]
