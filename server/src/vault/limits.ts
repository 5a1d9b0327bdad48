import { type Alarm, Refused } from '../platform/refused.ts'

/** How much the vault gives out at most, whatever the server asks: what a broken server could carry away at once. */
export interface Limits {
  /** Values opened in a minute by one asker, and by all together. */
  openingsPerAsker: number
  openingsOverAll: number
  /** Whole books in ten minutes, by one asker and by all together. */
  booksPerAsker: number
  booksOverAll: number
  searchesPerAsker: number
}

export const limits: Limits = {
  openingsPerAsker: 120,
  openingsOverAll: 600,
  booksPerAsker: 20,
  booksOverAll: 60,
  searchesPerAsker: 20,
}

const minute = 60_000
const day = 24 * 60 * minute
const everybody = ''

// Whoever keeps just below the bound of a minute would carry everything away in a night: in a day one asker gets no
// more than ten times as much.
const minutesADay = 10

/** A book is of one club; more persons than this are counted as several books. */
const personsOfBook = 500

const alarm: Alarm = { action: 'VAULT_LIMIT_REACHED', subjectKind: 'vault', subjectId: null }

export interface Meter {
  openings(asker: string, howMany: number): void
  book(asker: string, persons: number): void
  search(asker: string): void
}

/** Counts what was given out; each throws `budget_spent`, with an alarm, instead of going over. */
export function makeMeter(most: Limits = limits, now: () => number = Date.now): Meter {
  const openings = slidingCount(minute, now)
  const books = slidingCount(10 * minute, now)
  const searches = slidingCount(minute, now)
  const [openingsOfDay, searchesOfDay] = [slidingCount(day, now), slidingCount(day, now)]
  return {
    openings: (asker, howMany) => {
      openings.take(howMany, [
        [asker, most.openingsPerAsker],
        [everybody, most.openingsOverAll],
      ])
      openingsOfDay.take(howMany, [[asker, most.openingsPerAsker * minutesADay]])
    },
    book: (asker, persons) =>
      books.take(Math.max(1, Math.ceil(persons / personsOfBook)), [
        [asker, most.booksPerAsker],
        [everybody, most.booksOverAll],
      ]),
    search: (asker) => {
      searches.take(1, [[asker, most.searchesPerAsker]])
      searchesOfDay.take(1, [[asker, most.searchesPerAsker * minutesADay]])
    },
  }
}

function slidingCount(window: number, now: () => number) {
  const taken = new Map<string, { at: number; howMany: number }[]>()
  return {
    take(howMany: number, bounds: readonly (readonly [who: string, most: number])[]) {
      const since = now() - window
      for (const [who, list] of taken) {
        const live = list.filter(({ at }) => at > since)
        if (live.length > 0) taken.set(who, live)
        else taken.delete(who)
      }
      for (const [who, most] of bounds) {
        const sum = (taken.get(who) ?? []).reduce((all, each) => all + each.howMany, 0)
        if (sum + howMany > most) throw new Refused('budgetSpent', alarm)
      }
      for (const [who] of bounds) taken.set(who, [...(taken.get(who) ?? []), { at: now(), howMany }])
    },
  }
}
