import { showDate } from '@ke-vai/contract/date/date.ts'
import { type DirectoryFilter, directoryMatches } from '@ke-vai/contract/directory/entry.ts'
import { useState } from 'react'
import { useLanguage } from '../language/language.ts'
import { Notice } from '../ui/Notice.tsx'
import { EntryCard } from './EntryCard.tsx'
import { Filters } from './Filters.tsx'
import type { ShownDirectory } from './kept-directory.ts'

/** The directory to look through, from the network or from the device. */
export function EntryList({ shown, linked = true }: { shown: ShownDirectory; linked?: boolean }) {
  const { say } = useLanguage()
  const [filter, setFilter] = useState<DirectoryFilter>({})
  const found = shown.entries.filter((entry) => directoryMatches(entry, filter))
  return (
    <>
      {shown.old && (
        <Notice kind="careful">
          {say({
            vi: `Đây là danh mục máy đã giữ ngày ${showDate(shown.readOn)}, xem được cả khi chưa có mạng.`,
            en: `This is the directory that this device kept on ${showDate(shown.readOn)}; it opens without a network.`,
          })}
        </Notice>
      )}
      <Filters filter={filter} onChange={setFilter} />
      <p role="status" className="quiet">
        {say({ vi: `${found.length} dịch vụ`, en: `${found.length} services` })}
      </p>
      {found.length === 0 && (
        <p className="empty">
          {say({
            vi: 'Chưa có dịch vụ nào đúng như vậy. Xin bỏ bớt điều kiện lọc; việc gấp xin gọi 111, miễn phí 24/24.',
            en: 'Nothing fits. Please take away a filter; when it is urgent call 111, free day and night.',
          })}
        </p>
      )}
      <ul className="cards">
        {found.map((entry) => (
          <EntryCard key={entry.id} entry={entry} linked={linked} />
        ))}
      </ul>
    </>
  )
}
