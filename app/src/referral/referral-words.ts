/** The words of one referral as its sender sees it. */
export const cardWords = {
  outside: { vi: 'Nơi ngoài hệ thống', en: 'A place outside the system' },
  agreed: { vi: 'Đã đồng ý, chưa gửi', en: 'Agreed to, not sent yet' },
  due: { vi: 'trả lời trước', en: 'answer by' },
  emergency: {
    vi: 'Đã chia sẻ khẩn cấp khi chưa có sự đồng ý. Người phụ trách bảo vệ dữ liệu đã được báo.',
    en: 'Shared in an emergency without consent. The data-protection officer was told.',
  },
  leftOut: { vi: 'Người được hỗ trợ chưa đồng ý mục:', en: 'She did not agree to:' },
  without: {
    vi: 'Xin thu hồi lần này, rồi chuẩn bị lại chỉ với những mục đã đồng ý.',
    en: 'Please withdraw this one and prepare it anew with what she agreed to.',
  },
  ended: {
    vi: 'Hai bên đã được báo: việc chia sẻ kết thúc lúc',
    en: 'Both sides were told that the sharing ended at',
  },
  feedback: { vi: 'Phản hồi', en: 'Feedback' },
  previewTitle: { vi: 'Bên nhận sẽ thấy gì', en: 'What the receiver will see' },
  preview: { vi: 'Xem bên nhận sẽ thấy gì', en: 'See what they will see' },
  send: { vi: 'Gửi', en: 'Send' },
  ask: { vi: 'Hỏi ý người được hỗ trợ', en: 'Ask for her consent' },
  remind: { vi: 'Nhắc nơi nhận', en: 'Remind them' },
  close: { vi: 'Đóng', en: 'Close' },
  withdraw: { vi: 'Thu hồi', en: 'Withdraw' },
  rating: { vi: 'Người được hỗ trợ thấy thế nào?', en: 'What does she think of it?' },
  next: {
    vi: 'Nhu cầu vẫn còn. Có thể hỏi nơi khác:',
    en: 'The need is still open. One may ask another place:',
  },
} as const
