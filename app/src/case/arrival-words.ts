/** What the reception says; the same on the page of one person and of many. */
export const arrivalWords = {
  kind: {
    vi: 'Chị ấy không cần kể lại. Chỉ cần biết bây giờ chị ấy có an toàn không, và cần gì ngay. Ô nào chưa biết thì để trống.',
    en: 'She need not tell anything again. All that matters: is she safe now, and what does she need at once. What is not known stays empty.',
  },
  channel: { vi: 'Tới đây bằng cách nào', en: 'How she came' },
  calledBy: { vi: 'Muốn được gọi là', en: 'Wants to be called' },
  calledByHint: {
    vi: 'Không cần tên trên giấy tờ. Được cất kín, chỉ nhóm hỗ trợ mở được.',
    en: 'No name on paper is needed. It is sealed; her team alone can open it.',
  },
  sex: { vi: 'Giới', en: 'Sex' },
  ageBand: { vi: 'Khoảng tuổi', en: 'Age, about' },
  language: { vi: 'Tiếng nói dễ nhất', en: 'Easiest language' },
  triage: { vi: 'Cần ngay', en: 'Needed at once' },
  nationality: { vi: 'Quốc tịch', en: 'Nationality' },
  unknown: { vi: 'Chưa rõ', en: 'Not known' },
  carried: {
    vi: 'Người chị tiếp nhận do chị quản lý, cho tới khi chị giao cho người khác.',
    en: 'You carry whom you receive, until you hand the case over.',
  },
  waits: {
    vi: 'Người chị tiếp nhận sẽ chờ một cán bộ quản lý trường hợp nhận.',
    en: 'Whom you receive waits for a case manager to take the case.',
  },
  open: { vi: 'Mở hồ sơ', en: 'Open the case' },
  asking: { vi: 'Đang lấy mã…', en: 'Asking for the code…' },
  again: { vi: 'Gửi lại', en: 'Send again' },
} as const
