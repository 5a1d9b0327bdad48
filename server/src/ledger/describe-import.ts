import { today } from '@ke-vai/contract/date/date.ts'
import { getPlaceAsOf } from '../place/place.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import { countImported } from './imported-figures.ts'
import { readLedger } from './read-ledger.ts'

interface Club {
  name: string
  place_code: string
  place_as_of: string
}

/**
 * What a club's register came to after a book was brought in: figures of the book's year counted from the database,
 * under the names that a club's own count uses, and every problem of the book by sheet, row and column. No names.
 */
export async function describeImport(
  tx: Tx,
  at: { id: string; province: string },
  bytes: Uint8Array,
  fileName: string,
) {
  const book = readLedger(bytes, { today: today(), fileName })
  if ('refusal' in book) throw new Refused(book.refusal)
  const year = book.year ?? Number(today().slice(0, 4))
  const [club] = await tx<Club[]>`
    select club_name.name, place_code, place_as_of from club
    join club_name on club_name.province = club.province and club_name.club_id = club.id
    where club.province = ${at.province} and club.id = ${at.id} and club_name.valid_from <= ${`${year}-12-31`}
    order by club_name.valid_from desc limit 1`
  if (!club) throw new Refused('notFound')
  const ward = await getPlaceAsOf(tx, 'commune', club.place_code, club.place_as_of)
  return {
    // The books head their sheets in capitals.
    club: club.name.toLocaleUpperCase('vi'),
    ward: ward?.name ?? null,
    year,
    ...(await countImported(tx, at, year, book)),
    problems: book.problems.map(({ sheet, row, column, code, severity, message, whatToDo }) => ({
      sheet,
      row,
      column,
      message: message.vi,
      whatToDo: whatToDo.vi,
      severity,
      code,
    })),
  }
}
