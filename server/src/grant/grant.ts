import type { Command } from '../platform/commands.ts'
import type { Read } from '../platform/reads.ts'
import { endGrant } from './end-grant.ts'
import { liftExclusion, listExclusions, setExclusion } from './exclusion.ts'
import { giveMemberRole, givePowerfulRole } from './give-grant.ts'
import { listGrantsOfClub, listGrantsOfOrganisation } from './list-grants.ts'

/** Roles and conflicts of interest: the door of this folder for the routes. */
export const grantCommands: Command[] = [
  giveMemberRole,
  givePowerfulRole,
  endGrant,
  setExclusion,
  liftExclusion,
]
export const grantReads: Read[] = [listGrantsOfClub, listGrantsOfOrganisation, listExclusions]
