import type { Command } from '../platform/commands.ts'
import type { Read } from '../platform/reads.ts'
import { listSessions } from './list-sessions.ts'
import { readMobilisationProgress } from './mobilisation-progress.ts'
import { recordMobilisation } from './record-mobilisation.ts'
import { recordSession } from './record-session.ts'

/** The sessions' handlers, and those of inviting to them: the door of this folder for the routes. */
export const sessionCommands: Command[] = [recordSession, recordMobilisation]
export const sessionReads: Read[] = [listSessions, readMobilisationProgress]
