import { meRead } from './account/account.ts'
import { clubAccountsRead } from './club/member.ts'
import { clubCount, clubGet, clubList, organisationGet, programmeList } from './club/reads.ts'
import { taskList } from './club/task.ts'
import type { ReadDefinition } from './endpoint.ts'
import { monthAgenda, monthGet, monthList, monthsToAccept } from './month/month.ts'
import { getPlaceRead, placeTodayRead, searchPlacesRead } from './place/endpoints.ts'
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
  meRead,
  clubAccountsRead,
  clubCount,
  clubGet,
  clubList,
  programmeList,
  organisationGet,
  taskList,
  monthAgenda,
  monthGet,
  monthList,
  monthsToAccept,
  getPlaceRead,
  placeTodayRead,
  searchPlacesRead,
  firstContactTime,
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
