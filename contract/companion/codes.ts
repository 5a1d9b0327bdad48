import type { SharedField } from '../consent/codes.ts'
import type { CodeWords } from '../words.ts'

// The code lists of a club that walks beside a case. Source: the issue, journey J2, and the ledger of the clubs.

export type CompanionState = 'asked' | 'accepted' | 'declined' | 'ended'
export const companionStates: CodeWords<CompanionState> = {
  asked: { vi: 'Đã hỏi, chờ trả lời', en: 'Asked, waiting' },
  accepted: { vi: 'Đang đồng hành', en: 'Walking along' },
  declined: { vi: 'Câu lạc bộ chưa nhận được', en: 'The club could not' },
  ended: { vi: 'Đã dừng', en: 'Ended' },
}

/** What a club may be told of her at most. Papers, family, and whatever is of the law are not among them. */
export const companionFields = [
  'called_by',
  'reach',
  'language',
  'needs_interpreter',
  'age_band',
  'sex',
  'phone',
  'address',
] as const satisfies readonly SharedField[]
export type CompanionField = (typeof companionFields)[number]

export type VisitPurpose = 'get_to_know' | 'visit' | 'go_along' | 'bring_things' | 'follow_up'
export const visitPurposes: CodeWords<VisitPurpose> = {
  get_to_know: { vi: 'Làm quen', en: 'Getting to know' },
  visit: { vi: 'Thăm hỏi', en: 'A visit' },
  go_along: { vi: 'Đi cùng', en: 'Going along' },
  bring_things: { vi: 'Mang đồ dùng', en: 'Bringing things' },
  follow_up: { vi: 'Hỏi thăm định kỳ', en: 'Regular follow-up' },
}

export type CompanionTaskKind =
  | 'go_along_papers'
  | 'go_along_doctor'
  | 'visit'
  | 'remind_check_up'
  | 'child_to_school'
  | 'meet_employer'
  | 'join_session'
  | 'other_small'
export const companionTaskKinds: CodeWords<CompanionTaskKind> = {
  go_along_papers: { vi: 'Đi cùng làm giấy tờ', en: 'Go along for papers' },
  go_along_doctor: { vi: 'Đi cùng khám bệnh', en: 'Go along to the doctor' },
  visit: { vi: 'Thăm hỏi', en: 'Visit' },
  remind_check_up: { vi: 'Nhắc lịch khám', en: 'Remind of a check-up' },
  child_to_school: { vi: 'Đưa con đi học', en: 'Take the child to school' },
  meet_employer: { vi: 'Đi cùng gặp nơi làm việc', en: 'Go along to an employer' },
  join_session: { vi: 'Mời sinh hoạt câu lạc bộ', en: 'Invite to a session of the club' },
  other_small: { vi: 'Việc nhỏ khác', en: 'Another small thing' },
}

export type CompanionOutcome = 'met_well' | 'met_to_talk' | 'not_met' | 'wants_to_stop'
export const companionOutcomes: CodeWords<CompanionOutcome> = {
  met_well: { vi: 'Đã gặp, mọi việc ổn', en: 'Met, all is well' },
  met_to_talk: { vi: 'Đã gặp, cần trao đổi thêm', en: 'Met, something to talk over' },
  not_met: { vi: 'Chưa gặp được', en: 'Not met yet' },
  wants_to_stop: { vi: 'Chị ấy muốn dừng', en: 'She wants to stop' },
}

export type CompanionDecline = 'no_one_free' | 'too_far' | 'known_to_family' | 'other'
export const companionDeclines: CodeWords<CompanionDecline> = {
  no_one_free: { vi: 'Chưa có người đi được', en: 'Nobody is free' },
  too_far: { vi: 'Xa quá', en: 'Too far' },
  known_to_family: { vi: 'Quen với người nhà, không tiện', en: 'Too close to the family' },
  other: { vi: 'Lý do khác', en: 'Another reason' },
}

export type CompanionEnd = 'her_wish' | 'goals_met' | 'she_moves' | 'club_cannot' | 'no_consent' | 'other'
export const companionEnds: CodeWords<CompanionEnd> = {
  her_wish: { vi: 'Theo ý người được hỗ trợ', en: 'Her wish' },
  goals_met: { vi: 'Không còn cần nữa', en: 'No longer needed' },
  she_moves: { vi: 'Người được hỗ trợ chuyển đi nơi khác', en: 'She moves elsewhere' },
  club_cannot: { vi: 'Câu lạc bộ không đi tiếp được', en: 'The club cannot go on' },
  no_consent: { vi: 'Sự đồng ý đã được rút lại', en: 'The consent was taken back' },
  other: { vi: 'Lý do khác', en: 'Another reason' },
}
/** Of these the team chooses one; the last is written by the withdrawal itself. */
export const teamEnds: readonly CompanionEnd[] = [
  'her_wish',
  'goals_met',
  'she_moves',
  'club_cannot',
  'other',
]
export const clubEnds: readonly CompanionEnd[] = ['her_wish', 'club_cannot', 'other']
