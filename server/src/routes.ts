import { commands } from '@ke-vai/contract/commands.ts'
import { endpoints } from '@ke-vai/contract/endpoints.ts'
import { outsideRoutes } from '@ke-vai/contract/outside-routes.ts'
import { permissions } from '@ke-vai/contract/permissions.ts'
import { accountCommands, accountReads } from './account/account.ts'
import { approvalCommands, approvalReads } from './approval/approval.ts'
import { auditReads } from './audit/audit.ts'
import { caseCommands, caseReads } from './case/case.ts'
import { clubCommands, clubReads } from './club/club.ts'
import { companionCommands, companionReads } from './companion/companion.ts'
import { consentCommands, consentReads } from './consent/consent.ts'
import { departureCommands, departureReads } from './departure/departure.ts'
import { directoryCommands, directoryReads } from './directory/directory.ts'
import { emergencyReads } from './emergency/emergency.ts'
import { entitlementCommands, entitlementReads } from './entitlement/entitlement.ts'
import { followUpCommands } from './follow-up/follow-up.ts'
import { grantCommands, grantReads } from './grant/grant.ts'
import { ledgerCommands } from './ledger/ledger.ts'
import { monthCommands, monthReads } from './month/month.ts'
import { needCommands } from './need/need.ts'
import { paperworkCommands } from './paperwork/paperwork.ts'
import { placeReads } from './place/place.ts'
import type { Command } from './platform/commands.ts'
import type { Outside } from './platform/outside.ts'
import type { Read } from './platform/reads.ts'
import { protectionCommands } from './protection/protection.ts'
import { referralCommands, referralReads } from './referral/referral.ts'
import { registerCommands, registerReads } from './register/register.ts'
import { reportReads } from './report/report.ts'
import { serviceCommands } from './service/service.ts'
import { sessionCommands, sessionReads } from './session/session.ts'
import { situationCommands, situationReads } from './situation/situation.ts'
import { stayCommands, stayReads } from './stay/stay.ts'
import { surveyCommands, surveyReads } from './survey/survey.ts'
import { tracingCommands, tracingReads } from './tracing/tracing.ts'
import { transferCommands, transferReads } from './transfer/transfer.ts'
import { verificationCommands, verificationReads } from './verification/verification.ts'

const ownCommands: Command[] = [
  ...companionCommands,
  ...tracingCommands,
  ...serviceCommands,
  ...stayCommands,
  ...protectionCommands,
  ...paperworkCommands,
  ...followUpCommands,
  ...needCommands,
  ...accountCommands,
  ...caseCommands,
  ...clubCommands,
  ...departureCommands,
  ...directoryCommands,
  ...entitlementCommands,
  ...grantCommands,
  ...ledgerCommands,
  ...monthCommands,
  ...registerCommands,
  ...sessionCommands,
  ...situationCommands,
  ...surveyCommands,
  ...consentCommands,
  ...referralCommands,
  ...transferCommands,
  ...verificationCommands,
]

/** Every handler there is, by concept. Those of approvals are handed the others: they ask for one of them. */
export const allCommands: Command[] = [...ownCommands, ...approvalCommands(ownCommands)]
export const allReads: Read[] = [
  ...companionReads,
  ...tracingReads,
  ...auditReads,
  ...accountReads,
  ...approvalReads,
  ...caseReads,
  ...clubReads,
  ...departureReads,
  ...directoryReads,
  ...entitlementReads,
  ...grantReads,
  ...monthReads,
  ...placeReads,
  ...registerReads,
  ...reportReads,
  ...sessionReads,
  ...stayReads,
  ...situationReads,
  ...surveyReads,
  ...consentReads,
  ...referralReads,
  ...transferReads,
  ...emergencyReads,
  ...verificationReads,
]

/** Every route of the API that the contract describes, as the web server names it. */
export const describedRoutes: string[] = [
  ...commands.map(({ name }) => `POST /api/commands/${name}`),
  ...endpoints.map(({ path }) => `GET /api${path}`),
  ...outsideRoutes.map(({ path }) => `POST /api${path}`),
]

/**
 * Closed unless opened: a handler without its line in the contract, a line without handler, or one that names no
 * permission, shape or audit stops the start.
 */
export function checkRoutes(outside: readonly Outside[]): void {
  compare('command', commands, allCommands)
  compare('read', endpoints, allReads)
  compare('route outside the commands', outsideRoutes, outside)
  const incomplete = [
    ...commands.filter(
      ({ permission, args, result, audit }) => !(isNamed(permission) && args && result && audit),
    ),
    ...endpoints.filter(
      ({ permission, params, query, response }) => !(isNamed(permission) && params && query && response),
    ),
    ...outsideRoutes.filter(
      ({ permission, body, response, audit }) =>
        !(
          (permission === 'anybody' || permission === 'invited' || isNamed(permission)) &&
          body &&
          response &&
          audit
        ),
    ),
  ]
  if (incomplete.length > 0)
    throw new Error(`no permission, shape or audit: ${incomplete.map(({ name }) => name).join(', ')}`)
}

const isNamed = (permission: string): boolean => Object.hasOwn(permissions, permission)

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
