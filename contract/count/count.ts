import { z } from 'zod'

/**
 * What is counted. người (persons), lượt (person-times), cuộc (sessions), ca (cases) are different units:
 * a count carries its unit in its type, so adding two different ones does not compile.
 */
export const units = ['person', 'person_time', 'session', 'case', 'item'] as const
export type Unit = (typeof units)[number]

export const unitWords: Record<Unit, { vi: string; en: string }> = {
  person: { vi: 'người', en: 'persons' },
  person_time: { vi: 'lượt', en: 'person-times' },
  session: { vi: 'cuộc', en: 'sessions' },
  case: { vi: 'ca', en: 'cases' },
  item: { vi: 'tờ', en: 'items' },
}

/** A whole number of one unit. Not a bare number, so that `+` between units is a type error. */
export interface Count<U extends Unit> {
  readonly unit: U
  readonly value: number
}

export function count<U extends Unit>(unit: U, value: number): Count<U> {
  return { unit, value }
}

/** The sum of counts of one unit. */
export function sum<U extends Unit>(unit: U, counts: readonly Count<NoInfer<U>>[]): Count<U> {
  return { unit, value: counts.reduce((total, each) => total + each.value, 0) }
}

/** The wire shape of a count of the given unit. */
export function countOf<U extends Unit>(unit: U) {
  return z.object({ unit: z.literal(unit), value: z.number().int().nonnegative() })
}

/** '46 lượt'. */
export function showCount(counted: Count<Unit>, language: 'vi' | 'en'): string {
  return `${new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(counted.value)} ${unitWords[counted.unit][language]}`
}
