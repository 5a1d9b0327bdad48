import {
  childLinked,
  childLinks,
  childPlanned,
  emergencyMeasures,
  measureTaken,
  representativeNamed,
  representativeRelations,
  schoolEntered,
} from '@ke-vai/contract/case/child.ts'
import { caseChannels, caseStages, caseStates, legalStatuses, triages } from '@ke-vai/contract/case/codes.ts'
import type { BodyOf, EntryKind, SealedOf } from '@ke-vai/contract/case/entry.ts'
import { escorted } from '@ke-vai/contract/case/escort.ts'
import { factsSet } from '@ke-vai/contract/case/facts.ts'
import { received } from '@ke-vai/contract/case/reception.ts'
import { escortOffices } from '@ke-vai/contract/case/reception-codes.ts'
import { safeContactPhrases, safeContactSaid } from '@ke-vai/contract/case/safe-contact.ts'
import { caseMoved, legalMoved, stageMoved } from '@ke-vai/contract/case/state.ts'
import { counsellingModes, counsellingNoted, noted, storyWritten } from '@ke-vai/contract/case/story.ts'
import {
  companionDeclines,
  companionEnds,
  companionOutcomes,
  companionTaskKinds,
  visitPurposes,
} from '@ke-vai/contract/companion/codes.ts'
import {
  companionAnswered,
  companionAsked,
  companionEnded,
  companionLeft,
  companionTaskAdded,
  companionTaskFinished,
  companionVisited,
  visitPlanned,
} from '@ke-vai/contract/companion/companion.ts'
import { consentAnswers, consentPurposes, emergencyReasons } from '@ke-vai/contract/consent/codes.ts'
import { consentAsked, consentEnded, consentGiven } from '@ke-vai/contract/consent/consent.ts'
import { showDate } from '@ke-vai/contract/date/date.ts'
import {
  closingReasons,
  dataChoices,
  followUpResults,
  followUpWays,
  reopeningReasons,
} from '@ke-vai/contract/follow-up/codes.ts'
import {
  caseClosed,
  caseReopened,
  closingProposed,
  closingReturned,
  followUpLost,
  followUpPlanned,
  followUpRecorded,
  followUpResumed,
  followUpStopped,
  wentHome,
} from '@ke-vai/contract/follow-up/entries.ts'
import { erasureSettled, erasureSettlements } from '@ke-vai/contract/follow-up/erasure.ts'
import { assessed } from '@ke-vai/contract/need/assessment.ts'
import {
  actionStates,
  assessmentKinds,
  herWords,
  needDomains,
  needPriorities,
  needReasons,
  needStates,
  reviewResults,
  riskLevels,
  riskSigns,
  wishes,
  wishesAbout,
} from '@ke-vai/contract/need/codes.ts'
import { actionMarked, planReviewed, planWritten } from '@ke-vai/contract/need/plan.ts'
import { riskSet, safetyPlanned } from '@ke-vai/contract/need/risk.ts'
import { needMoved, needOpened, wished } from '@ke-vai/contract/need/state.ts'
import { paperKinds, paperOffices, paperStates } from '@ke-vai/contract/paperwork/codes.ts'
import { paperBegun, paperMoved } from '@ke-vai/contract/paperwork/paperwork.ts'
import { protectedPersons, protectionEnds, protectionKinds } from '@ke-vai/contract/protection/codes.ts'
import {
  protectionDecided,
  protectionEnded,
  protectionProposed,
} from '@ke-vai/contract/protection/protection.ts'
import { referralStates } from '@ke-vai/contract/referral/codes.ts'
import { emergencyShared } from '@ke-vai/contract/referral/emergency.ts'
import { referralMoved, referralPrepared } from '@ke-vai/contract/referral/referral.ts'
import { referralServices } from '@ke-vai/contract/register/codes.ts'
import { serviceTypes } from '@ke-vai/contract/service/codes.ts'
import { serviceGiven } from '@ke-vai/contract/service/service.ts'
import {
  arrivalHealths,
  extensionBodies,
  extensionReasons,
  homeChecks,
  livelihoodChecks,
  notReceivedReasons,
  otherPlaces,
  stayEnds,
} from '@ke-vai/contract/stay/codes.ts'
import {
  leavingPrepared,
  stayBegun,
  stayEnded,
  stayExtended,
  stayNotReceived,
  stayRequested,
  stayReserved,
  stayReviewed,
  stayWentOn,
} from '@ke-vai/contract/stay/entries.ts'
import { clueKinds, confirmations, familyResults, familyWays } from '@ke-vai/contract/tracing/codes.ts'
import {
  clueTold,
  familyContacted,
  familyWished,
  originConfirmed,
  tracingAsked,
} from '@ke-vai/contract/tracing/state.ts'
import { transferMoved, transferStates } from '@ke-vai/contract/transfer/transfer.ts'
import {
  conclusions,
  evidenceKinds,
  identificationOutcomes,
  verificationRoutes,
  verificationStates,
  willingnesses,
} from '@ke-vai/contract/verification/codes.ts'
import {
  evidenceAdded,
  identificationDecided,
  requestSent,
  requestWithdrawn,
  verificationBodiesSet,
  verificationMoved,
  verificationStarted,
  willingnessSet,
} from '@ke-vai/contract/verification/entries.ts'
import { requestPurposes } from '@ke-vai/contract/verification/request-codes.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { factsInWords, opinionWords, schoolWords } from './case-words.ts'
import { storyCodes, storyWords } from './story-words.ts'

const noteWords: Words = { vi: 'Ghi chú', en: 'Note' }

/** How the timeline says one kind of entry. */
export interface EntryLine {
  words: Words
  /** Its coded part in words; empty where it cannot be read. */
  detail(body: unknown): readonly Words[]
  /** What its sealed fields are called, once they are opened. */
  fields: Readonly<Record<string, Words | undefined>>
  /** Words of the codes that stand in a sealed field. */
  codes: Readonly<Record<string, Readonly<Record<string, Words | undefined>> | undefined>>
}

interface More<E extends EntryKind> {
  detail?: (body: BodyOf<E>) => readonly Words[]
  fields?: Readonly<Partial<Record<keyof SealedOf<E> & string, Words>>>
  codes?: EntryLine['codes']
}

function line<E extends EntryKind>(
  kind: E,
  { detail, fields, codes = {} }: More<E> = {},
): [string, EntryLine] {
  const read = (body: unknown) => {
    const known = kind.body.safeParse(body)
    return known.success && detail ? detail(known.data as BodyOf<E>) : []
  }
  return [kind.kind, { words: kind.words, detail: read, fields: { ...fields }, codes }]
}

/** Every kind of entry that the timeline can say. A concept adds a line for each kind that it writes. */
const entryLines: ReadonlyMap<string, EntryLine> = new Map([
  line(received, {
    detail: ({ channel, triage }) => [caseChannels[channel], ...triage.map((code) => triages[code])],
  }),
  line(caseMoved, {
    detail: ({ to }) => [caseStates[to]],
    fields: { reason: { vi: 'Lý do', en: 'Reason' } },
  }),
  line(stageMoved, { detail: ({ to }) => [caseStages[to]] }),
  line(legalMoved, {
    detail: ({ to, decidedOn }) => [
      legalStatuses[to],
      ...(decidedOn
        ? [{ vi: `quyết định ngày ${showDate(decidedOn)}`, en: `decided ${showDate(decidedOn)}` }]
        : []),
    ],
  }),
  line(factsSet, { detail: factsInWords }),
  line(escorted, { detail: ({ office }) => [escortOffices[office]] }),
  line(noted, { fields: { words: noteWords } }),
  line(counsellingNoted, {
    detail: ({ mode, minutes }) => [
      counsellingModes[mode],
      { vi: `${minutes} phút`, en: `${minutes} minutes` },
    ],
    fields: { note: noteWords },
  }),
  line(storyWritten, { fields: storyWords, codes: storyCodes }),
  line(representativeNamed, {
    detail: ({ relation, suspected }) => [
      representativeRelations[relation],
      ...(suspected
        ? [{ vi: 'có dấu hiệu liên quan, không quyết định thay trẻ', en: 'under suspicion, does not decide' }]
        : []),
    ],
    fields: { name: { vi: 'Tên', en: 'Name' }, words: noteWords },
  }),
  line(measureTaken, {
    detail: ({ measures }) => measures.map((code) => emergencyMeasures[code]),
    fields: { words: noteWords },
  }),
  line(childPlanned, {
    detail: ({ childOpinion, carerOpinion }) => [
      { vi: `trẻ: ${opinionWords[childOpinion].vi}`, en: `the child ${opinionWords[childOpinion].en}` },
      {
        vi: `người chăm sóc: ${opinionWords[carerOpinion].vi}`,
        en: `the carer ${opinionWords[carerOpinion].en}`,
      },
    ],
    fields: {
      plan: { vi: 'Kế hoạch', en: 'Plan' },
      childWords: { vi: 'Lời của trẻ', en: 'In the child’s words' },
      carerWords: { vi: 'Lời người chăm sóc', en: 'In the carer’s words' },
    },
  }),
  line(schoolEntered, {
    detail: ({ where, on }) => [schoolWords[where], { vi: showDate(on), en: showDate(on) }],
  }),
  line(verificationStarted, { detail: ({ route }) => [verificationRoutes[route]] }),
  line(verificationBodiesSet),
  line(verificationMoved, {
    detail: ({ to, conclusion }) => [
      verificationStates[to],
      ...(conclusion ? [conclusions[conclusion]] : []),
    ],
    fields: { words: noteWords },
  }),
  line(evidenceAdded, {
    detail: ({ evidence, onDay }) => [evidenceKinds[evidence], { vi: showDate(onDay), en: showDate(onDay) }],
    fields: { findings: { vi: 'Nội dung', en: 'What it says' } },
  }),
  line(willingnessSet, { detail: ({ police }) => [willingnesses[police]] }),
  line(requestSent, { detail: ({ purpose }) => [requestPurposes[purpose]] }),
  line(requestWithdrawn),
  line(identificationDecided, {
    detail: ({ outcome, decidedOn }) => [
      identificationOutcomes[outcome],
      { vi: showDate(decidedOn), en: showDate(decidedOn) },
    ],
    fields: { paperNumber: { vi: 'Số giấy tờ', en: 'Number of the paper' } },
  }),
  line(consentGiven, {
    detail: ({ purpose, validTo }) => [
      consentPurposes[purpose],
      { vi: `đến ${showDate(validTo)}`, en: `until ${showDate(validTo)}` },
    ],
  }),
  line(consentEnded, { detail: ({ purpose }) => [consentPurposes[purpose]] }),
  line(consentAsked, { detail: ({ purpose, answer }) => [consentPurposes[purpose], consentAnswers[answer]] }),
  line(referralPrepared, {
    detail: ({ service }) => [referralServices[service]],
    fields: {
      need: { vi: 'Nhu cầu', en: 'Need' },
      reach: { vi: 'Cách liên lạc an toàn', en: 'How to reach her safely' },
      ground: { vi: 'Căn cứ chia sẻ khẩn cấp', en: 'Ground for sharing in an emergency' },
    },
  }),
  line(referralMoved, { detail: ({ to }) => [referralStates[to]] }),
  line(emergencyShared, { detail: ({ reason }) => [emergencyReasons[reason]] }),
  line(transferMoved, {
    detail: ({ to }) => [transferStates[to]],
    fields: { need: { vi: 'Nhu cầu', en: 'Need' } },
  }),
  line(assessed, {
    detail: ({ kind }) => [assessmentKinds[kind]],
    fields: { words: noteWords, strengths: { vi: 'Điểm mạnh', en: 'Strengths' } },
  }),
  line(riskSet, {
    detail: ({ level, signs }) => [riskLevels[level], ...signs.map((code) => riskSigns[code])],
    fields: { words: noteWords },
  }),
  line(safetyPlanned, {
    fields: {
      signs: { vi: 'Dấu hiệu không an toàn', en: 'Signs of danger' },
      places: { vi: 'Nơi có thể tới', en: 'Where to go' },
      people: { vi: 'Người có thể gọi', en: 'Whom to call' },
      steps: { vi: 'Việc làm đầu tiên', en: 'What to do first' },
    },
  }),
  line(needOpened, {
    detail: ({ domain, priority }) => [needDomains[domain], needPriorities[priority]],
    fields: { words: noteWords },
  }),
  line(needMoved, {
    detail: ({ to, reason }) => [needStates[to], ...(reason ? [needReasons[reason]] : [])],
    fields: { words: noteWords },
  }),
  line(wished, {
    detail: ({ about, wish }) => [wishesAbout[about], wishes[wish]],
    fields: { words: noteWords },
  }),
  line(planWritten, {
    detail: ({ herWord }) => [herWords[herWord]],
    fields: { said: { vi: 'Mục tiêu, việc làm', en: 'Goals and steps' } },
  }),
  line(planReviewed, { detail: ({ result }) => [reviewResults[result]], fields: { words: noteWords } }),
  line(actionMarked, { detail: ({ state }) => [actionStates[state]] }),
  line(serviceGiven, { detail: ({ type }) => [serviceTypes[type]], fields: { note: noteWords } }),
  line(paperBegun, {
    detail: ({ kind, office }) => [paperKinds[kind], paperOffices[office]],
    fields: { words: noteWords },
  }),
  line(paperMoved, { detail: ({ to }) => [paperStates[to]], fields: { words: noteWords } }),
  line(clueTold, { detail: ({ kind }) => [clueKinds[kind]], fields: { words: noteWords } }),
  line(tracingAsked),
  line(originConfirmed, {
    detail: ({ by }) => [confirmations[by]],
    fields: { place: { vi: 'Nơi ấy', en: 'The place' } },
  }),
  line(familyWished, { detail: ({ wish }) => [wishes[wish]], fields: { words: noteWords } }),
  line(familyContacted, {
    detail: ({ way, result }) => [familyWays[way], familyResults[result]],
    fields: { words: noteWords },
  }),
  line(protectionProposed, {
    detail: ({ kind, forWhom }) => [protectionKinds[kind], protectedPersons[forWhom]],
    fields: { who: { vi: 'Là ai', en: 'Who' }, danger: { vi: 'Điều đe dọa', en: 'What threatens' } },
  }),
  line(protectionDecided, {
    detail: ({ granted }) => [
      granted ? { vi: 'Áp dụng', en: 'Granted' } : { vi: 'Không áp dụng', en: 'Refused' },
    ],
    fields: {
      paperNumber: { vi: 'Số văn bản', en: 'Number of the paper' },
      issuer: { vi: 'Nơi trả lời', en: 'Who answered' },
      reason: { vi: 'Lý do', en: 'Reason' },
    },
  }),
  line(protectionEnded, { detail: ({ how }) => [protectionEnds[how]] }),
  line(wentHome, {
    detail: ({ onDay }) => [{ vi: showDate(onDay), en: showDate(onDay) }],
    fields: { words: noteWords },
  }),
  line(followUpPlanned, {
    detail: ({ month, dueOn, way }) => [
      { vi: `tháng ${month}, ${showDate(dueOn)}`, en: `month ${month}, ${showDate(dueOn)}` },
      followUpWays[way],
    ],
  }),
  line(followUpRecorded, {
    detail: ({ result }) => [followUpResults[result]],
    fields: { words: noteWords },
  }),
  line(followUpStopped, { fields: { words: noteWords } }),
  line(followUpResumed, { fields: { words: noteWords } }),
  line(followUpLost, {
    detail: ({ tries }) => [{ vi: `đã thử ${tries} lần`, en: `tried ${tries} times` }],
    fields: { words: noteWords },
  }),
  line(closingProposed, {
    detail: ({ reason, dataChoice }) => [
      closingReasons[reason],
      ...(dataChoice ? [dataChoices[dataChoice]] : []),
    ],
    fields: { words: noteWords },
  }),
  line(closingReturned, { fields: { words: noteWords } }),
  line(caseClosed, { fields: { words: noteWords } }),
  line(erasureSettled, { detail: ({ how }) => [erasureSettlements[how]], fields: { words: noteWords } }),
  line(caseReopened, {
    detail: ({ reason }) => [reopeningReasons[reason]],
    fields: { words: noteWords },
  }),
  line(stayRequested, { fields: { words: noteWords } }),
  line(stayReserved, { detail: ({ bed }) => [{ vi: `giường ${bed}`, en: `bed ${bed}` }] }),
  line(stayNotReceived, {
    detail: ({ reason, otherPlace }) => [notReceivedReasons[reason], otherPlaces[otherPlace]],
    fields: { place: { vi: 'Nơi nào, ai nhận lời', en: 'Which place, who said yes' } },
  }),
  line(stayBegun, {
    detail: ({ bed, health }) => [{ vi: `giường ${bed}`, en: `bed ${bed}` }, arrivalHealths[health]],
    fields: {
      allergies: { vi: 'Dị ứng', en: 'Allergies' },
      health: { vi: 'Sức khỏe', en: 'Health' },
      belongings: { vi: 'Đồ mang theo', en: 'Belongings' },
    },
  }),
  line(stayReviewed, { fields: { words: noteWords } }),
  line(stayExtended, {
    detail: ({ by, reason, until }) => [
      { vi: `đến ${showDate(until)}`, en: `until ${showDate(until)}` },
      extensionBodies[by],
      extensionReasons[reason],
    ],
    fields: { paperNumber: { vi: 'Số quyết định', en: 'Number of the decision' }, words: noteWords },
  }),
  line(stayWentOn, { fields: { words: noteWords } }),
  line(leavingPrepared, {
    detail: ({ home, livelihood }) => [
      homeChecks[home],
      ...(livelihood ? [livelihoodChecks[livelihood]] : []),
    ],
    fields: { contacts: { vi: 'Người muốn gặp trước ở xã', en: 'Whom to meet first' }, words: noteWords },
  }),
  line(stayEnded, {
    detail: ({ how, onDay }) => [stayEnds[how], { vi: showDate(onDay), en: showDate(onDay) }],
    fields: { words: noteWords },
  }),
  line(safeContactSaid, {
    detail: safeContactPhrases,
    fields: { how: { vi: 'Số máy, cách gọi', en: 'Number, how to call' } },
  }),
  line(companionAsked),
  line(visitPlanned, {
    detail: ({ onDay, purpose }) => [{ vi: showDate(onDay), en: showDate(onDay) }, visitPurposes[purpose]],
  }),
  line(companionTaskAdded, {
    detail: ({ kind, dueOn }) => [
      companionTaskKinds[kind],
      { vi: `hẹn ${showDate(dueOn)}`, en: `by ${showDate(dueOn)}` },
    ],
  }),
  line(companionEnded, { detail: ({ reason }) => [companionEnds[reason]] }),
  line(companionAnswered, {
    detail: ({ accepted, reason }) => [
      accepted ? { vi: 'nhận lời', en: 'yes' } : { vi: 'chưa nhận được', en: 'no' },
      ...(reason ? [companionDeclines[reason]] : []),
    ],
  }),
  line(companionTaskFinished, {
    detail: ({ kind, outcome }) => [companionTaskKinds[kind], companionOutcomes[outcome]],
    fields: { words: noteWords },
  }),
  line(companionVisited, {
    detail: ({ onDay, outcome }) => [
      { vi: showDate(onDay), en: showDate(onDay) },
      companionOutcomes[outcome],
    ],
    fields: { words: noteWords },
  }),
  line(companionLeft, { detail: ({ reason }) => [companionEnds[reason]] }),
  line(childLinked, { detail: ({ as }) => [childLinks[as]] }),
])

const unknown: EntryLine = {
  words: { vi: 'Một ghi nhận', en: 'An entry' },
  detail: () => [],
  fields: {},
  codes: {},
}

/** A kind that this app does not know yet is still shown as an entry. */
export const entryLine = (kind: string): EntryLine => entryLines.get(kind) ?? unknown
