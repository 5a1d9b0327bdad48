import { clubCreate, clubRename, clubSetFacts, clubSetMonthStart, clubSetState } from './club/club.ts'
import {
  memberAdd,
  memberLeave,
  memberLinkAccount,
  memberSetBoardRole,
  memberSetDuty,
} from './club/member.ts'
import { memberBackgroundOpen, memberBackgroundSet } from './club/own-page.ts'
import { taskDo, taskGive } from './club/task.ts'
import { planApprove, planSet, statuteIssue, targetSet } from './club/year-plan.ts'
import type { CommandDefinition } from './command.ts'
import { importLedgerCommand, previewLedgerCommand } from './ledger/commands.ts'
import {
  meetingRecord,
  monthAccept,
  monthAmend,
  monthGiveTasks,
  monthOpen,
  monthPrepare,
  monthReturn,
  monthSubmit,
  monthWrite,
} from './month/commands.ts'
import { contactRecord } from './register/contact.ts'
import { noteOpen } from './register/note.ts'
import {
  identityOpen,
  personAssign,
  personGroupsSet,
  personRegister,
  personSexSet,
} from './register/person.ts'
import { referralAnswer, referralSend } from './register/referral.ts'
import { safeContactSet } from './register/safe-contact.ts'
import { screeningRecord } from './register/screening.ts'
import { mobilisationRecord } from './session/mobilisation.ts'
import { sessionRecord } from './session/session.ts'
import { situationOpenAccused, situationWrite } from './situation/situation.ts'
import { surveyDecline, surveyOpenRound } from './survey/survey.ts'

/** Every command there is. The server refuses to start when one of them has no handler, or a handler no line here. */
export const commands = [
  clubCreate,
  clubRename,
  clubSetFacts,
  clubSetMonthStart,
  clubSetState,
  memberAdd,
  memberBackgroundOpen,
  memberBackgroundSet,
  memberLeave,
  memberLinkAccount,
  memberSetBoardRole,
  memberSetDuty,
  planApprove,
  planSet,
  statuteIssue,
  targetSet,
  taskDo,
  taskGive,
  importLedgerCommand,
  previewLedgerCommand,
  meetingRecord,
  monthAccept,
  monthAmend,
  monthGiveTasks,
  monthOpen,
  monthPrepare,
  monthReturn,
  monthSubmit,
  monthWrite,
  contactRecord,
  identityOpen,
  noteOpen,
  personAssign,
  personGroupsSet,
  personRegister,
  personSexSet,
  referralAnswer,
  referralSend,
  safeContactSet,
  screeningRecord,
  sessionRecord,
  mobilisationRecord,
  situationOpenAccused,
  situationWrite,
  surveyDecline,
  surveyOpenRound,
] as const satisfies readonly CommandDefinition[]
