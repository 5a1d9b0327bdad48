import { z } from 'zod'
import { countOf, type Unit, units, unitWords } from '../count/count.ts'
import { words } from '../words.ts'
import { type FiguresOfMonth, share } from './figures.ts'
import {
  type CountCode,
  type CountDefinition,
  countIndicators,
  type ShareCode,
  type ShareDefinition,
  shareIndicators,
} from './indicator.ts'
import { progressTowards, type Target, targetProgress } from './progress.ts'

const figureValue = z.union([z.object({ unit: z.enum(units), value: countOf('person').shape.value }), share])

/** One line of the table of figures: the same for screen, Excel, Word and command line. */
export const figureLine = z.object({
  code: z.string(),
  words,
  unit: words,
  source: z.string(),
  formula: words,
  /** A part of the line that bears this code: printed indented, never added to it. */
  partOf: z.string().nullable(),
  month: figureValue,
  yearToDate: figureValue,
  targets: z.array(targetProgress),
})
export type FigureLine = z.infer<typeof figureLine>

/** All lines in the order of print, each with the targets of the year beside the figures of the year so far. */
export function figureLines(shown: FiguresOfMonth, targets: readonly Target[]): FigureLine[] {
  const { month, yearToDate } = shown
  const towards = (code: string) =>
    targets
      .filter((each) => each.indicator === code)
      .flatMap((each) => progressTowards(each, yearToDate) ?? [])
  const counts = (Object.keys(countIndicators) as CountCode[]).map((code) => {
    const definition: CountDefinition<Unit> = countIndicators[code]
    return {
      ...head(code, definition),
      unit: unitWords[definition.unit],
      month: month.counts[code],
      yearToDate: yearToDate.counts[code],
      targets: towards(code),
    }
  })
  const shares = (Object.keys(shareIndicators) as ShareCode[]).map((code) => ({
    ...head(code, shareIndicators[code]),
    unit: unitWords.person,
    month: month.shares[code],
    yearToDate: yearToDate.shares[code],
    targets: towards(code),
  }))
  return [...counts, ...shares]
}

function head(code: string, definition: CountDefinition | ShareDefinition) {
  const { words: name, source, formula, partOf } = definition
  return { code, words: name, source, formula, partOf: partOf ?? null }
}
