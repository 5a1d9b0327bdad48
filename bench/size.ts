/** How large the invented country is: persons, and what goes with them (400,000 contacts to 200,000 persons). */
export interface Size {
  persons: number
  contacts: number
  sessions: number
  bigClubs: number
  /** Persons in each big club: the same at every size of one run, so that only the country around it grows. */
  bigClub: number
  /** Cases that agencies carry: one to twenty persons of the registers. */
  cases: number
}

/** Persons in the ordinary club that is measured, at every size. */
export const ordinaryClub = 60

export function sizeOf(persons: number): Size {
  return {
    persons,
    contacts: persons * 2,
    sessions: Math.ceil(persons / 4),
    bigClubs: Math.max(1, Math.floor(persons / 20_000)),
    bigClub: Math.min(2_000, Math.floor(persons / 4)),
    cases: Math.ceil(persons / 20),
  }
}
