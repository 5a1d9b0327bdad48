import type { CodeWords } from '../words.ts'

// The code lists of protection. Source: the domain model §5.1 C (ProtectionMeasure); Law 53/2024/QH15, Art. 34.

export type ProtectionKind = 'safe_place' | 'keep_secret' | 'guards' | 'prevent_harm' | 'other'
export const protectionKinds: CodeWords<ProtectionKind> = {
  safe_place: { vi: 'Nơi tạm lánh an toàn', en: 'A safe place to stay' },
  keep_secret: { vi: 'Giữ bí mật nơi ở, nơi làm việc, nơi học', en: 'Home, work and school kept secret' },
  guards: { vi: 'Bố trí lực lượng bảo vệ', en: 'Guards' },
  prevent_harm: { vi: 'Ngăn chặn, cảnh báo hành vi xâm hại', en: 'Harm prevented or warned of' },
  other: { vi: 'Biện pháp khác', en: 'Another measure' },
}

export type ProtectedPerson = 'herself' | 'relative' | 'helper'
export const protectedPersons: CodeWords<ProtectedPerson> = {
  herself: { vi: 'Người được hỗ trợ', en: 'The person supported' },
  relative: { vi: 'Người thân', en: 'A relative' },
  helper: { vi: 'Người tham gia hỗ trợ', en: 'Somebody who helps' },
}

export type ProtectionState = 'proposed' | 'granted' | 'refused' | 'ended'
export const protectionStates: CodeWords<ProtectionState> = {
  proposed: { vi: 'Đã đề nghị', en: 'Proposed' },
  granted: { vi: 'Đang áp dụng', en: 'In force' },
  refused: { vi: 'Không áp dụng, có văn bản', en: 'Refused in writing' },
  ended: { vi: 'Đã kết thúc', en: 'Ended' },
}

export type ProtectionPaper = 'decision' | 'letter' | 'minutes' | 'other'
export const protectionPapers: CodeWords<ProtectionPaper> = {
  decision: { vi: 'Quyết định', en: 'Decision' },
  letter: { vi: 'Công văn', en: 'Letter' },
  minutes: { vi: 'Biên bản', en: 'Minutes' },
  other: { vi: 'Văn bản khác', en: 'Another paper' },
}

export type ProtectionEnd = 'no_longer_needed' | 'her_wish' | 'ran_out' | 'replaced'
export const protectionEnds: CodeWords<ProtectionEnd> = {
  no_longer_needed: { vi: 'Không còn cần', en: 'No longer needed' },
  her_wish: { vi: 'Theo ý người được bảo vệ', en: 'At the wish of the protected person' },
  ran_out: { vi: 'Hết hạn', en: 'It ran out' },
  replaced: { vi: 'Thay bằng biện pháp khác', en: 'Replaced by another' },
}
