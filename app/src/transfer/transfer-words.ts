/** The words of a transfer that both sides read. */
export const transferWords = {
  stays: {
    vi: 'Trách nhiệm vẫn ở đơn vị gửi cho tới khi nơi nhận đồng ý.',
    en: 'Responsibility stays with the sender until the other agency accepts.',
  },
  notThere: { vi: 'Chưa thấy báo đã tới nơi', en: 'No word yet that she is there' },
  goes: { vi: 'Những mục gửi đi', en: 'What goes along' },
  escort: { vi: 'Đi cùng', en: 'Who goes with her' },
  offered: { vi: 'Đề nghị lúc', en: 'Offered' },
  arrived: { vi: 'Đã tới nơi', en: 'Arrived' },
} as const
