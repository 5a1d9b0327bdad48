import type { Command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import type { Read } from '../platform/reads.ts'
import { renameClub, setClubFacts, setClubMonthStart, setClubState } from './change-club.ts'
import { countClubs } from './count-clubs.ts'
import { createClub } from './create-club.ts'
import {
  addMember,
  leaveClub,
  linkMemberAccount,
  listClubAccounts,
  setMemberBoardRole,
  setMemberDuty,
} from './members.ts'
import { addresseeOn, showOrganisation } from './organisations.ts'
import { openOwnPage, saveOwnPage } from './own-page.ts'
import { listProgrammes } from './programmes.ts'
import { listClubs, showClub } from './show-clubs.ts'
import { doTask, giveTask, listTasks } from './tasks.ts'
import { approvePlan, issueStatute, setPlan, setTarget } from './year-plan.ts'

/** The handlers of clubs, their members and tasks: the door of this folder for the routes. */
export const clubCommands: Command[] = [
  createClub,
  setClubState,
  renameClub,
  setClubFacts,
  setClubMonthStart,
  issueStatute,
  setPlan,
  approvePlan,
  setTarget,
  addMember,
  setMemberBoardRole,
  setMemberDuty,
  leaveClub,
  linkMemberAccount,
  saveOwnPage,
  openOwnPage,
  giveTask,
  doTask,
]
export const clubReads: Read[] = [
  listClubs,
  showClub,
  countClubs,
  showOrganisation,
  listClubAccounts,
  listTasks,
  listProgrammes,
]

/** To whom reports of a province go on a day; see `addresseeOn`. For the report. */
export function reportAddressee(tx: Tx, province: string, on: string): Promise<string | null> {
  return addresseeOn(tx, province, on)
}
