import type { CasePart } from '../case/codes.ts'
import type { ConsentPurpose } from '../consent/codes.ts'
import type { CodeWords, Words } from '../words.ts'

// Her sheet lies in a kitchen, and somebody else may read it. So it names nobody who is helped, no code, and no word from
// which one could guess what happened.

const telling = /mua bán|nạn nhân|buôn người|tạm lánh|bình yên|bạo lực|traffick|victim|shelter|violence/iu

/** A name as it may stand on her sheet: one that tells is replaced by what kind of help it is. */
export function quietName(name: string, instead: string): string {
  return telling.test(name) ? instead : name
}

/** Who helps, in words for a kitchen table; null: not named there. A clinical supervisor never meets her. */
export const quietParts: Readonly<Record<CasePart, Words | null>> = {
  manager: { vi: 'Người giúp chính', en: 'Helps me first' },
  member: { vi: 'Cùng giúp', en: 'Helps along' },
  psychologist: { vi: 'Người trò chuyện cùng tôi', en: 'Talks with me' },
  supervisor: null,
  shelter: { vi: 'Người lo chỗ ở', en: 'Looks after where I stay' },
}

/** What she agreed to, said as she would say it. */
export const quietPurposes: CodeWords<ConsentPurpose> = {
  recording: { vi: 'Ghi chép để giúp tôi', en: 'Keeping notes to help me' },
  assessment: { vi: 'Hỏi xem tôi cần gì', en: 'Asking what I need' },
  share_referral: { vi: 'Nhờ nơi khác giúp tôi', en: 'Asking another place to help me' },
  share_transfer: {
    vi: 'Chuyển việc của tôi sang nơi khác giúp tiếp',
    en: 'Another place goes on helping me',
  },
  share_police: { vi: 'Cho cơ quan nhà nước biết', en: 'Telling an authority' },
  photo_story: { vi: 'Dùng ảnh, lời của tôi', en: 'Using my picture or words' },
  anonymous_research: { vi: 'Tìm hiểu chung, không nêu tên', en: 'Research without my name' },
  follow_up_contact: { vi: 'Hỏi thăm tôi sau này', en: 'Asking after me later' },
  companion: { vi: 'Nhờ người gần nhà đồng hành', en: 'Somebody near home walks with me' },
}
