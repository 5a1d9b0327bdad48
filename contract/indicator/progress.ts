import { z } from 'zod'
import type { Words } from '../words.ts'
import { words } from '../words.ts'
import type { Figures, Share } from './figures.ts'
import { showShare } from './figures.ts'
import type { CountCode, ShareCode } from './indicator.ts'

/** A target is a range with its source; the club's and the programme's are both kept, and neither hides the other. */
export const target = z.object({
  indicator: z.string(),
  setBy: z.enum(['club', 'programme']),
  minimum: z.number().int(),
  maximum: z.number().int().nullable(),
  unit: z.string(),
  source: z.string(),
})
export type Target = z.infer<typeof target>

export const targetProgress = target.extend({ reached: z.boolean(), words })
export type TargetProgress = z.infer<typeof targetProgress>

/** How far a number is on its way into the range. Above the maximum is no error: it is reached all the same. */
export function progress(
  value: number,
  range: { min: number; max: number | null },
): { reached: boolean; words: Words } {
  if (value >= range.min)
    return {
      reached: true,
      words: { vi: `đạt mức tối thiểu ${range.min}`, en: `has reached the minimum of ${range.min}` },
    }
  const text = `${value}/${range.min}`
  return { reached: false, words: { vi: text, en: text } }
}

/** The same for a rate: the two numbers first, then the percent that is asked. Compared exactly, not as rounded. */
export function progressOfShare(shown: Share, minPercent: number): { reached: boolean; words: Words } {
  const { part, whole } = shown
  const reached = whole.value > 0 && part.value * 100 >= minPercent * whole.value
  const parts = showShare(shown)
  return {
    reached,
    words: reached
      ? {
          vi: `${parts}, đạt mức tối thiểu ${minPercent}%`,
          en: `${parts}, has reached the minimum of ${minPercent}%`,
        }
      : { vi: `${parts} · mức cần đạt ${minPercent}%`, en: `${parts} · ${minPercent}% is asked` },
  }
}

/** What each member should reach is reached by the club when every one of its members has. */
function progressOfMembers(shown: Share, minimum: number): { reached: boolean; words: Words } {
  return {
    reached: shown.whole.value > 0 && shown.part.value === shown.whole.value,
    words: {
      vi: `${shown.part.value}/${shown.whole.value} thành viên đã vận động đủ (mỗi người ${minimum})`,
      en: `${shown.part.value}/${shown.whole.value} members have mobilised enough (${minimum} each)`,
    },
  }
}

/** The target beside the figures of the year so far; null when no figure of that name is known. */
export function progressTowards(each: Target, yearToDate: Figures): TargetProgress | null {
  const { counts, shares } = yearToDate
  if (each.indicator === 'mobilised_per_member')
    return { ...each, ...progressOfMembers(shares.mobilised_per_member, each.minimum) }
  if (Object.hasOwn(shares, each.indicator))
    return { ...each, ...progressOfShare(shares[each.indicator as ShareCode], each.minimum) }
  if (Object.hasOwn(counts, each.indicator)) {
    const { value } = counts[each.indicator as CountCode]
    return { ...each, ...progress(value, { min: each.minimum, max: each.maximum }) }
  }
  return null
}
