import { meRead } from './account/account.ts'
import { invitationList } from './account/invitation.ts'
import { signInsRead, waysRead } from './account/sign-ins.ts'
import { approvalMine, approvalWaiting } from './approval/approval.ts'
import { auditList, auditUnusual } from './audit/audit.ts'
import { caseList, caseRead } from './case/case.ts'
import { escortsOfPerson, healthNotices } from './case/escort.ts'
import { agencyList, handoverList, receptionList, receptionRead } from './case/group.ts'
import { caseTeamRead } from './case/team.ts'
import { clubAccountsRead } from './club/member.ts'
import { clubCount, clubGet, clubList, organisationGet, programmeList } from './club/reads.ts'
import { taskList } from './club/task.ts'
import { companionClubs, companionList, companionListOfCase } from './companion/reads.ts'
import { consentList } from './consent/consent.ts'
import { consentListOfPerson } from './consent/of-person.ts'
import { departureRead } from './departure/departure.ts'
import { directoryList } from './directory/directory.ts'
import {
  hsdsOrganizations,
  hsdsRoot,
  hsdsServiceAtLocations,
  hsdsServiceRead,
  hsdsServices,
  hsdsTaxonomyTerms,
} from './directory/hsds.ts'
import { emergencyListOfCase } from './emergency/emergency.ts'
import type { ReadDefinition } from './endpoint.ts'
import { entitlementList } from './entitlement/entitlement.ts'
import { exclusionList } from './grant/exclusion.ts'
import { grantListOfClub, grantListOfOrganisation } from './grant/grant.ts'
import { monthAgenda, monthGet, monthList, monthsToAccept } from './month/month.ts'
import { getPlaceRead, placeTodayRead, searchPlacesRead } from './place/endpoints.ts'
import { emergencyList } from './referral/emergency.ts'
import { referralListOfPerson } from './referral/of-person.ts'
import { referralPlaces, referralPlacesOfAgency } from './referral/place.ts'
import { referralInbox, referralListOfCase, referralReceived, referralRecipients } from './referral/reads.ts'
import { identityOpenings } from './register/identity.ts'
import { registerPaper } from './register/paper.ts'
import { personRead, registerList } from './register/person.ts'
import { firstContactTime } from './register/screening.ts'
import { monthDocxRead, monthReportRead, monthXlsxRead } from './report/report.ts'
import { mobilisationProgress } from './session/mobilisation.ts'
import { sessionList } from './session/session.ts'
import { situationAccused, situationClubs, situationList } from './situation/situation.ts'
import { stayList } from './stay/stay.ts'
import { surveyList } from './survey/survey.ts'
import { tracingInbox, tracingSent } from './tracing/tracing.ts'
import { transferInbox, transferListOfCase } from './transfer/transfer.ts'
import { requestInbox } from './verification/request.ts'
import { roundList, roundRead } from './verification/rounds.ts'
import { verificationClocks, verificationRead } from './verification/verification.ts'

/** Every read there is: path, shapes, permission. OpenAPI and the client's types come from here. */
export const endpoints = [
  companionClubs,
  companionList,
  companionListOfCase,
  stayList,
  tracingInbox,
  tracingSent,
  directoryList,
  hsdsRoot,
  hsdsServices,
  hsdsServiceRead,
  hsdsOrganizations,
  hsdsServiceAtLocations,
  hsdsTaxonomyTerms,
  entitlementList,
  caseList,
  caseRead,
  caseTeamRead,
  agencyList,
  handoverList,
  receptionList,
  receptionRead,
  escortsOfPerson,
  healthNotices,
  auditList,
  auditUnusual,
  meRead,
  invitationList,
  signInsRead,
  waysRead,
  approvalMine,
  approvalWaiting,
  clubAccountsRead,
  clubCount,
  clubGet,
  clubList,
  programmeList,
  organisationGet,
  taskList,
  exclusionList,
  grantListOfClub,
  grantListOfOrganisation,
  monthAgenda,
  monthGet,
  monthList,
  monthsToAccept,
  getPlaceRead,
  placeTodayRead,
  searchPlacesRead,
  firstContactTime,
  identityOpenings,
  personRead,
  departureRead,
  registerList,
  registerPaper,
  monthDocxRead,
  monthReportRead,
  monthXlsxRead,
  mobilisationProgress,
  sessionList,
  situationAccused,
  situationClubs,
  situationList,
  surveyList,
  requestInbox,
  roundList,
  roundRead,
  verificationClocks,
  verificationRead,
  consentList,
  consentListOfPerson,
  emergencyList,
  emergencyListOfCase,
  referralInbox,
  referralListOfCase,
  referralReceived,
  referralRecipients,
  referralListOfPerson,
  referralPlaces,
  referralPlacesOfAgency,
  transferInbox,
  transferListOfCase,
] as const satisfies readonly ReadDefinition[]
