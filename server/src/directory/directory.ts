import type { Command } from '../platform/commands.ts'
import type { Read } from '../platform/reads.ts'
import { hsdsReads } from './hsds.ts'
import { addEntry, changeEntry, checkEntry, reportEntry, withdrawEntry } from './keep-entry.ts'
import { listDirectory } from './list-directory.ts'
import { openStreet, setStreet } from './street.ts'

/** Where help is to be found: services, hotlines, shelters and trusted addresses. */
export const directoryCommands: Command[] = [
  addEntry,
  changeEntry,
  checkEntry,
  withdrawEntry,
  reportEntry,
  setStreet,
  openStreet,
]
export const directoryReads: Read[] = [listDirectory, ...hsdsReads]
