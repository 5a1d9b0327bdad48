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
import { caseIdentityChange, caseIdentityOpen, caseOpen, caseTake, caseWordsOpen } from './case/case.ts'
import {
  childEnterSchool,
  childLinkCase,
  childNameRepresentative,
  childPlan,
  childTakeMeasure,
} from './case/child.ts'
import { escortOpen, noticeSee, receptionEscort, receptionEscortStep } from './case/escort.ts'
import { caseSetFacts } from './case/facts.ts'
import { receptionEnd, receptionHandOver, receptionOpen, receptionReceive } from './case/group.ts'
import { caseSetSafeContact } from './case/safe-contact.ts'
import { caseMove, casePause, caseSetStage } from './case/step.ts'
import { caseNote, caseWriteStory, counsellingNote } from './case/story.ts'
import { caseAddMember, caseEndMember, caseLiftExclusion, caseSetExclusion } from './case/team.ts'
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
import {
  companionAnswer,
  companionAssign,
  companionFinishTask,
  companionLeave,
  companionNoteVisit,
  companionOpen,
} from './companion/club.ts'
import { companionAddTask, companionAsk, companionEnd, companionPlanVisit } from './companion/companion.ts'
import { consentAsk, consentGive, consentWithdraw } from './consent/consent.ts'
import { consentAskForPerson, consentGiveForPerson, consentWithdrawForPerson } from './consent/of-person.ts'
import { departureCheckIn, departureOpen, departurePlan, departureStop } from './departure/departure.ts'
import {
  directoryAdd,
  directoryChange,
  directoryCheck,
  directoryReport,
  directoryStreetOpen,
  directoryStreetSet,
  directoryWithdraw,
} from './directory/directory.ts'
import { entitlementPropose, entitlementWrite } from './entitlement/entitlement.ts'
import { erasureSettle } from './follow-up/erasure.ts'
import {
  closingClose,
  closingPropose,
  closingReopen,
  closingReturn,
  followUpLose,
  followUpPlan,
  followUpRecord,
  followUpResume,
  followUpStop,
} from './follow-up/follow-up.ts'
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
import {
  needAssess,
  needMarkAction,
  needMove,
  needOpen,
  needPlanSafety,
  needReviewPlan,
  needSetRisk,
  needWish,
  needWritePlan,
} from './need/need.ts'
import { paperworkBegin, paperworkMove } from './paperwork/paperwork.ts'
import { protectionDecide, protectionEnd, protectionPropose } from './protection/protection.ts'
import { emergencySee, emergencyShare, emergencyTold } from './referral/emergency.ts'
import {
  referralDeliverForPerson,
  referralEndForPerson,
  referralHearForPerson,
  referralPrepareForPerson,
  referralPreviewForPerson,
  referralRateForPerson,
  referralRemindForPerson,
} from './referral/of-person.ts'
import {
  referralDeliver,
  referralEnd,
  referralGiveFeedback,
  referralHear,
  referralOpenShared,
  referralPrepare,
  referralPreview,
  referralRate,
  referralRemind,
  referralRespond,
} from './referral/referral.ts'
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
import { safeContactSet } from './register/safe-contact.ts'
import { screeningRecord } from './register/screening.ts'
import { serviceRecord } from './service/service.ts'
import { mobilisationRecord } from './session/mobilisation.ts'
import { sessionRecord } from './session/session.ts'
import { situationOpenAccused, situationWrite } from './situation/situation.ts'
import {
  stayBegin,
  stayExtend,
  stayGoOn,
  stayLeave,
  stayNotReceive,
  stayPrepareLeaving,
  stayRequest,
  stayReserve,
  stayReview,
} from './stay/stay.ts'
import { surveyDecline, surveyOpenRound } from './survey/survey.ts'
import {
  tracingAnswer,
  tracingAsk,
  tracingConfirm,
  tracingContactFamily,
  tracingOpen,
  tracingOpenAnswer,
  tracingPreview,
  tracingTell,
  tracingWish,
  tracingWithdraw,
} from './tracing/tracing.ts'
import {
  transferAccept,
  transferArrive,
  transferDecline,
  transferOffer,
  transferOpenParcel,
  transferTakeBack,
} from './transfer/transfer.ts'
import { identificationDecide } from './verification/identification.ts'
import {
  answerOpen,
  identificationAnswer,
  requestAnswer,
  requestDecline,
  requestOpen,
  requestSend,
  requestWithdraw,
} from './verification/request.ts'
import { differenceResolve, roundClose, roundCompare, roundOpen, roundSubmit } from './verification/rounds.ts'
import {
  evidenceAdd,
  verificationMove,
  verificationSetBodies,
  verificationStart,
  willingnessRecord,
} from './verification/verification.ts'

/** Every command there is. The server refuses to start when one of them has no handler, or a handler no line here. */
export const commands = [
  caseSetSafeContact,
  companionAddTask,
  companionAnswer,
  companionAsk,
  companionAssign,
  companionEnd,
  companionFinishTask,
  companionLeave,
  companionNoteVisit,
  companionOpen,
  companionPlanVisit,
  needAssess,
  needMarkAction,
  needMove,
  needOpen,
  needPlanSafety,
  needReviewPlan,
  needSetRisk,
  closingClose,
  closingPropose,
  closingReopen,
  closingReturn,
  erasureSettle,
  followUpLose,
  followUpPlan,
  followUpRecord,
  followUpResume,
  followUpStop,
  needWish,
  needWritePlan,
  paperworkBegin,
  paperworkMove,
  protectionDecide,
  protectionEnd,
  protectionPropose,
  serviceRecord,
  stayBegin,
  stayExtend,
  stayGoOn,
  stayLeave,
  stayNotReceive,
  stayPrepareLeaving,
  stayRequest,
  stayReserve,
  stayReview,
  tracingAnswer,
  tracingAsk,
  tracingConfirm,
  tracingContactFamily,
  tracingOpen,
  tracingOpenAnswer,
  tracingPreview,
  tracingTell,
  tracingWish,
  tracingWithdraw,
  directoryAdd,
  directoryChange,
  directoryCheck,
  directoryWithdraw,
  directoryReport,
  directoryStreetSet,
  directoryStreetOpen,
  entitlementPropose,
  entitlementWrite,
  caseOpen,
  caseTake,
  caseWordsOpen,
  caseIdentityOpen,
  caseIdentityChange,
  caseSetFacts,
  caseMove,
  casePause,
  caseSetStage,
  caseAddMember,
  caseEndMember,
  caseLiftExclusion,
  caseSetExclusion,
  caseNote,
  caseWriteStory,
  counsellingNote,
  childEnterSchool,
  childLinkCase,
  childNameRepresentative,
  childPlan,
  childTakeMeasure,
  receptionEnd,
  receptionHandOver,
  receptionOpen,
  receptionReceive,
  escortOpen,
  noticeSee,
  receptionEscort,
  receptionEscortStep,
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
  safeContactSet,
  screeningRecord,
  departureCheckIn,
  departureOpen,
  departurePlan,
  departureStop,
  sessionRecord,
  mobilisationRecord,
  situationOpenAccused,
  situationWrite,
  surveyDecline,
  surveyOpenRound,
  identificationDecide,
  answerOpen,
  identificationAnswer,
  requestAnswer,
  requestDecline,
  requestOpen,
  requestSend,
  requestWithdraw,
  differenceResolve,
  roundClose,
  roundCompare,
  roundOpen,
  roundSubmit,
  evidenceAdd,
  verificationMove,
  verificationSetBodies,
  verificationStart,
  willingnessRecord,
  consentAsk,
  consentGive,
  consentWithdraw,
  consentAskForPerson,
  consentGiveForPerson,
  consentWithdrawForPerson,
  emergencySee,
  emergencyShare,
  emergencyTold,
  referralDeliver,
  referralEnd,
  referralGiveFeedback,
  referralHear,
  referralOpenShared,
  referralPrepare,
  referralPreview,
  referralRate,
  referralRemind,
  referralRespond,
  referralDeliverForPerson,
  referralEndForPerson,
  referralHearForPerson,
  referralPrepareForPerson,
  referralPreviewForPerson,
  referralRateForPerson,
  referralRemindForPerson,
  transferAccept,
  transferArrive,
  transferDecline,
  transferOffer,
  transferOpenParcel,
  transferTakeBack,
] as const satisfies readonly CommandDefinition[]
