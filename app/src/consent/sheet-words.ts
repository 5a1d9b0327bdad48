/** The words of the consent sheet; what is read to her stands in contract/consent/text.ts. */
export const sheetWords = {
  title: { vi: 'Phiếu đồng ý', en: 'Consent sheet' },
  fields: { vi: 'Chị muốn cho nơi nhận biết những gì?', en: 'What may they know?' },
  fieldsHint: {
    vi: 'Chưa có mục nào được chọn sẵn. Chỉ chọn những mục chị ấy nói là được.',
    en: 'Nothing is ticked beforehand. Tick only what she says yes to.',
  },
  age: { vi: 'Người được hỗ trợ bao nhiêu tuổi?', en: 'How old is she?' },
  givenBy: { vi: 'Ai đồng ý?', en: 'Who agrees?' },
  representative: { vi: 'Người đại diện là ai?', en: 'Who is the representative?' },
  officer: {
    vi: 'Hồ sơ chưa có người đại diện đáng tin cho trẻ. Xin mời cán bộ bảo vệ trẻ em cùng quyết định.',
    en: 'The case names no representative who may speak for the child. A child-protection officer decides with her.',
  },
  language: { vi: 'Đọc bằng tiếng nào?', en: 'Read in which language?' },
  stated: { vi: 'Chị ấy nói là hiểu tiếng này.', en: 'She said that she understands it.' },
  interpreter: { vi: 'Phiên dịch', en: 'Interpreter' },
  form: { vi: 'Chị ấy xác nhận bằng cách nào?', en: 'How does she confirm it?' },
  audio: { vi: 'Bản ghi âm', en: 'Recording' },
  validTo: { vi: 'Đồng ý đến ngày', en: 'Valid until' },
  notWhole: {
    vi: 'Để đồng ý, xin trả lời đủ các câu ở trên.',
    en: 'To agree, please answer all of the above.',
  },
  agree: { vi: 'Đồng ý', en: 'I agree' },
  notNow: { vi: 'Chưa muốn', en: 'Not now' },
  later: { vi: 'Để sau', en: 'Later' },
} as const
