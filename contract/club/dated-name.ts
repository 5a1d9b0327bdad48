import { z } from 'zod'
import { addDays, type PlainDate, plainDate } from '../date/date.ts'
import { type Refusal, refuse } from '../refusal.ts'

/** A name with the days on which it held, both included; `validTo` null: until now. */
export const datedName = z.object({
  name: z.string(),
  validFrom: plainDate,
  validTo: plainDate.nullable(),
})
export type DatedName = z.infer<typeof datedName>

/** The name valid on the day; before the first name the first, null when there is none. */
export function nameOn(names: readonly DatedName[], on: PlainDate): string | null {
  const inOrder = [...names].sort((a, b) => a.validFrom.localeCompare(b.validFrom))
  const begun = inOrder.filter((each) => each.validFrom <= on)
  return (begun.at(-1) ?? inOrder[0])?.name ?? null
}

/** 'Ban Chỉ đạo 138 (trước đây: Ban Chỉ đạo 130)': the name of the day with those before it, the latest first. */
export function nameWithFormer(names: readonly DatedName[], on: PlainDate): string {
  const now = nameOn(names, on) ?? ''
  const former = names
    .filter((each) => each.validFrom <= on && each.name !== now)
    .sort((a, b) => b.validFrom.localeCompare(a.validFrom))
    .map((each) => each.name)
  return former.length === 0 ? now : `${now} (trước đây: ${[...new Set(former)].join('; ')})`
}

/** May a new name begin on this day? It must come after the present one began. */
export function renameRule(names: readonly DatedName[], from: PlainDate): Refusal | null {
  const last = names.reduce((latest, each) => (each.validFrom > latest ? each.validFrom : latest), '')
  if (from > last) return null
  return refuse(
    'name_before_last',
    {
      vi: 'Ngày đổi tên phải sau ngày bắt đầu của tên đang dùng.',
      en: 'The new name must begin after the present one did.',
    },
    'validFrom',
  )
}

/** The last day of a name that another one follows. */
export const lastDayBefore = (from: PlainDate): PlainDate => addDays(from, -1)
