import type { Command } from '../platform/commands.ts'
import type { Read } from '../platform/reads.ts'
import { listEntitlements } from './list-entitlements.ts'
import { proposeEntitlements, writeEntitlement } from './write-entitlement.ts'

/** What the law gives the person of a case, and how each support stands. */
export const entitlementCommands: Command[] = [proposeEntitlements, writeEntitlement]
export const entitlementReads: Read[] = [listEntitlements]
