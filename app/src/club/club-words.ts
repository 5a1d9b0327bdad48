import { hasEnded, isWorking } from '@ke-vai/contract/club/club-state.ts'
import { clubStates } from '@ke-vai/contract/club/codes.ts'
import type { ClubLine } from '@ke-vai/contract/club/reads.ts'
import { vitalities } from '@ke-vai/contract/club/vitality.ts'
import { showDate } from '@ke-vai/contract/date/date.ts'
import type { Words } from '@ke-vai/contract/words.ts'

type Line = Pick<ClubLine, 'state' | 'stateSince' | 'vitality' | 'place' | 'placeToday' | 'missing'>

/** «Hoạt động từ 01/05/2022». */
export function stateWords({ state, stateSince }: Line): Words {
  const { vi, en } = clubStates[state]
  if (stateSince === null) return { vi, en }
  return { vi: `${vi} từ ${showDate(stateSince)}`, en: `${en} since ${showDate(stateSince)}` }
}

/** How the club meets, as help and not as blame; null while it does not work. */
export function vitalityWords({ vitality }: Line): Words | null {
  if (vitality === null) return null
  const { vi, en } = vitalities[vitality.code]
  const last = vitality.lastMeetingOn
  // A club that began to work a week ago has neither met regularly nor missed anything.
  if (last === null && vitality.missed === 0)
    return { vi: 'Chưa tới hết kỳ họp đầu', en: 'Its first cycle is not over yet' }
  const lastWords: Words =
    last === null
      ? { vi: 'chưa ghi buổi họp nào', en: 'no meeting recorded yet' }
      : { vi: `họp gần nhất ${showDate(last)}`, en: `last met on ${showDate(last)}` }
  if (vitality.code === 'good') return { vi: `${vi} · ${lastWords.vi}`, en: `${en} · ${lastWords.en}` }
  return {
    vi: `${vi} · ${vitality.missed} kỳ liền chưa họp, ${lastWords.vi}`,
    en: `${en} · ${vitality.missed} cycles in a row without a meeting, ${lastWords.en}`,
  }
}

/** Where the club is today, and where that was when it was made, when that is not the same place. */
export function placeWords({ place, placeToday }: Line): { now: Words; before: string | null } {
  const unknown: Words = { vi: 'Chưa rõ địa bàn', en: 'Place not known' }
  // A ward and the town it lay in tell it from the new ward of the same name.
  const before = place && place.validTo !== null ? place.path.split(', ').slice(0, 2).join(', ') : null
  if (placeToday.kind === 'one') {
    const { fullName } = placeToday.place
    return { now: { vi: fullName, en: fullName }, before }
  }
  if (placeToday.kind === 'none') return { now: unknown, before }
  const names = placeToday.choices.map((each) => each.fullName)
  return { now: { vi: `Nay là: ${names.join(' hoặc ')}`, en: `Now: ${names.join(' or ')}` }, before }
}

/** What stands before the list of what is missing; null when nothing is, or when the club is history. */
export function missingWords({ state, missing }: Line): Words | null {
  if (missing.length === 0 || hasEnded(state)) return null
  return isWorking(state)
    ? { vi: 'Nên bổ sung', en: 'To be added' }
    : { vi: 'Còn thiếu để hoạt động', en: 'Still missing to be active' }
}

/** The same in one word each, for lists; the club's page explains. */
export function missingInShort({ missing }: Line): Words[] {
  return missing.map((each) => (each.code === 'board' ? board : each.words))
}

const board: Words = { vi: 'Ban chủ nhiệm', en: 'board' }
