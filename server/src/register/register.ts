import type { Command } from '../platform/commands.ts'
import type { Read } from '../platform/reads.ts'
import { changeIdentity } from './change-identity.ts'
import { erasePerson } from './erasure.ts'
import { exportRegister } from './export-register.ts'
import { readFirstContactTime } from './first-contact-time.ts'
import { listRegister } from './list-register.ts'
import { mergePersons, unmergePersons } from './merge.ts'
import { openIdentity } from './open-identity.ts'
import { openNote } from './open-note.ts'
import { printPaper } from './print-paper.ts'
import { recordContact } from './record-contact.ts'
import {
  assignPerson,
  registerPerson,
  setPersonGroups,
  setPersonSex,
  setSafeContact,
} from './register-person.ts'
import { recordScreening } from './screening.ts'
import { searchIdentity } from './search-identity.ts'
import { showOpenings } from './show-openings.ts'
import { showPerson } from './show-person.ts'

/** The register's handlers: the door of this folder for the routes. */
export const registerCommands: Command[] = [
  recordContact,
  openIdentity,
  searchIdentity,
  registerPerson,
  setPersonGroups,
  setPersonSex,
  assignPerson,
  setSafeContact,
  recordScreening,
  openNote,
  mergePersons,
  unmergePersons,
  erasePerson,
  exportRegister,
  changeIdentity,
]
export const registerReads: Read[] = [
  listRegister,
  showPerson,
  showOpenings,
  printPaper,
  readFirstContactTime,
]
