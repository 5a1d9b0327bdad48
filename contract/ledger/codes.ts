/** What a note in the book asks of whoever wants to reach her. Proposals: she confirms them herself. */
export const safeContactHints = {
  no_call: { vi: 'Không gọi điện', en: 'No phone calls' },
  no_call_evening: { vi: 'Không gọi buổi tối', en: 'No calls in the evening' },
  no_call_daytime: { vi: 'Không gọi ban ngày', en: 'No calls in the daytime' },
  no_message: { vi: 'Không nhắn tin', en: 'No messages' },
  no_home_visit: { vi: 'Không đến nhà', en: 'No home visits' },
  meet_only: { vi: 'Chỉ gặp trực tiếp', en: 'Meet in person only' },
  through_trusted_person: { vi: 'Liên hệ qua người khác', en: 'Through another person' },
  others_must_not_know: { vi: 'Giữ kín với người nhà', en: 'Kept from the family' },
  phone_of_another: { vi: 'Số máy của người khác', en: 'The phone belongs to someone else' },
} as const
export type SafeContactHint = keyof typeof safeContactHints
