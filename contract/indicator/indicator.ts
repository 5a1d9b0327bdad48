import type { Unit } from '../count/count.ts'
import { codeOf, type Words } from '../words.ts'

/** One figure of a club, defined once: screen, Excel, Word, command line and snapshot take it from here. */
export interface CountDefinition<U extends Unit = Unit> {
  readonly words: Words
  readonly unit: U
  /** Row of the seed catalogue or of the indicator catalogue that asks for it. */
  readonly source: string
  readonly formula: Words
  /** Set when this figure is a part of another one: never added to it, printed indented below it. */
  readonly partOf?: string
}

function define<U extends Unit>(
  unit: U,
  source: string,
  words: Words,
  formula: Words,
  partOf?: string,
): CountDefinition<U> {
  return partOf === undefined ? { words, unit, source, formula } : { words, unit, source, formula, partOf }
}

const timesOfKind = (kind: string, kindEn: string): Words => ({
  vi: `Số cuộc gặp được tính là ${kind} trong kỳ; một cuộc gặp là một lượt`,
  en: `Contacts of the period counted as ${kindEn}; one contact is one person-time`,
})

const headsOf = (who: string, whoEn: string): Words => ({
  vi: `Tổng số lượt ${who} ở các buổi truyền thông trong kỳ`,
  en: `Heads of ${whoEn} at the sessions of the period, added up`,
})

/** Figures that are a whole number of one unit. */
export const countIndicators = {
  contacts: define(
    'person_time',
    'F1.10',
    { vi: 'Lượt tiếp cận, gặp gỡ', en: 'Contacts' },
    {
      vi: 'Số cuộc gặp có ngày trong kỳ; cuộc gặp nhiều hình thức vẫn là một lượt',
      en: 'Contacts dated in the period; one of several kinds is still one',
    },
  ),
  counselling: define(
    'person_time',
    'I10, F1.14, F1.30',
    { vi: 'Lượt tư vấn', en: 'Counselling' },
    timesOfKind('tư vấn', 'counselling'),
    'contacts',
  ),
  visits: define(
    'person_time',
    'I17, F1.10',
    { vi: 'Lượt thăm hỏi', en: 'Visits' },
    timesOfKind('thăm hỏi', 'a visit'),
    'contacts',
  ),
  mobilisation: define(
    'person_time',
    'F1.16',
    { vi: 'Lượt vận động', en: 'Mobilisation' },
    timesOfKind('vận động', 'mobilisation'),
    'contacts',
  ),
  survey: define(
    'person_time',
    'I19, F1.18',
    { vi: 'Lượt khảo sát', en: 'Survey' },
    timesOfKind('khảo sát', 'survey'),
    'contacts',
  ),
  information: define(
    'person_time',
    'F1.10',
    { vi: 'Lượt cung cấp thông tin', en: 'Information given' },
    timesOfKind('cung cấp thông tin', 'information'),
    'contacts',
  ),
  persons_with_contact: define(
    'person',
    'I13, F1.17',
    { vi: 'Người được tiếp cận', en: 'Persons with contact' },
    {
      vi: 'Số người khác nhau trong sổ có ít nhất một cuộc gặp trong kỳ',
      en: 'Different persons of the register with at least one contact in the period',
    },
  ),
  new_persons: define(
    'person',
    'F1.18',
    { vi: 'Người được gặp lần đầu', en: 'Persons met for the first time' },
    {
      vi: 'Số người có cuộc gặp đầu tiên nằm trong kỳ',
      en: 'Persons whose first contact ever lies in the period',
    },
    'persons_with_contact',
  ),
  referrals_sent: define(
    'person_time',
    'I51, F1.17',
    { vi: 'Lượt chuyển gửi', en: 'Referrals sent' },
    { vi: 'Số lần chuyển gửi có ngày trong kỳ', en: 'Referrals sent on a day of the period' },
  ),
  persons_referred: define(
    'person',
    'I13, F1.17',
    { vi: 'Người được chuyển gửi', en: 'Persons referred' },
    {
      vi: 'Số người khác nhau có ít nhất một lần chuyển gửi trong kỳ',
      en: 'Different persons with at least one referral in the period',
    },
  ),
  sessions: define(
    'session',
    'I03, F0.23',
    { vi: 'Buổi truyền thông, sinh hoạt chuyên đề', en: 'Sessions' },
    { vi: 'Số buổi có ngày trong kỳ', en: 'Sessions held on a day of the period' },
  ),
  attendance: define(
    'person_time',
    'I04, F0.24',
    { vi: 'Lượt người tham dự', en: 'Attendance' },
    {
      vi: 'Cán bộ + hội viên + trẻ em + người khác của các buổi trong kỳ',
      en: 'Staff + members + children + others at the sessions of the period',
    },
  ),
  attendance_staff: define(
    'person_time',
    'I04',
    { vi: 'Cán bộ', en: 'Staff' },
    headsOf('cán bộ', 'staff'),
    'attendance',
  ),
  attendance_members: define(
    'person_time',
    'I04',
    { vi: 'Hội viên', en: 'Members of the Union' },
    headsOf('hội viên', 'Union members'),
    'attendance',
  ),
  attendance_children: define(
    'person_time',
    'I04',
    { vi: 'Trẻ em', en: 'Children' },
    headsOf('trẻ em', 'children'),
    'attendance',
  ),
  attendance_others: define(
    'person_time',
    'I04',
    { vi: 'Người khác', en: 'Others' },
    headsOf('người khác', 'others'),
    'attendance',
  ),
  attendance_estimated: define(
    'person_time',
    'I04',
    { vi: 'Trong đó: số ước tính', en: 'Of which estimated' },
    {
      vi: 'Lượt tham dự của các buổi ghi là «ước tính», không phải đếm',
      en: 'Attendance of sessions marked as estimated, not counted',
    },
    'attendance',
  ),
  leaflets: define(
    'item',
    'I06, F0.25',
    { vi: 'Tờ rơi đã phát', en: 'Leaflets given out' },
    { vi: 'Tổng số tờ phát ở các buổi trong kỳ', en: 'Leaflets given out at the sessions of the period' },
  ),
  meetings_held: define(
    'session',
    'I14, F1.12, F1.31',
    { vi: 'Buổi họp, sinh hoạt câu lạc bộ', en: 'Club meetings held' },
    { vi: 'Số buổi họp có biên bản, ngày họp trong kỳ', en: 'Recorded meetings held in the period' },
  ),
  meetings_board: define(
    'session',
    'I14, F1.31',
    { vi: 'Họp Ban chủ nhiệm', en: 'Board meetings' },
    { vi: 'Số buổi họp Ban chủ nhiệm trong kỳ', en: 'Board meetings held in the period' },
    'meetings_held',
  ),
} as const satisfies Record<string, CountDefinition>

export type CountCode = keyof typeof countIndicators
export const countCode = codeOf<CountCode>(wordsOf(countIndicators))

/** A rate is never a bare percent: it is two numbers of persons, and both are named. */
export interface ShareDefinition {
  readonly words: Words
  readonly part: Words
  readonly whole: Words
  readonly source: string
  readonly formula: Words
  readonly partOf?: string
}

const wholeContacts: Words = {
  vi: 'người có ít nhất một cuộc gặp trong kỳ',
  en: 'persons with at least one contact in the period',
}

/** Figures that are a part of a whole, both counted in persons. */
export const shareIndicators = {
  referral_rate: {
    words: { vi: 'Tỷ lệ người được chuyển gửi', en: 'Referral rate' },
    part: { vi: 'người trong số đó được chuyển gửi trong kỳ', en: 'of them referred in the period' },
    whole: wholeContacts,
    source: 'I13, F1.17',
    formula: {
      vi: 'Người có cuộc gặp và được chuyển gửi trong kỳ / người có cuộc gặp trong kỳ',
      en: 'Persons with a contact and a referral in the period / persons with a contact in the period',
    },
  },
  referral_accepted_rate: {
    words: { vi: 'Nơi nhận đã tiếp nhận', en: 'Accepted by the provider' },
    part: { vi: 'người có chuyển gửi được tiếp nhận', en: 'with an accepted referral' },
    whole: wholeContacts,
    source: 'I13',
    formula: {
      vi: 'Như trên, chỉ tính chuyển gửi đã tiếp nhận, đang cung cấp hoặc hoàn thành khi lập báo cáo',
      en: 'As above, only referrals accepted, in progress or completed when the report is made',
    },
    partOf: 'referral_rate',
  },
  referral_completed_rate: {
    words: { vi: 'Dịch vụ đã hoàn thành', en: 'Service completed' },
    part: { vi: 'người có chuyển gửi hoàn thành', en: 'with a completed referral' },
    whole: wholeContacts,
    source: 'I13',
    formula: {
      vi: 'Như trên, chỉ tính chuyển gửi đã hoàn thành khi lập báo cáo',
      en: 'As above, only referrals completed when the report is made',
    },
    partOf: 'referral_rate',
  },
  mobilised_per_member: {
    words: { vi: 'Thành viên vận động đủ mức của mình', en: 'Members who reached their mobilisation target' },
    part: {
      vi: 'thành viên có đủ số người đã tham dự theo mức được giao',
      en: 'members with as many persons attending as their target asks',
    },
    whole: { vi: 'thành viên đang tham gia vào ngày cuối kỳ', en: 'members on the last day of the period' },
    source: 'I12, F1.16',
    formula: {
      vi: 'Thành viên có số người khác nhau đã tham dự trong kỳ ≥ mức được giao / thành viên đang tham gia',
      en: 'Members with different persons attended in the period ≥ their target / active members',
    },
  },
} as const satisfies Record<string, ShareDefinition>

export type ShareCode = keyof typeof shareIndicators

function wordsOf<Code extends string>(list: Record<Code, { words: Words }>): Record<Code, Words> {
  const entries = Object.entries(list) as [Code, { words: Words }][]
  return Object.fromEntries(entries.map(([code, each]) => [code, each.words])) as Record<Code, Words>
}
