/** The words of a sharing without consent that its team and the data-protection officer both read. */
export const emergencyWords = {
  officerTold: {
    vi: 'Người phụ trách bảo vệ dữ liệu đã được báo, chưa ghi là đã xem.',
    en: 'The data-protection officer was told and has not noted it as seen.',
  },
  officerSaw: { vi: 'Người phụ trách bảo vệ dữ liệu đã xem', en: 'The data-protection officer saw it' },
  toldOn: { vi: 'Đã nói với người được hỗ trợ ngày', en: 'She was told on' },
} as const
