import { meRead } from './account/account.ts'
import { invitationList } from './account/invitation.ts'
import { signInsRead, waysRead } from './account/sign-ins.ts'
import { approvalMine, approvalWaiting } from './approval/approval.ts'
import { auditList, auditUnusual } from './audit/audit.ts'
import { clubAccountsRead } from './club/member.ts'
import { clubCount, clubGet, clubList, organisationGet, programmeList } from './club/reads.ts'
import { taskList } from './club/task.ts'
import type { ReadDefinition } from './endpoint.ts'
import { exclusionList } from './grant/exclusion.ts'
import { grantListOfClub, grantListOfOrganisation } from './grant/grant.ts'
import { monthAgenda, monthGet, monthList, monthsToAccept } from './month/month.ts'
import { getPlaceRead, placeTodayRead, searchPlacesRead } from './place/endpoints.ts'
import { identityOpenings } from './register/identity.ts'
import { registerPaper } from './register/paper.ts'
import { personRead, registerList } from './register/person.ts'
import { firstContactTime } from './register/screening.ts'
import { monthDocxRead, monthReportRead, monthXlsxRead } from './report/report.ts'
import { mobilisationProgress } from './session/mobilisation.ts'
import { sessionList } from './session/session.ts'
import { situationAccused, situationClubs, situationList } from './situation/situation.ts'
import { surveyList } from './survey/survey.ts'

/** Every read there is: path, shapes, permission. OpenAPI and the client's types come from here. */
export const endpoints = [
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
] as const satisfies readonly ReadDefinition[]
