import type { Command } from '../platform/commands.ts'
import type { Read } from '../platform/reads.ts'
import { askApproval } from './ask-approval.ts'
import { decideApproval, withdrawApproval } from './decide-approval.ts'
import { listMine, listWaiting } from './list-approvals.ts'

/** What two people agree on: the door of this folder. The commands that may be asked for are handed in by the routes. */
export function approvalCommands(commands: readonly Command[]): Command[] {
  return [askApproval(commands), decideApproval, withdrawApproval]
}
export const approvalReads: Read[] = [listWaiting, listMine]
