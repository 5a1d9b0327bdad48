import { authenticatorConfirm, authenticatorRemove, authenticatorSetup } from './account/authenticator.ts'
import {
  invitationCancel,
  invitationMake,
  invitationMakePowerful,
  invitationMakeReturn,
} from './account/invitation.ts'
import { passkeyRemove } from './account/passkey.ts'
import { signInEnd, signInEndAll } from './account/sign-ins.ts'
import { approvalDecide, approvalRequest, approvalWithdraw } from './approval/approval.ts'
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
import { exclusionLift, exclusionSet } from './grant/exclusion.ts'
import { grantEnd, grantGive, grantGivePowerful } from './grant/grant.ts'
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
import { personErase } from './register/erasure.ts'
import { registerExport } from './register/export.ts'
import { identitySearch } from './register/identity.ts'
import { identityChange } from './register/identity-change.ts'
import { personMerge, personUnmerge } from './register/merge.ts'
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
  authenticatorConfirm,
  authenticatorRemove,
  authenticatorSetup,
  invitationCancel,
  invitationMake,
  invitationMakePowerful,
  invitationMakeReturn,
  passkeyRemove,
  signInEnd,
  signInEndAll,
  approvalDecide,
  approvalRequest,
  approvalWithdraw,
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
  exclusionLift,
  exclusionSet,
  grantEnd,
  grantGive,
  grantGivePowerful,
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
  identitySearch,
  noteOpen,
  personAssign,
  personErase,
  personGroupsSet,
  personMerge,
  personRegister,
  personSexSet,
  personUnmerge,
  registerExport,
  identityChange,
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
