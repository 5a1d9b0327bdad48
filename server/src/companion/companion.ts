import type { Command } from '../platform/commands.ts'
import type { Read } from '../platform/reads.ts'
import { askClub } from './ask-club.ts'
import { addTask, endCompanion, planVisit } from './carry-companion.ts'
import { listClubs, listOfCase, listOfClub } from './list-companions.ts'
import {
  answerTeam,
  assignMember,
  finishTask,
  leaveCompanion,
  noteVisit,
  openCompanion,
} from './walk-along.ts'

/** A club that walks beside a case: asked and planned by the team, answered and told of by the club. */
export const companionCommands: Command[] = [
  askClub,
  planVisit,
  addTask,
  endCompanion,
  answerTeam,
  assignMember,
  finishTask,
  noteVisit,
  leaveCompanion,
  openCompanion,
]
export const companionReads: Read[] = [listOfCase, listClubs, listOfClub]
