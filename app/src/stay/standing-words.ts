import type { StayStanding } from '@ke-vai/contract/stay/state.ts'
import type { CodeWords, Words } from '@ke-vai/contract/words.ts'

/** What a length that asks for something is called. */
export const standingWords: CodeWords<Exclude<StayStanding, 'calm'>> = {
  near_end: {
    vi: 'Gần hết thời hạn lưu trú: cần quyết định gia hạn, hoặc cùng người ấy chuẩn bị rời.',
    en: 'The time allowed is nearly over: it needs a decision to extend, or getting ready to leave with her.',
  },
  over_limit: {
    vi: 'Quá thời hạn lưu trú mà chưa có quyết định gia hạn. Người ấy vẫn được ở; xin báo người có quyền quyết định ngay.',
    en: 'Over the time allowed without a decision to extend. She may stay; please tell whoever may decide at once.',
  },
}

/** How long she has been here, in full days. */
export function daysWords(days: number): Words {
  if (days === 0) return { vi: 'Mới vào hôm nay', en: 'Moved in today' }
  return { vi: `Đã ở ${days} ngày`, en: days === 1 ? '1 day so far' : `${days} days so far` }
}
