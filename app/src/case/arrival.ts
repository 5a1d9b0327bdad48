import type { Arrival } from '@ke-vai/contract/case/case.ts'

/** What is typed about somebody who arrives; everything may stay empty. */
export type ArrivalDraft = Omit<Arrival, 'triage'> & { triage: Arrival['triage'][number][] }

/** A new line of the reception. What the whole group shares stands in it already. */
export const emptyArrival = (shared: Partial<ArrivalDraft> = {}): ArrivalDraft => ({
  calledBy: '',
  sex: null,
  ageBand: null,
  language: null,
  triage: [],
  nationality: 'unknown',
  ...shared,
})

/** Was nothing said of this person yet, beside what the whole group shares? */
export function saysNothing(draft: ArrivalDraft): boolean {
  return (
    draft.calledBy.trim() === '' && draft.sex === null && draft.ageBand === null && draft.triage.length === 0
  )
}
