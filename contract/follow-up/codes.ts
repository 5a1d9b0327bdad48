import type { CodeWords } from '../words.ts'

// The code lists of follow-up and of closing. Source: the domain model §5.1 D (FollowUp, CaseClosure). The model counts
// eight domains of well-being and does not name them: these are the project's proposal. No amount of money is asked.

export type FollowUpWay = 'phone' | 'message' | 'home' | 'elsewhere' | 'office' | 'trusted_person'
/** How she would like to be met. */
export const followUpWays: CodeWords<FollowUpWay> = {
  phone: { vi: 'Gọi điện', en: 'By phone' },
  message: { vi: 'Nhắn tin', en: 'By message' },
  home: { vi: 'Đến nhà', en: 'At home' },
  elsewhere: { vi: 'Gặp ở nơi khác', en: 'Somewhere else' },
  office: { vi: 'Người ấy tự tới', en: 'She comes by herself' },
  trusted_person: { vi: 'Qua người mà người ấy tin', en: 'Through somebody she trusts' },
}

export type FollowUpResult = 'met' | 'no_contact' | 'not_now' | 'postponed'
export const followUpResults: CodeWords<FollowUpResult> = {
  met: { vi: 'Gặp được', en: 'Met' },
  no_contact: { vi: 'Chưa liên lạc được', en: 'No contact yet' },
  not_now: { vi: 'Chưa muốn lúc này', en: 'Not now, by her choice' },
  postponed: { vi: 'Hẹn ngày khác', en: 'Another day' },
}

export type WellbeingDomain =
  | 'safety'
  | 'housing'
  | 'health'
  | 'mind'
  | 'family'
  | 'neighbours'
  | 'work'
  | 'hope'
export const wellbeingDomains: CodeWords<WellbeingDomain> = {
  safety: { vi: 'An toàn', en: 'Safety' },
  housing: { vi: 'Chỗ ở', en: 'Home' },
  health: { vi: 'Sức khỏe', en: 'Health' },
  mind: { vi: 'Tinh thần', en: 'Peace of mind' },
  family: { vi: 'Gia đình', en: 'Family' },
  neighbours: { vi: 'Bạn bè, làng xóm', en: 'Friends, neighbours' },
  work: { vi: 'Học, làm việc', en: 'Learning, work' },
  hope: { vi: 'Điều mong phía trước', en: 'Hopes ahead' },
}

export type WellbeingLevel = '0' | '1' | '2' | '3'
/** How it goes, by her own word: more is better. */
export const wellbeingLevels: CodeWords<WellbeingLevel> = {
  '0': { vi: 'Rất khó', en: 'Very hard' },
  '1': { vi: 'Còn khó', en: 'Hard' },
  '2': { vi: 'Tạm ổn', en: 'All right' },
  '3': { vi: 'Tốt', en: 'Good' },
}

export type IncomeBand = 'none' | 'not_enough' | 'just_enough' | 'enough'
export const incomeBands: CodeWords<IncomeBand> = {
  none: { vi: 'Chưa có thu nhập', en: 'None yet' },
  not_enough: { vi: 'Có, chưa đủ sống', en: 'Some, not enough' },
  just_enough: { vi: 'Vừa đủ', en: 'Just enough' },
  enough: { vi: 'Đủ và để dành được', en: 'Enough, and some is saved' },
}

export type ClosingReason =
  | 'goals_met'
  | 'her_wish'
  | 'moved_province'
  | 'lost_contact'
  | 'died'
  | 'opened_by_mistake'
export const closingReasons: CodeWords<ClosingReason> = {
  goals_met: { vi: 'Đã đạt mục tiêu', en: 'Goals met' },
  her_wish: { vi: 'Người được hỗ trợ muốn dừng', en: 'She wishes to stop' },
  moved_province: { vi: 'Đã chuyển tỉnh, chuyển giao', en: 'Moved away or handed over' },
  lost_contact: { vi: 'Mất liên lạc', en: 'Contact lost' },
  died: { vi: 'Người được hỗ trợ đã mất', en: 'She died' },
  opened_by_mistake: { vi: 'Mở nhầm', en: 'Opened by mistake' },
}

export type DataChoice = 'keep' | 'erase_later'
/** What she wants to become of what is written. */
export const dataChoices: CodeWords<DataChoice> = {
  keep: { vi: 'Giữ lại, để sau này cần thì mở', en: 'Keep it, should it be needed' },
  erase_later: { vi: 'Xóa khi luật cho phép', en: 'Erase it when the law allows' },
}

export type ReopeningReason = 'new_need' | 'asked' | 'found_again' | 'closed_by_mistake'
export const reopeningReasons: CodeWords<ReopeningReason> = {
  new_need: { vi: 'Có nhu cầu mới', en: 'A new need' },
  asked: { vi: 'Người ấy quay lại', en: 'She came back' },
  found_again: { vi: 'Liên lạc lại được', en: 'Found again' },
  closed_by_mistake: { vi: 'Đóng nhầm', en: 'Closed by mistake' },
}
