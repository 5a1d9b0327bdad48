import { type CodeWords, codeOf, type Words } from '../words.ts'
import type { RiskLevel } from './codes.ts'

// The short list «nguy cơ», first version: a proposal of the project that no expert has validated yet. It helps a club
// to decide how soon to talk with somebody. It is no identification, and nothing in the system makes one of it.

export const instrument = 'nguy_co/1' as const

export type Question =
  | 'not_safe_now'
  | 'threatened'
  | 'papers_held'
  | 'harmer_returns'
  | 'leaving_soon'
  | 'told_to_hide'
  | 'without_papers'
  | 'advance_money'
  | 'too_good_offer'
  | 'arranged_marriage'
  | 'met_online'

/** The questions as they may be read out, in this order. Any of them may be passed over. */
export const questions: CodeWords<Question> = {
  not_safe_now: {
    vi: 'Ngay lúc này, chị có thấy mình chưa an toàn không?',
    en: 'Do you feel unsafe right now?',
  },
  threatened: {
    vi: 'Có ai đang đe dọa, ép buộc hay theo dõi chị không?',
    en: 'Is anyone threatening, forcing or following you?',
  },
  papers_held: {
    vi: 'Có ai đang giữ giấy tờ hay điện thoại của chị không?',
    en: 'Is anyone keeping your papers or phone?',
  },
  harmer_returns: {
    vi: 'Người từng làm chị tổn thương có đang tìm cách liên hệ lại không?',
    en: 'Is somebody who harmed you trying to reach you again?',
  },
  leaving_soon: {
    vi: 'Chị có dự định đi trong vòng bảy ngày tới không?',
    en: 'Do you plan to leave within seven days?',
  },
  told_to_hide: {
    vi: 'Người rủ có dặn chị giấu gia đình, hoặc phải đi gấp không?',
    en: 'Were you told to hide it from your family, or to leave in a hurry?',
  },
  without_papers: {
    vi: 'Có ai nói là đi không cần giấy tờ, hoặc dùng giấy tờ của người khác không?',
    en: "Were you told that no papers, or somebody else's papers, will do?",
  },
  advance_money: {
    vi: 'Chị có đang nợ, hoặc đã nhận tiền ứng trước của người rủ không?',
    en: 'Do you owe, or have you taken, money from whoever invited you?',
  },
  too_good_offer: {
    vi: 'Có ai hứa việc nhẹ lương cao mà chưa có hợp đồng không?',
    en: 'Were you promised easy work and high pay without a contract?',
  },
  arranged_marriage: {
    vi: 'Có ai mai mối lấy chồng xa mà chị chưa gặp người ấy không?',
    en: 'Is a marriage far away being arranged with someone you have not met?',
  },
  met_online: {
    vi: 'Người rủ có phải chỉ quen qua mạng, hoặc mới quen không?',
    en: 'Do you know whoever invited you only online, or only recently?',
  },
}
export const question = codeOf(questions)

export type ScreeningAnswer = 'yes' | 'no' | 'unsure'
export const screeningAnswers: CodeWords<ScreeningAnswer> = {
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  unsure: { vi: 'Chưa rõ', en: 'Not sure' },
}

const urgent: readonly Question[] = ['not_safe_now', 'threatened']
const weights: Record<Question, number> = {
  not_safe_now: 5,
  threatened: 5,
  papers_held: 4,
  harmer_returns: 4,
  leaving_soon: 2,
  told_to_hide: 2,
  without_papers: 2,
  advance_money: 2,
  too_good_offer: 1,
  arranged_marriage: 2,
  met_online: 1,
}

export type ScreenedLevel = Exclude<RiskLevel, 'unknown'>
export type ScreeningAnswers = Partial<Record<Question, ScreeningAnswer>>

/** The level that answers give. «Chưa rõ» weighs one; what was passed over weighs nothing. Pure, same everywhere. */
export function levelOf(answers: ScreeningAnswers): ScreenedLevel {
  if (urgent.some((each) => answers[each] === 'yes')) return 'urgent'
  const asked = Object.keys(weights) as Question[]
  const score = asked.reduce((sum, each) => {
    if (answers[each] === 'yes') return sum + weights[each]
    return answers[each] === 'unsure' ? sum + 1 : sum
  }, 0)
  if (score >= 4) return 'high'
  return score >= 2 ? 'medium' : 'low'
}

/** True when the board should talk with her within the hours that the programme sets. */
export function needsCounsellingSoon(level: RiskLevel): boolean {
  return level === 'high' || level === 'urgent'
}

/** What to do next, at each level, in words that may be said aloud. */
export const advice: Record<ScreenedLevel, Words> = {
  low: {
    vi: 'Cảm ơn chị đã chia sẻ. Gửi chị số điện thoại hỗ trợ để dùng khi cần.',
    en: 'Thank her for sharing. Leave the helpline number in case she needs it.',
  },
  medium: {
    vi: 'Hẹn chị một buổi trò chuyện. Cùng chị xem lại lời mời, giấy tờ và nơi tuyển.',
    en: 'Arrange a talk. Look together at the offer, the papers and the recruiter.',
  },
  high: {
    vi: 'Ban chủ nhiệm sẽ sớm trò chuyện với chị. Hỏi chị muốn được liên hệ cách nào, lúc nào cho an toàn.',
    en: 'The board will talk with her soon. Ask how and when she may safely be reached.',
  },
  urgent: {
    vi: 'Ở bên chị. Hỏi chị có muốn gọi 113 hoặc 111 ngay bây giờ không, và chị muốn ở đâu cho an toàn.',
    en: 'Stay with her. Ask whether she wants to call 113 or 111 now, and where she would feel safe.',
  },
}
