import { z } from 'zod'
import { type Count, countOf, type Unit } from '../count/count.ts'
import { plainDate } from '../date/date.ts'
import { type TargetGroup, targetGroups } from '../register/codes.ts'
import { countIndicators, shareIndicators } from './indicator.ts'

// One shape for each definition, so that a figure that is defined is also sent, and with its own unit.
function shapesOf<Code extends string, Shape>(codes: Record<Code, unknown>, shape: (code: Code) => Shape) {
  return Object.fromEntries((Object.keys(codes) as Code[]).map((code) => [code, shape(code)]))
}

type CountShapes = {
  [C in keyof typeof countIndicators]: ReturnType<typeof countOf<(typeof countIndicators)[C]['unit']>>
}
const countShapes = shapesOf(countIndicators, (code) => countOf(countIndicators[code].unit)) as CountShapes

/** A part of a whole, both in persons. */
export const share = z.object({ part: countOf('person'), whole: countOf('person') })
export type Share = z.infer<typeof share>

type ShareShapes = { [S in keyof typeof shareIndicators]: typeof share }
const shareShapes = shapesOf(shareIndicators, () => share) as ShareShapes

const groupFigures = z.object({ persons: countOf('person'), contacts: countOf('person_time') })
type GroupShapes = { [G in TargetGroup]: typeof groupFigures }
const groupShapes = shapesOf(targetGroups, () => groupFigures) as GroupShapes

/** Every figure of a club for the days from `first` to `last`, both included. */
export const figures = z.object({
  first: plainDate,
  last: plainDate,
  counts: z.object(countShapes),
  shares: z.object(shareShapes),
  /** By target group; one person may be in several groups, so groups are never added up. */
  groups: z.object(groupShapes),
})
export type Figures = z.infer<typeof figures>

/** A month and the year up to its end, as screens and reports show them side by side. */
export const figuresOfMonth = z.object({ month: figures, yearToDate: figures })
export type FiguresOfMonth = z.infer<typeof figuresOfMonth>

/**
 * The part in whole percent, rounded down: never up, so 199 of 200 is 99 and nobody reads 100 before it is true.
 * Null when there is nobody in the whole.
 */
export function percentOf({ part, whole }: Share): number | null {
  return whole.value === 0 ? null : Math.floor((part.value * 100) / whole.value)
}

/** '9/20 (45%)', the two numbers always first; '0/0' when there is nobody in the whole. */
export function showShare(shown: Share): string {
  const percent = percentOf(shown)
  const parts = `${shown.part.value}/${shown.whole.value}`
  return percent === null ? parts : `${parts} (${percent}%)`
}

/** The numbers of a figure as a document prints them: the unit stands in a column of its own. */
export function showFigure(shown: Count<Unit> | Share): string {
  return 'part' in shown ? showShare(shown) : String(shown.value)
}
