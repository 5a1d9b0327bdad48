import { commands } from '@ke-vai/contract/commands.ts'
import { endpoints } from '@ke-vai/contract/endpoints.ts'
import { accountReads } from './account/account.ts'
import { clubCommands, clubReads } from './club/club.ts'
import { ledgerCommands } from './ledger/ledger.ts'
import { monthCommands, monthReads } from './month/month.ts'
import { placeReads } from './place/place.ts'
import type { Command } from './platform/commands.ts'
import type { Read } from './platform/reads.ts'
import { registerCommands, registerReads } from './register/register.ts'
import { reportReads } from './report/report.ts'
import { sessionCommands, sessionReads } from './session/session.ts'
import { situationCommands, situationReads } from './situation/situation.ts'
import { surveyCommands, surveyReads } from './survey/survey.ts'

/** Every handler there is, by concept. */
export const allCommands: Command[] = [
  ...clubCommands,
  ...ledgerCommands,
  ...monthCommands,
  ...registerCommands,
  ...sessionCommands,
  ...situationCommands,
  ...surveyCommands,
]
export const allReads: Read[] = [
  ...accountReads,
  ...clubReads,
  ...monthReads,
  ...placeReads,
  ...registerReads,
  ...reportReads,
  ...sessionReads,
  ...situationReads,
  ...surveyReads,
]

/** Closed unless opened: a handler without its line in the contract, or a line without handler, stops the start. */
export function checkRoutes(): void {
  compare('command', commands, allCommands)
  compare('read', endpoints, allReads)
}

function compare(
  what: string,
  described: readonly { name: string }[],
  handled: readonly { definition: { name: string } }[],
): void {
  const names = new Set(described.map((each) => each.name))
  const handledNames = handled.map((each) => each.definition.name)
  if (new Set(handledNames).size !== handledNames.length) throw new Error(`a ${what} has two handlers`)
  const without = [...names].filter((name) => !handledNames.includes(name))
  const unknown = handledNames.filter((name) => !names.has(name))
  if (without.length > 0) throw new Error(`${what}s without handler: ${without.join(', ')}`)
  if (unknown.length > 0) throw new Error(`${what}s that the contract does not know: ${unknown.join(', ')}`)
}
