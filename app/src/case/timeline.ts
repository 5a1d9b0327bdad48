import type { EntryShown } from '@ke-vai/contract/case/entry.ts'
import type { PlainDate } from '@ke-vai/contract/date/date.ts'

/** What stands now, with what it replaced, the latest before it first. */
export interface StandingEntry {
  entry: EntryShown
  before: readonly EntryShown[]
}

export interface TimelineDay {
  day: PlainDate
  entries: readonly StandingEntry[]
}

/** Entries as one reads them: by day, newest first; what was superseded stands folded beneath what replaced it. */
export function timelineOf(entries: readonly EntryShown[]): TimelineDay[] {
  const known = new Map(entries.map((entry) => [entry.id, entry]))
  const superseded = new Set(entries.flatMap(({ supersedes }) => (supersedes === null ? [] : [supersedes])))
  const days = new Map<PlainDate, StandingEntry[]>()
  for (const entry of entries.toSorted((one, other) => other.seq - one.seq)) {
    if (superseded.has(entry.id)) continue
    const ofDay = days.get(entry.onDay) ?? []
    ofDay.push({ entry, before: chainBefore(entry, known) })
    days.set(entry.onDay, ofDay)
  }
  return [...days.entries()]
    .map(([day, ofDay]) => ({ day, entries: ofDay }))
    .sort((one, other) => (one.day < other.day ? 1 : -1))
}

/** Each supersedes an earlier one, so the chain ends; one that the reader may not see ends it as well. */
function chainBefore(entry: EntryShown, known: ReadonlyMap<string, EntryShown>): EntryShown[] {
  const before: EntryShown[] = []
  let at = entry
  for (;;) {
    const earlier = at.supersedes === null ? undefined : known.get(at.supersedes)
    if (!earlier || earlier.seq >= at.seq) return before
    before.push(earlier)
    at = earlier
  }
}
