import type { DeadlineKind } from '../case/deadline.ts'
import { type EntryFact, type EntryKind, standing } from '../case/entry.ts'
import type { PlainDate } from '../date/date.ts'
import type {
  ArrivalHealth,
  ExtensionBody,
  ExtensionReason,
  NotReceivedReason,
  OtherPlace,
  StayEnd,
  StayState,
} from './codes.ts'
import {
  leavingPrepared,
  stayBegun,
  stayEnded,
  stayExtended,
  stayNotReceived,
  stayRequested,
  stayReserved,
  stayReviewed,
  stayWentOn,
} from './entries.ts'

/**
 * What may follow what (domain model, SM-STAY). Two steps are the house's own: a bed that is kept and not used ends with
 * the other place where she is, and whoever was getting ready may stay on.
 */
const mayFollow: Readonly<Record<StayState, readonly StayState[]>> = {
  requested: ['reserved', 'not_received'],
  reserved: ['staying', 'not_received'],
  staying: ['extended', 'leaving'],
  extended: ['staying', 'extended', 'leaving'],
  leaving: ['staying', 'left'],
  left: [],
  not_received: [],
}
export const mayMoveTo = (from: StayState, to: StayState): boolean => mayFollow[from].includes(to)

/** One stay as its entries say it. */
export interface StayNow {
  id: string
  state: StayState
  requestedOn: PlainDate
  bed: string | null
  begunOn: PlainDate | null
  restUntil: string | null
  health: ArrivalHealth | null
  extension: { by: ExtensionBody; reason: ExtensionReason; until: PlainDate; decidedOn: PlainDate } | null
  reviewedOn: PlainDate | null
  notReceived: { reason: NotReceivedReason; otherPlace: OtherPlace } | null
  ended: { how: StayEnd; onDay: PlainDate } | null
  /** The entries about it, in order; the words of each open by themselves. */
  entryIds: string[]
}

type Told = { id: string; seq: number; stayId: string; change: (now: StayNow) => Partial<StayNow> }

const blank: Omit<StayNow, 'id' | 'requestedOn' | 'entryIds'> = {
  state: 'requested',
  bed: null,
  begunOn: null,
  restUntil: null,
  health: null,
  extension: null,
  reviewedOn: null,
  notReceived: null,
  ended: null,
}

/** The stays of a case in their order, from its entries alone. */
export function foldStays(entries: readonly EntryFact[]): StayNow[] {
  const all = new Map<string, StayNow>()
  for (const { id, onDay } of ofKind(entries, stayRequested))
    all.set(id, { ...blank, id, requestedOn: onDay, entryIds: [id] })
  for (const { id, stayId, change } of tellings(entries)) {
    const now = all.get(stayId)
    if (now) all.set(stayId, { ...now, ...change(now), entryIds: [...now.entryIds, id] })
  }
  return [...all.values()]
}

/** Without a look at the bodies where there is none: of the kinds of a stay most cases have few. */
const ofKind = <E extends EntryKind>(entries: readonly EntryFact[], kind: E) =>
  entries.some((each) => each.kind === kind.kind) ? standing(entries, kind) : []

function tellings(entries: readonly EntryFact[]): Told[] {
  const told: Told[] = [
    ...ofKind(entries, stayReserved).map(({ id, seq, body }) => ({
      ...{ id, seq, stayId: body.stayId },
      change: () => ({ state: 'reserved' as const, bed: body.bed }),
    })),
    ...ofKind(entries, stayNotReceived).map(({ id, seq, body: { stayId, ...notReceived } }) => ({
      ...{ id, seq, stayId },
      change: () => ({ state: 'not_received' as const, bed: null, notReceived }),
    })),
    ...ofKind(entries, stayBegun).map(({ id, seq, body: { stayId, bed, onDay, restUntil, health } }) => ({
      ...{ id, seq, stayId },
      change: () => ({ state: 'staying' as const, bed, begunOn: onDay, restUntil, health }),
    })),
    ...ofKind(entries, stayReviewed).map(({ id, seq, body }) => ({
      ...{ id, seq, stayId: body.stayId },
      change: () => ({ reviewedOn: body.onDay }),
    })),
    ...ofKind(entries, stayExtended).map(({ id, seq, body: { stayId, ...extension } }) => ({
      ...{ id, seq, stayId },
      change: () => ({ state: 'extended' as const, extension }),
    })),
    ...ofKind(entries, stayWentOn).map(({ id, seq, body }) => ({
      ...{ id, seq, stayId: body.stayId },
      change: goOn,
    })),
    ...ofKind(entries, leavingPrepared).map(({ id, seq, body }) => ({
      ...{ id, seq, stayId: body.stayId },
      change: () => ({ state: 'leaving' as const }),
    })),
    ...ofKind(entries, stayEnded).map(({ id, seq, body }) => ({
      ...{ id, seq, stayId: body.stayId },
      change: () => ({ state: 'left' as const, ended: { how: body.how, onDay: body.onDay } }),
    })),
  ]
  return told.sort((one, other) => one.seq - other.seq)
}

/** Whoever was getting ready keeps the extension she had; from an extended stay the extension itself is taken back. */
const goOn = ({ state, extension }: StayNow): Partial<StayNow> =>
  state === 'leaving' && extension ? { state: 'extended' } : { state: 'staying', extension: null }

/** A stay that is asked for, kept or under way. A case has at most one. */
export const isActive = ({ state }: Pick<StayNow, 'state'>): boolean =>
  state !== 'left' && state !== 'not_received'

/** The one that runs, or null. */
export const activeStay = (stays: readonly StayNow[]): StayNow | null => stays.find(isActive) ?? null

/** Full days since the day she moved in, to the day she left or today; null before. */
export function daysStayed({ begunOn, ended }: StayNow, today: PlainDate): number | null {
  if (begunOn === null) return null
  return Math.round((Date.parse(ended?.onDay ?? today) - Date.parse(begunOn)) / 86_400_000)
}

/** How the length of a stay stands, whatever its state: computed from the clocks that run, never written. */
export type StayStanding = 'calm' | 'near_end' | 'over_limit'

/**
 * An extension has moved the limit to the end of its last day; one that ran out leaves the stay over it. A clock without an
 * end, because no number is verified, warns of nothing.
 * @param open the clocks of the case that run; `dueAt` an instant of ISO 8601
 */
export function standingOf(
  open: readonly { kind: string; dueAt: string | null }[],
  now: Date = new Date(),
): StayStanding {
  const ranOut = (of: DeadlineKind) =>
    open.some(({ kind, dueAt }) => kind === of && dueAt !== null && Date.parse(dueAt) < now.getTime())
  if (ranOut('stay_limit')) return 'over_limit'
  return ranOut('stay_warning') ? 'near_end' : 'calm'
}
