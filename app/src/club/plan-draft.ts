import type { planActivity } from '@ke-vai/contract/club/year-plan.ts'
import type { z } from 'zod'

type Activity = z.infer<typeof planActivity>

/** An activity while it is being written: what stands in its fields. */
export interface ActivityDraft {
  /** Tells rows apart while they are added and taken away. */
  key: string
  month: number
  what: string
  quantity: string
  lead: string
  budget: string
  budgetSource: string
}

const shown = (value: number | null) => (value === null ? '' : String(value))

/** '1.500.000' as people type it; null when there is no number. */
function numberOf(typed: string): number | null {
  const digits = typed.replace(/\D/gu, '')
  return digits === '' ? null : Number(digits)
}

export function draftsOf(activities: readonly Activity[]): ActivityDraft[] {
  return activities.map((each, i) => ({
    ...each,
    key: String(i),
    quantity: shown(each.quantity),
    budget: shown(each.budget),
  }))
}

export function emptyActivity(month: number): ActivityDraft {
  return { key: crypto.randomUUID(), month, what: '', quantity: '', lead: '', budget: '', budgetSource: '' }
}

/** What is sent: rows without words are left out. */
export function activitiesOf(drafts: readonly ActivityDraft[]): Activity[] {
  return drafts
    .filter((each) => each.what.trim() !== '')
    .map(({ key: _, ...each }) => ({
      ...each,
      quantity: numberOf(each.quantity),
      budget: numberOf(each.budget),
    }))
}

/** One objective a line. */
export function objectivesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
