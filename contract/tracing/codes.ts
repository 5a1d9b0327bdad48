import type { CodeWords } from '../words.ts'

// The code lists of tracing where she comes from. Source: the domain model §5.1 C (OriginTracing), journey J2.5.

export type ClueKind =
  | 'market'
  | 'river'
  | 'hill'
  | 'village'
  | 'school'
  | 'church_or_pagoda'
  | 'road'
  | 'crop_or_craft'
  | 'festival'
  | 'language'
  | 'journey'
  | 'other'
/** What one remembers without knowing where it is. No kind asks for a person's name. */
export const clueKinds: CodeWords<ClueKind> = {
  market: { vi: 'Tên chợ', en: 'A market' },
  river: { vi: 'Sông, suối, biển', en: 'A river, stream or sea' },
  hill: { vi: 'Núi, đèo', en: 'A mountain or pass' },
  village: { vi: 'Tên làng, bản', en: 'A village' },
  school: { vi: 'Trường học', en: 'A school' },
  church_or_pagoda: { vi: 'Chùa, nhà thờ, đình', en: 'A pagoda, church or communal house' },
  road: { vi: 'Đường, bến xe', en: 'A road or station' },
  crop_or_craft: { vi: 'Cây trồng, nghề của vùng', en: 'A crop or craft of the place' },
  festival: { vi: 'Lễ hội, phong tục', en: 'A festival or custom' },
  language: { vi: 'Tiếng nói, giọng', en: 'A language or accent' },
  journey: { vi: 'Đường đi mất bao lâu', en: 'How long the journey took' },
  other: { vi: 'Điều khác nhớ được', en: 'Something else remembered' },
}

export type TracingAnswer = 'found' | 'perhaps' | 'not_here'
export const tracingAnswers: CodeWords<TracingAnswer> = {
  found: { vi: 'Nhận ra nơi này', en: 'The place is known' },
  perhaps: { vi: 'Có thể là nơi này', en: 'It may be here' },
  not_here: { vi: 'Không phải ở đây', en: 'It is not here' },
}

export type TracingState = 'sent' | 'answered' | 'withdrawn'
export const tracingStates: CodeWords<TracingState> = {
  sent: { vi: 'Đang chờ trả lời', en: 'Waits for an answer' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  withdrawn: { vi: 'Đã rút lại', en: 'Withdrawn' },
}

export type Confirmation = 'she_knew_it' | 'papers_show' | 'answer_fits'
/** By what the place is confirmed. */
export const confirmations: CodeWords<Confirmation> = {
  she_knew_it: { vi: 'Người được hỗ trợ nhận ra', en: 'She recognised it' },
  papers_show: { vi: 'Giấy tờ cho thấy', en: 'Papers show it' },
  answer_fits: { vi: 'Trả lời khớp với điều nhớ được', en: 'An answer fits what she remembers' },
}

export type FamilyWay = 'visit' | 'call' | 'through_officer' | 'letter'
export const familyWays: CodeWords<FamilyWay> = {
  visit: { vi: 'Gặp riêng', en: 'A visit, alone' },
  call: { vi: 'Gọi điện', en: 'A call' },
  through_officer: { vi: 'Qua cán bộ nơi ấy', en: 'Through a worker of the place' },
  letter: { vi: 'Gửi thư', en: 'A letter' },
}

export type FamilyResult = 'reached' | 'not_reached' | 'welcomes' | 'not_ready'
export const familyResults: CodeWords<FamilyResult> = {
  reached: { vi: 'Đã liên lạc được', en: 'Reached' },
  not_reached: { vi: 'Chưa liên lạc được', en: 'Not reached' },
  welcomes: { vi: 'Gia đình mong đón về', en: 'The family welcomes her' },
  not_ready: { vi: 'Gia đình chưa sẵn sàng', en: 'The family is not ready' },
}
