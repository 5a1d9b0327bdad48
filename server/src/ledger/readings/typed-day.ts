import { type PlainDate, plainDate, readTypedDate } from '@ke-vai/contract/date/date.ts'
import { foldText } from '@ke-vai/contract/text/text.ts'

/** A day as people write it in a book, or why the writing names none. */
export type TypedDay =
  | { readonly day: PlainDate }
  | { readonly dayAndMonth: { readonly day: number; readonly month: number } }
  | { readonly none: 'impossible' | 'unreadable' }

/**
 * '6.5.22', '06/05/2022 8h30', 'ngày 6 tháng 5 năm 2022', '2022-05-06'. The day comes before the month, as
 * everywhere in Việt Nam. A day without its year is given as such.
 */
export function readTypedDay(text: string, now: Date): TypedDay {
  const written = text
    .trim()
    .replace(/^(thứ\s+\S+|cn|chủ nhật)[\s,]+/iu, '')
    .replace(/\s*[./-]\s*/gu, '/')
    .replace(/\/$/, '')
  const iso = /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?:[T\s].*)?$/.exec(written)
  if (iso?.[1] && iso[2] && iso[3])
    return real(`${iso[1]}-${iso[2].padStart(2, '0')}-${iso[3].padStart(2, '0')}`)
  const spelt = /^(?:ngay )?(\d{1,2}) (?:thang )?(\d{1,2}) (?:nam )?(\d{4}|\d{2})$/.exec(foldText(written))
  const plain = /^(\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2}))(?:\s+\d{1,2}\s*[hg:]\s*\d{0,2}.*)?$/iu.exec(written)
  const typed = plain?.[1] ?? (spelt ? `${spelt[1]}/${spelt[2]}/${spelt[3]}` : null)
  if (typed) {
    const day = readTypedDate(typed, now)
    return day ? { day } : { none: 'impossible' }
  }
  const short = /^(?:ngay )?(\d{1,2}) (?:thang )?(\d{1,2})$/.exec(foldText(written))
  if (short) return { dayAndMonth: { day: Number(short[1]), month: Number(short[2]) } }
  return { none: 'unreadable' }
}

function real(day: string): TypedDay {
  return plainDate.safeParse(day).success ? { day } : { none: 'impossible' }
}
