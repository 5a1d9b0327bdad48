import type { Command } from '../platform/commands.ts'
import type { Read } from '../platform/reads.ts'
import { beginStay } from './begin.ts'
import { extendStay, goOnWithStay, reviewStay } from './during.ts'
import { leaveStay, prepareLeaving } from './leave.ts'
import { listStays } from './list-stays.ts'
import { notReceiveForStay, requestStay, reserveStay } from './request.ts'

/** A bed under a safe roof and the days there. Screens fold the stays of a case from its entries. */
export const stayCommands: Command[] = [
  requestStay,
  reserveStay,
  notReceiveForStay,
  beginStay,
  reviewStay,
  extendStay,
  goOnWithStay,
  prepareLeaving,
  leaveStay,
]
export const stayReads: Read[] = [listStays]
