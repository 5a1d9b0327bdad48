import type { CodeWords, Words } from '../words.ts'

// Ten plain questions to look at an offer of work together. A proposal of the project that no expert has validated yet.
// What is answered stays on the screen: there is no command for it, and the page is of no person.

export type OfferQuestion =
  | 'knows_recruiter'
  | 'licensed'
  | 'contract'
  | 'work_and_wage'
  | 'advance_debt'
  | 'passport_kept'
  | 'by_trail'
  | 'say_tourist'
  | 'family_knows'
  | 'call_home'

/** In the order in which they are read out. */
export const offerQuestions: CodeWords<OfferQuestion> = {
  knows_recruiter: {
    vi: 'Có biết rõ ai tuyển: tên thật, địa chỉ thật, gặp được ngoài đời không?',
    en: 'Is it known who recruits: a real name, a real address, somebody met in person?',
  },
  licensed: {
    vi: 'Công ty đưa đi có giấy phép, và đã được xem giấy phép đó chưa?',
    en: 'Has the company that sends people a licence, and has it been seen?',
  },
  contract: {
    vi: 'Đã cầm hợp đồng trong tay, đọc và hiểu được chưa?',
    en: 'Is there a contract in hand that can be read and understood?',
  },
  work_and_wage: {
    vi: 'Có ghi rõ làm việc gì, ở đâu, lương bao nhiêu không?',
    en: 'Are the work, the place and the wage written down?',
  },
  advance_debt: {
    vi: 'Có phải vay, hoặc nhận tiền ứng trước rồi đi làm trừ nợ không?',
    en: 'Is there money to borrow, or taken in advance, to be worked off?',
  },
  passport_kept: {
    vi: 'Có ai đòi giữ hộ chiếu, căn cước hay điện thoại không?',
    en: 'Does anybody want to keep the passport, identity card or phone?',
  },
  by_trail: {
    vi: 'Có ai bảo đi đường mòn, đi đêm, không qua cửa khẩu không?',
    en: 'Is anybody asked to go by a trail, at night, not through a border gate?',
  },
  say_tourist: {
    vi: 'Có ai dặn phải nói là đi du lịch, đi thăm người nhà không?',
    en: 'Is anybody told to say that it is tourism or a family visit?',
  },
  family_knows: {
    vi: 'Người nhà có biết đi đâu, đi với ai, làm gì không?',
    en: 'Does the family know where to, with whom, and for what work?',
  },
  call_home: {
    vi: 'Sang đó có được giữ điện thoại và gọi về nhà khi muốn không?',
    en: 'Over there, can one keep a phone and call home at will?',
  },
}

export type OfferAnswer = 'yes' | 'no' | 'unsure'
export const offerAnswers: CodeWords<OfferAnswer> = {
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  unsure: { vi: 'Chưa rõ', en: 'Not sure' },
}
export type OfferAnswers = Partial<Record<OfferQuestion, OfferAnswer>>

const bad: Readonly<Record<OfferQuestion, OfferAnswer>> = {
  knows_recruiter: 'no',
  licensed: 'no',
  contract: 'no',
  work_and_wage: 'no',
  advance_debt: 'yes',
  passport_kept: 'yes',
  by_trail: 'yes',
  say_tourist: 'yes',
  family_knows: 'no',
  call_home: 'no',
}
// Each of these alone is enough to stop and ask somebody first.
const grave: readonly OfferQuestion[] = ['passport_kept', 'by_trail', 'say_tourist', 'call_home']

/** What to do about one question that was not answered well. */
export const offerSteps: CodeWords<OfferQuestion> = {
  knows_recruiter: {
    vi: 'Hỏi tên thật và địa chỉ, rồi tới tận nơi cùng người nhà trước khi nhận lời.',
    en: 'Ask for a real name and address, and go there with family before saying yes.',
  },
  licensed: {
    vi: 'Xin xem giấy phép, chép tên công ty và số giấy phép, nhờ cán bộ xã tra giúp.',
    en: 'Ask to see the licence, copy its number and the name, and have the commune look it up.',
  },
  contract: {
    vi: 'Chưa có hợp đồng đọc được thì chưa đưa tiền, chưa ký giấy nào.',
    en: 'Without a contract that can be read: pay nothing and sign nothing yet.',
  },
  work_and_wage: {
    vi: 'Đề nghị ghi rõ vào giấy: việc gì, ở đâu, lương, giờ làm, ai trả vé về.',
    en: 'Ask for it in writing: work, place, wage, hours, and who pays the way home.',
  },
  advance_debt: {
    vi: 'Hỏi rõ nợ bao nhiêu, trừ thế nào. Khoản nào cũng xin biên lai.',
    en: 'Ask how much the debt is and how it is paid off. Ask for a receipt each time.',
  },
  passport_kept: {
    vi: 'Không đưa hộ chiếu, căn cước, điện thoại cho ai giữ. Chụp lại giấy tờ, gửi người nhà.',
    en: 'Let nobody keep passport, identity card or phone. Photograph them and send it home.',
  },
  by_trail: {
    vi: 'Chỉ đi qua cửa khẩu, có giấy tờ của chính mình. Ai bảo đi đường khác thì chưa đi.',
    en: 'Go only through a border gate, with papers of one’s own. Otherwise do not go yet.',
  },
  say_tourist: {
    vi: 'Đi làm thì giấy tờ phải ghi là đi làm. Bị dặn nói khác đi thì chưa đi.',
    en: 'For work, the papers must say work. When told to say otherwise, do not go yet.',
  },
  family_knows: {
    vi: 'Nói với ít nhất một người mình tin: đi đâu, với ai, ngày nào đi.',
    en: 'Tell at least one trusted person: where to, with whom, on which day.',
  },
  call_home: {
    vi: 'Hỏi rõ có được giữ điện thoại không. Hẹn trước ngày gọi về và một từ riêng khi cần giúp.',
    en: 'Ask whether phones may be kept. Agree on days to call, and a word that means “help”.',
  },
}

export type OfferLevel = 'green' | 'amber' | 'red'
/** The sign stands before the words, so that no colour is needed to tell them apart. */
export const offerLevels: Readonly<Record<OfferLevel, { sign: string; title: Words; lead: Words }>> = {
  green: {
    sign: '✓',
    title: { vi: 'Chưa thấy điều đáng lo', en: 'Nothing that worries so far' },
    lead: {
      vi: 'Vẫn nên tra tên công ty, giữ giấy tờ của mình và hẹn ngày gọi về trước khi đi.',
      en: 'Still look the company up, keep your own papers, and agree on days to call home.',
    },
  },
  amber: {
    sign: '?',
    title: { vi: 'Khoan đã, hỏi thêm cho rõ', en: 'Wait, and ask more first' },
    lead: {
      vi: 'Có điều chưa rõ. Chưa đưa tiền, chưa ký, cho tới khi rõ những điều dưới đây.',
      en: 'Something is not clear. Pay and sign nothing until the things below are.',
    },
  },
  red: {
    sign: '■',
    title: { vi: 'Dừng lại, chưa nên đi', en: 'Stop, better not go yet' },
    lead: {
      vi: 'Lời mời này có điều nguy hiểm. Hỏi một người mình tin trước, rồi gọi một số dưới đây.',
      en: 'Something in this offer is dangerous. Ask a person you trust, then call a number below.',
    },
  },
}

/** Advice, never a verdict: the level, and what to do about each answer that led to it, grave ones first. */
export function adviceOn(answers: OfferAnswers): {
  level: OfferLevel
  todo: { question: OfferQuestion; step: Words }[]
} {
  const all = Object.keys(offerQuestions) as OfferQuestion[]
  const isBad = (question: OfferQuestion) => answers[question] === bad[question]
  const isOpen = (question: OfferQuestion) => (answers[question] ?? 'unsure') === 'unsure'
  const wrong = all.filter(isBad)
  const graveOnes = wrong.filter((question) => grave.includes(question))
  const rest = all.filter(
    (question) => (isBad(question) || isOpen(question)) && !graveOnes.includes(question),
  )
  const level =
    graveOnes.length > 0 || wrong.length >= 4
      ? 'red'
      : wrong.length > 0 || rest.length > 0
        ? 'amber'
        : 'green'
  return {
    level,
    todo: [...graveOnes, ...rest].map((question) => ({ question, step: offerSteps[question] })),
  }
}

/** How the company that sends people is checked. */
export const companyChecks: readonly Words[] = [
  {
    vi: 'Chép đúng tên công ty, số giấy phép và tên người tuyển vào một tờ giấy.',
    en: 'Write down the exact name of the company, the number of its licence, and who recruits.',
  },
  {
    vi: 'Nhờ cán bộ xã hoặc trung tâm dịch vụ việc làm tra trong danh sách công ty được cấp phép của Nhà nước.',
    en: 'Ask the commune or the public job centre to look it up in the State’s list of licensed companies.',
  },
  {
    vi: 'Tên giống mà số giấy phép khác là chưa đúng. Chưa tra được thì chưa đưa tiền.',
    en: 'A like name with another number is not it. Until it is found, pay nothing.',
  },
]
