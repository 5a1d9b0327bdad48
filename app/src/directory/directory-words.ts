import { caseLanguages } from '@ke-vai/contract/case/codes.ts'
import { type PlainDate, showDate } from '@ke-vai/contract/date/date.ts'
import { directoryFees, directoryForWhom, directoryHours } from '@ke-vai/contract/directory/codes.ts'
import { type DirectoryEntry, isStale } from '@ke-vai/contract/directory/entry.ts'
import type { Words } from '@ke-vai/contract/words.ts'

type Say = (words: Words) => string

/** «Miễn phí 24/24», and what else is said of cost and hours. */
export function costAndHours(entry: DirectoryEntry, say: Say): string {
  return `${say(directoryFees[entry.fee])} · ${say(directoryHours[entry.hours])}`
}

/** When it was checked last, and whether that is too long ago. */
export function checkWords(entry: DirectoryEntry, today: PlainDate): { stale: boolean; words: Words } {
  const { checkedOn } = entry
  const stale = isStale(entry, today)
  if (checkedOn === null)
    return {
      stale,
      words: {
        vi: 'Chưa kiểm tra gần đây: chưa ai gọi thử',
        en: 'Not checked lately: nobody has called yet',
      },
    }
  const day = showDate(checkedOn)
  return stale
    ? {
        stale,
        words: { vi: `Chưa kiểm tra gần đây (lần cuối ${day})`, en: `Not checked lately (last on ${day})` },
      }
    : { stale, words: { vi: `Đã kiểm tra ${day}`, en: `Checked on ${day}` } }
}

/** What it is for on this day: «Phòng, chống mua bán người (từ 19/09/2025)». */
export function functionsOn(entry: DirectoryEntry, today: PlainDate): Words[] {
  return entry.functions
    .filter(({ validFrom, validTo }) => (validFrom ?? '') <= today && (validTo === null || validTo >= today))
    .map(({ name, nameEn, validFrom }) =>
      validFrom === null
        ? { vi: name, en: nameEn }
        : { vi: `${name} (từ ${showDate(validFrom)})`, en: `${nameEn} (since ${showDate(validFrom)})` },
    )
}

export const languagesOf = (entry: DirectoryEntry, say: Say): string =>
  entry.languages.map((each) => say(caseLanguages[each])).join(', ')

export const forWhomOf = (entry: DirectoryEntry, say: Say): string =>
  entry.forWhom.map((each) => say(directoryForWhom[each])).join(', ')
