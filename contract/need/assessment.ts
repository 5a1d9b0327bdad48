import { z } from 'zod'
import { defineEntry, type EntryFact, standing } from '../case/entry.ts'
import { type PlainDate, plainDate } from '../date/date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { codeOf } from '../words.ts'
import { assessmentKinds, type NeedDomain, type NeedLevel, needDomains, needLevels } from './codes.ts'

const domain = codeOf(needDomains)
/** How much is needed in each domain that was spoken of; a domain that is not there was not spoken of. */
export const assessment = z.object({
  kind: codeOf(assessmentKinds),
  levels: z.partialRecord(domain, codeOf(needLevels)),
  /** What matters most to her, first things first. */
  priorities: z.array(domain).max(13),
})

/** An assessment made with her. Her words and strengths are sealed. */
export const assessed = defineEntry({
  kind: 'need.assessed',
  tier: 'team',
  body: assessment,
  sealed: z.object({ words: z.string().max(4000), strengths: z.string().max(4000) }),
  words: { vi: 'Đánh giá nhu cầu', en: 'Assessment of needs' },
})

export interface Assessment extends z.infer<typeof assessment> {
  id: string
  onDay: PlainDate
}

/** The assessments that stand, by their days. */
export function foldAssessments(entries: readonly EntryFact[]): Assessment[] {
  return standing(entries, assessed)
    .sort((one, other) => one.onDay.localeCompare(other.onDay) || one.seq - other.seq)
    .map(({ id, onDay, body }) => ({ id, onDay, ...body }))
}

export type Change = 'better' | 'worse' | 'same' | 'unknown'
export interface DomainChange {
  domain: NeedDomain
  before: NeedLevel | null
  now: NeedLevel | null
  change: Change
}

const degree = (level: NeedLevel | null): number | null =>
  level === null || level === 'not_said' ? null : Number(level)

/**
 * What changed in each domain between two assessments: less need is better. A domain that one of them does not tell of
 * is unknown, never zero. Domains of which neither tells are left out.
 */
export function changeBetween(before: Assessment | null, now: Assessment): DomainChange[] {
  return (Object.keys(needDomains) as NeedDomain[]).flatMap((each) => {
    const [was, is] = [before?.levels[each] ?? null, now.levels[each] ?? null]
    if (was === null && is === null) return []
    const [from, to] = [degree(was), degree(is)]
    const change: Change =
      from === null || to === null ? 'unknown' : to < from ? 'better' : to > from ? 'worse' : 'same'
    return [{ domain: each, before: was, now: is, change }]
  })
}

/** The same day so many months later; the last day of a month that is too short for it. */
export function monthsLater(day: PlainDate, months: number): PlainDate {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(count / 12), count % 12]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return plainDate.parse(
    new Date(Date.UTC(year, month, Math.min(Number(day.slice(8, 10)), last))).toISOString().slice(0, 10),
  )
}

/** May this assessment be written? Null means yes. No domain is owed, nor her words. */
export function assessmentRule(
  entries: readonly EntryFact[],
  asked: z.infer<typeof assessment> & { onDay: PlainDate; correctsId: string | null },
  today: PlainDate,
): Refusal | null {
  if (asked.onDay > today)
    return refuse(
      'need_in_future',
      { vi: 'Ngày này chưa tới. Xin ghi ngày đã diễn ra.', en: 'This day is still to come.' },
      'onDay',
    )
  if (new Set(asked.priorities).size !== asked.priorities.length)
    return refuse(
      'priority_twice',
      { vi: 'Một điều được chọn hai lần.', en: 'Something was chosen twice.' },
      'priorities',
    )
  if (asked.correctsId !== null && !foldAssessments(entries).some(({ id }) => id === asked.correctsId))
    return refuse(
      'assessment_to_correct_not_there',
      { vi: 'Không thấy bản đánh giá cần sửa.', en: 'The assessment to correct is not there.' },
      'correctsId',
    )
  return null
}
