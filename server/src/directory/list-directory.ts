import { today } from '@ke-vai/contract/date/date.ts'
import { directoryList } from '@ke-vai/contract/directory/directory.ts'
import { directoryMatches, isStale } from '@ke-vai/contract/directory/entry.ts'
import { read } from '../platform/reads.ts'
import { selectDirectory, wholeCountry } from './select-entries.ts'

export const listDirectory = read(directoryList, async ({ query }, { tx, province }) => {
  const toCheck = query.toCheck === 'true'
  // What she keeps may lie in any province; what she looks for lies in one, or in the whole country.
  const entries = await selectDirectory(
    tx,
    toCheck ? {} : { provinces: [query.province ?? province, wholeCountry] },
  )
  const readOn = today()
  const { q, kind, language, fee, hours, forWhom } = query
  return {
    readOn,
    entries: entries
      .filter((entry) => !toCheck || (entry.mine && (isStale(entry, readOn) || entry.reports > 0)))
      .filter((entry) => directoryMatches(entry, { typed: q, kind, language, fee, hours, forWhom })),
  }
})
