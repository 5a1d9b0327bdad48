import type { CodeWords } from '../words.ts'

/** Where a month stands. It is always the fold of its entries; what is stored beside them is a copy for lists. */
export type MonthState = 'open' | 'preparing' | 'met' | 'submitted' | 'returned' | 'locked'
export const monthStates: CodeWords<MonthState> = {
  open: { vi: 'Đang mở', en: 'Open' },
  preparing: { vi: 'Chuẩn bị họp', en: 'Preparing the meeting' },
  met: { vi: 'Đã họp', en: 'Met' },
  submitted: { vi: 'Đã nộp, chờ Hội LHPN xem', en: 'Submitted, waiting for the ward' },
  returned: { vi: 'Được gửi lại kèm góp ý', en: 'Returned with a comment' },
  locked: { vi: 'Đã nhận và khóa', en: 'Accepted and locked' },
}

/** What can happen to a month. Entries are only ever added. */
export type MonthEntryKind = 'opened' | 'prepared' | 'met' | 'submitted' | 'returned' | 'accepted' | 'amended'
export const monthEntryKinds: CodeWords<MonthEntryKind> = {
  opened: { vi: 'Mở tháng', en: 'Opened' },
  prepared: { vi: 'Bắt đầu chuẩn bị họp', en: 'Preparation begun' },
  met: { vi: 'Đã họp', en: 'Met' },
  submitted: { vi: 'Nộp', en: 'Submitted' },
  returned: { vi: 'Gửi lại kèm góp ý', en: 'Returned with a comment' },
  accepted: { vi: 'Nhận và khóa', en: 'Accepted and locked' },
  amended: { vi: 'Đính chính sau khóa', en: 'Amended after the lock' },
}

/** The one table of the month: what may follow each state, and where it leads. «none» is before the opening. */
export const monthNext: Readonly<
  Record<MonthState | 'none', Partial<Readonly<Record<MonthEntryKind, MonthState>>>>
> = {
  none: { opened: 'open' },
  open: { prepared: 'preparing' },
  preparing: { met: 'met' },
  met: { submitted: 'submitted' },
  submitted: { returned: 'returned', accepted: 'locked' },
  returned: { prepared: 'preparing' },
  locked: { amended: 'locked' },
}

/** The state after the entry, or null when the entry may not follow. */
export function followMonth(state: MonthState | 'none', kind: MonthEntryKind): MonthState | null {
  return monthNext[state][kind] ?? null
}

/** The state to which entries in their order lead. Throws when one of them could not follow: the ledger is broken. */
export function foldMonth(entries: readonly { kind: MonthEntryKind }[]): MonthState | 'none' {
  return entries.reduce<MonthState | 'none'>((state, { kind }, i) => {
    const next = followMonth(state, kind)
    if (next === null) throw new Error(`entry ${i + 1} of the month (${kind}) cannot follow ${state}`)
    return next
  }, 'none')
}

/** True while words, meetings and tasks of the month may still be written. */
export function isWritable(state: MonthState): boolean {
  return state !== 'submitted' && state !== 'locked'
}

/**
 * The entries that bring a writable month to preparation, or on to having met. Writing in a returned month begins
 * its preparation anew. Empty when it is there already.
 */
export function stepsTowards(state: MonthState, goal: 'preparing' | 'met'): MonthEntryKind[] {
  const begin: MonthEntryKind[] = state === 'open' || state === 'returned' ? ['prepared'] : []
  return goal === 'met' && state !== 'met' ? [...begin, 'met'] : begin
}
