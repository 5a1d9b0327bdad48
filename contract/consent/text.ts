import type { Words } from '../words.ts'

/** The version of the words below; a consent keeps which one she was read. */
export const consentTextVersion = '2026-11'

/** What is read to her before she decides, short enough to be said aloud. */
export const consentText: readonly Words[] = [
  {
    vi: 'Chị là người quyết định. Chị nói «chưa muốn» hay «để sau» thì vẫn được giúp như trước.',
    en: 'You decide. If you say “not now” or “later”, you are helped just the same.',
  },
  {
    vi: 'Chỉ những mục chị chọn mới được gửi, và chỉ gửi cho nơi ghi ở đây.',
    en: 'Only what you choose is sent, and only to the place named here.',
  },
  {
    vi: 'Chị đổi ý lúc nào cũng được. Khi chị rút lại, nơi nhận không xem được nữa ngay lúc đó.',
    en: 'You may change your mind at any time. Once you take it back, they can no longer see it.',
  },
]
