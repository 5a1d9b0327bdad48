import type { Command } from '../platform/commands.ts'
import { recordService } from './record-service.ts'

/** What was given to the person of a case. */
export const serviceCommands: Command[] = [recordService]
